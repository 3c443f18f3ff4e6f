package dev.saidao.samples.programs;

import dev.saidao.forecasting.curve.FitWarning;
import dev.saidao.forecasting.curve.FittedCurve;
import dev.saidao.forecasting.curve.GrowthCurve;
import dev.saidao.forecasting.series.Interval;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Growth curves through a series as a page: the curves over the values, what is left over, and how far parameters are known. */
final class FitPage {

    private static final double LEVEL = 0.95;
    private static final double LEAST_SHOWN = 1e-9;
    private static final int STEPS = 60;
    /** So much of the span of the values is drawn beyond them. */
    private static final double BEYOND = 0.3;

    private final double[] times;
    private final double[] values;
    private final List<FittedCurve> fits;
    private final Kit kit;
    private final CurveWords words;

    private FitPage(double[] times, double[] values, List<FittedCurve> fits, Kit kit) {
        this.times = times;
        this.values = values;
        this.fits = fits;
        this.kit = kit;
        this.words = new CurveWords(kit);
    }

    /** The page of curves through values, the best first; it opens in a language. */
    static Page of(double[] times, double[] values, List<FittedCurve> fits, Locale opening) {
        return Page.of(opening, kit -> new FitPage(times, values, fits, kit).body());
    }

    private Body body() {
        double first = Arrays.stream(times).min().orElse(0);
        double last = Arrays.stream(times).max().orElse(0);
        Body body = kit.body(
                kit.text("Growth curves", "增长曲线"),
                values.length
                        + kit.text(" values from ", " 个数值,")
                        + shown(first)
                        + kit.text(" to ", "—")
                        + shown(last));
        if (fits.isEmpty()) {
            return body.headline(kit.text("No curve could be fitted.", "没有曲线能够拟合。"), "contradicts");
        }
        headline(body);
        List<Content> overview = new ArrayList<>();
        overview.add(kit.grid(List.of(
                kit.card("", "", List.of(curves(first, last))), kit.card("", "", List.of(residuals(fits.get(0)))))));
        if (fits.size() > 1) {
            overview.add(kit.table(comparison()));
        }
        List<Content> cards = new ArrayList<>();
        fits.forEach(fit -> cards.add(card(fit)));
        return body.section("curves", kit.text("Curves and values", "曲线与数值"), overview)
                .section("parameters", kit.text("Parameters", "参数"), List.of(kit.grid(cards)))
                .foot(kit.text(
                        "A standard error says how far a parameter is known if the curve is the right one. "
                                + "A band of 95% is meant to hold a further value in 19 of 20 cases.",
                        "标准误在曲线形式正确的前提下说明参数的可靠程度。95% 的带意在 20 次中有 19 次包含新的数值。"));
    }

    // ---- sentences ----

    private void headline(Body body) {
        FittedCurve best = fits.get(0);
        String name = words.name(best.curve());
        String begin = fits.size() > 1
                ? kit.text(
                        "Of " + fits.size() + " curves the " + name + " one fits best",
                        fits.size() + " 条曲线中," + name + "拟合最好")
                : kit.text("A " + name + " curve was fitted", "已拟合" + name);
        String error = best.residualError().isPresent()
                ? kit.text(
                        "; values are off it by about "
                                + shown(best.residualError().getAsDouble()),
                        ";数值偏离约 " + shown(best.residualError().getAsDouble()))
                : "";
        body.headline(begin + error + kit.text(".", "。"), "");
        if (best.saturation().isPresent()) {
            OptionalDouble known = best.standardError("saturation");
            body.headline(
                    kit.text("It approaches ", "其饱和值为 ")
                            + shown(best.saturation().getAsDouble())
                            + (known.isPresent()
                                    ? " ± " + shown(2 * known.getAsDouble()) + kit.text(" (95%)", "(95%)")
                                    : "")
                            + kit.text(".", "。"),
                    "");
        }
        if (!best.warnings().isEmpty()) {
            body.headline(
                    kit.text("Mind: ", "注意:") + String.join(kit.text("; ", ";"), warnings(best)) + kit.text(".", "。"),
                    "contradicts");
        }
    }

    private List<String> warnings(FittedCurve fit) {
        return Stream.of(FitWarning.values())
                .filter(fit.warnings()::contains)
                .map(warning -> kit.in(warning.text()))
                .toList();
    }

    static String shown(double value) {
        if (value != 0 && Math.abs(value) < LEAST_SHOWN) {
            return "≈ 0";
        }
        return CsvText.briefOrDash(value);
    }

    private static String shown(OptionalDouble value) {
        return shown(value.orElse(Double.NaN));
    }

    private static String style(int index) {
        return "k" + (index % 8 + 1);
    }

    // ---- pictures ----

    private Content curves(double first, double last) {
        String title = kit.text("The values and the curves", "数值与曲线");
        double end = last + BEYOND * (last - first);
        double[] at = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            at[i] = first + (end - first) * i / STEPS;
        }
        LineChart chart = LineChart.over(title, time(kit.text("time", "时间")), Measure.plain(kit.text("value", "数值")))
                .marks(marks(first, last, end))
                .tall(250);
        List<Chart.Key> legend = new ArrayList<>();
        band(fits.get(0), at).ifPresent(band -> {
            chart.band("k1", band[0], band[1], band[2]);
            legend.add(new Chart.Key("k1 soft", kit.text("95% for a further value", "新数值的 95% 范围")));
        });
        for (int i = 0; i < fits.size(); i++) {
            FittedCurve fit = fits.get(i);
            double[] curve = Arrays.stream(at).map(fit::value).toArray();
            if (i == 0) {
                chart.line(style(i), at, curve);
            } else {
                chart.dashes(style(i), at, curve);
            }
            legend.add(i, new Chart.Key(style(i), words.name(fit.curve())));
        }
        chart.dots("kopen", times, values);
        legend.add(new Chart.Key("kopen", kit.text("values", "数值")));
        Table data = Table.of("").numbers(kit.text("time", "时间"), kit.text("value", "数值"));
        fits.forEach(fit -> data.numbers(words.name(fit.curve())));
        for (int i = 0; i < times.length; i++) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(number(times[i]));
            cells.add(number(values[i]));
            for (FittedCurve fit : fits) {
                cells.add(number(fit.value(times[i])));
            }
            data.row(cells);
        }
        return kit.chart(new Chart(
                title,
                chart.svg(kit.list(fits.stream()
                        .map(fit -> words.name(fit.curve()) + " " + shown(fit.value(end)))
                        .toList())),
                legend,
                "",
                data));
    }

    private static double[] marks(double first, double last, double end) {
        return last > first ? new double[] {first, (first + last) / 2, last, end} : new double[] {first};
    }

    private static Measure time(String name) {
        return new Measure(1, name, false);
    }

    private static Table.Cell number(double value) {
        return Table.Cell.of(shown(value), value);
    }

    private static Optional<double[][]> band(FittedCurve fit, double[] at) {
        double[] low = new double[at.length];
        double[] high = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            Optional<Interval> band = fit.prediction(at[i], LEVEL);
            if (band.isEmpty()) {
                return Optional.empty();
            }
            low[i] = band.get().low();
            high[i] = band.get().high();
        }
        return Optional.of(new double[][] {at, low, high});
    }

    private Content residuals(FittedCurve fit) {
        String title = kit.text("What the curve leaves over: ", "残差:") + words.name(fit.curve());
        double[] left = new double[times.length];
        Table data = Table.of("").numbers(kit.text("time", "时间"), kit.text("value less curve", "数值减曲线"));
        double most = 0;
        for (int i = 0; i < times.length; i++) {
            left[i] = values[i] - fit.value(times[i]);
            most = Math.max(most, Math.abs(left[i]));
            data.row(List.of(number(times[i]), number(left[i])));
        }
        double first = Arrays.stream(times).min().orElse(0);
        double last = Arrays.stream(times).max().orElse(0);
        LineChart chart = LineChart.over(
                        title, time(kit.text("time", "时间")), Measure.plain(kit.text("value minus curve", "数值减曲线")))
                .marks(last > first ? new double[] {first, (first + last) / 2, last} : new double[] {first})
                .bars("k1", times, left);
        return kit.chart(new Chart(
                title,
                chart.svg(kit.text("At most ", "最大 ") + shown(most)),
                List.of(),
                kit.text(
                        "Many of one sign in a row say that the curve has another shape than the values.",
                        "若同号残差连续出现,说明曲线形状与数值不符。"),
                data));
    }

    // ---- tables ----

    private Table comparison() {
        Table table = Table.of(kit.text("The curves compared, the best first", "曲线比较,最好者在前"))
                .columns(kit.text("curve", "曲线"))
                .numbers("AICc", "BIC", kit.text("off by about", "偏离约"), kit.text("saturation", "饱和值"))
                .columns(kit.text("mind", "注意"));
        fits.forEach(fit -> table.row(List.of(
                Table.Cell.of(words.name(fit.curve())),
                number(fit.correctedAkaike().orElse(Double.NaN)),
                number(fit.bayesian().orElse(Double.NaN)),
                number(fit.residualError().orElse(Double.NaN)),
                number(fit.saturation().orElse(Double.NaN)),
                Table.Cell.of(String.join(kit.text("; ", ";"), warnings(fit))))));
        return table;
    }

    private Content card(FittedCurve fit) {
        List<Content> parts = new ArrayList<>();
        Table table = Table.of("")
                .columns(kit.text("parameter", "参数"))
                .numbers(kit.text("value", "数值"), kit.text("standard error", "标准误"));
        fit.parameters()
                .forEach((name, value) ->
                        table.row(words.parameter(name), shown(value), shown(fit.standardError(name))));
        parts.add(kit.table(table));
        warnings(fit).forEach(warning -> parts.add(kit.badge(warning, "fair")));
        parts.add(kit.drawer(
                kit.text("How this follows", "推导过程"),
                List.of(
                        kit.steps(fit.curve().formula()),
                        kit.steps(fit.explanation().toText(kit.locale())))));
        return kit.card("", words.name(fit.curve()), parts);
    }

    /** What curves and their parameters are called. */
    private record CurveWords(Kit kit) {

        String name(GrowthCurve curve) {
            return switch (curve) {
                case EXPONENTIAL -> kit.text("exponential", "指数曲线");
                case LOGISTIC -> kit.text("logistic", "逻辑斯蒂曲线");
                case FOUR_PARAMETER_LOGISTIC -> kit.text("four-parameter logistic", "四参数逻辑斯蒂曲线");
                case GOMPERTZ -> kit.text("Gompertz", "龚珀兹曲线");
                case BASS -> kit.text("Bass", "Bass 扩散曲线");
                case BASS_SALES -> kit.text("Bass (sales)", "Bass 销量曲线");
                case BASS_INCREMENTS -> kit.text("Bass (increments)", "Bass 增量曲线");
                case RICHARDS -> kit.text("Richards", "理查兹曲线");
                case WEIBULL -> kit.text("Weibull", "韦布尔曲线");
                case ASYMPTOTIC -> kit.text("asymptotic", "渐近曲线");
            };
        }

        String parameter(String name) {
            return switch (name) {
                case "saturation" -> kit.text("saturation", "饱和值");
                case "midpoint" -> kit.text("midpoint", "中点时间");
                case "scale" -> kit.text("scale", "时间尺度");
                case "initial" -> kit.text("initial value", "初始值");
                case "rate" -> kit.text("rate", "速率");
                case "drop" -> kit.text("drop", "落差");
                case "shape" -> kit.text("shape", "形状");
                case "innovation" -> kit.text("innovation", "创新系数");
                case "imitation" -> kit.text("imitation", "模仿系数");
                case "low", "lower", "floor" -> kit.text("lower end", "下限");
                default -> name;
            };
        }
    }
}
