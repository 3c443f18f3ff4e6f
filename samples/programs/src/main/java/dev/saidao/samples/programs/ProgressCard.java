package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.quantity.PlainNumber;
import dev.saidao.core.quantity.Unit;
import dev.saidao.policy.target.JudgedSeries;
import dev.saidao.policy.target.MilestoneResult;
import dev.saidao.policy.target.Observation;
import dev.saidao.policy.target.ProgressAssessment;
import dev.saidao.policy.target.ProgressCalculator;
import dev.saidao.policy.target.ProgressRow;
import dev.saidao.policy.target.Target;
import dev.saidao.policy.target.TargetRange;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One indicator on its way to a target: the arrow, the path with what was observed, and how the judgement follows. */
final class ProgressCard {

    private static final ProgressCalculator PROGRESS = ProgressCalculator.withDefaults();

    private final Kit kit;
    private final StatusSigns signs;
    private final Map<String, Label> names;

    ProgressCard(Kit kit, StatusSigns signs, Map<String, Label> names) {
        this.kit = kit;
        this.signs = signs;
        this.names = names;
    }

    /** What an indicator is called: by the table, else by its id. */
    String name(ProgressRow row) {
        Label name = names.get(row.id());
        String shown = name == null ? row.id() : kit.in(name);
        return row.series().isEmpty() ? shown : shown + " · " + row.series();
    }

    Content card(JudgedSeries judged) {
        ProgressRow row = judged.row();
        ProgressAssessment assessment = judged.assessment();
        List<Content> parts = new ArrayList<>();
        parts.add(kit.marks(signs.marks(assessment.possibleStatuses())));
        parts.add(kit.chart(chart(row)));
        parts.add(kit.values(values(row)));
        parts.add(kit.paragraph(kit.in(assessment.reason())));
        List<Derivation> derivations = assessment.explanation().derivations();
        if (!derivations.isEmpty()) {
            parts.add(kit.drawer(
                    kit.text("How this follows", "推导过程"),
                    derivations.stream()
                            .map(one -> kit.steps(one.toText(kit.locale())))
                            .toList()));
        }
        return kit.card("", name(row), parts);
    }

    // ---- the picture ----

    private Chart chart(ProgressRow row) {
        Map<Integer, Observation> observed = new TreeMap<>();
        row.baseline().ifPresent(base -> observed.put(base.year(), base));
        row.values().forEach(value -> observed.put(value.year(), value));
        List<Observation> past = List.copyOf(observed.values());
        List<Observation> path = new ArrayList<>();
        row.target().ifPresent(target -> {
            if (target.value().isPresent()) {
                target.baseline().ifPresent(path::add);
                path.addAll(target.path());
            }
        });
        Unit unit = past.get(0).value().value().unit();
        double greatest = 0;
        for (Observation one : past) {
            greatest = Math.max(greatest, Math.abs(place(one)));
        }
        String title = kit.text("Observed and path to the target", "实际值与通往目标的路径");
        Measure measure = Measure.of(unit, greatest, kit.locale());
        LineChart chart = LineChart.overYears(title, measure).tall(190).close();
        List<Chart.Key> legend = new ArrayList<>();
        legend.add(new Chart.Key("k1", kit.text("observed", "实际值")));
        if (path.size() > 1) {
            chart.dashes("k3", years(path), places(path));
            legend.add(new Chart.Key("k3", kit.text("path to the target", "通往目标的路径")));
        }
        row.range().ifPresent(range -> range(range, past, chart, legend));
        chart.line("k1", years(past), places(past)).dots("k1", years(past), places(past));
        if (!path.isEmpty()) {
            Observation end = path.get(path.size() - 1);
            chart.rings("k3", years(path.subList(path.size() - 1, path.size())), new double[] {place(end)})
                    .mark(label(end, measure), end.year(), place(end));
        }
        return new Chart(title, chart.svg(described(past, path)), legend, "", data(title, past, path));
    }

    private void range(TargetRange range, List<Observation> past, LineChart chart, List<Chart.Key> legend) {
        double least = past.stream().mapToDouble(ProgressCard::place).min().orElse(0);
        double most = past.stream().mapToDouble(ProgressCard::place).max().orElse(0);
        double low = range.floor().map(end -> place(end.value())).orElse(least);
        double high = range.ceiling().map(end -> place(end.value())).orElse(most);
        double[] years = {past.get(0).year(), range.year()};
        chart.band("k3", years, new double[] {low, low}, new double[] {high, high});
        legend.add(new Chart.Key("k3", kit.text("where it is to be", "目标区间")));
    }

    private String described(List<Observation> past, List<Observation> path) {
        String observed = kit.list(past.stream().map(this::shownWithYear).toList());
        return path.isEmpty()
                ? observed
                : observed + kit.text("; target ", ";目标 ") + shownWithYear(path.get(path.size() - 1));
    }

    private Table data(String title, List<Observation> past, List<Observation> path) {
        Table data =
                Table.of(title).columns(kit.text("year", "年份"), kit.text("observed", "实际值"), kit.text("path", "路径"));
        Map<Integer, String[]> rows = new TreeMap<>();
        past.forEach(one -> rows.computeIfAbsent(one.year(), year -> new String[] {"", ""})[0] = shown(one));
        path.forEach(one -> rows.computeIfAbsent(one.year(), year -> new String[] {"", ""})[1] = shown(one));
        rows.forEach((year, cells) -> data.row(String.valueOf(year), cells[0], cells[1]));
        return data;
    }

    /** A value within a picture, whose axis says the unit already. */
    private String label(Observation one, Measure measure) {
        return measure.divisor() == 1 && one.value().value().point().isPresent()
                ? kit.numbers()
                        .format(PlainNumber.of(one.value().value().point().orElseThrow()))
                : shown(one);
    }

    private String shown(Observation one) {
        return kit.known(one.value().value());
    }

    private String shownWithYear(Observation one) {
        return shown(one) + kit.text(" in ", "(") + one.year() + kit.text("", "年)");
    }

    private static double[] years(List<Observation> all) {
        return all.stream().mapToDouble(Observation::year).toArray();
    }

    private static double[] places(List<Observation> all) {
        return all.stream().mapToDouble(ProgressCard::place).toArray();
    }

    private static double place(Observation one) {
        return place(one.value().value());
    }

    /** The point, else the middle between the ends. */
    private static double place(BoundedQuantity value) {
        return value.point()
                .map(Number::doubleValue)
                .orElseGet(() -> (FigureWords.low(value) + FigureWords.high(value)) / 2);
    }

    // ---- the numbers ----

    private List<Kit.Value> values(ProgressRow row) {
        List<Kit.Value> values = new ArrayList<>();
        row.latest().ifPresent(latest -> values.add(Kit.Value.of(kit.text("latest:", "最新:"), shownWithYear(latest))));
        Optional<Target> target = row.target().filter(one -> one.value().isPresent());
        target.ifPresent(one -> values.add(Kit.Value.of(
                kit.text("target:", "目标:"),
                shownWithYear(one.path().get(one.path().size() - 1)))));
        row.deviation(PROGRESS)
                .ifPresent(deviation -> values.add(new Kit.Value(
                        kit.text("from the straight path:", "与直线路径之差:"), apart(deviation.value()), List.of())));
        row.arrival(PROGRESS)
                .ifPresent(arrival -> values.add(Kit.Value.of(
                        kit.text("if growth goes on, reached in:", "按现有增速,达到年份:"),
                        arrival.year()
                                .map(String::valueOf)
                                .or(() -> arrival.lookedUntil().map(year -> kit.text("after " + year, year + " 年之后")))
                                .orElse(kit.text("never", "永远达不到")))));
        for (MilestoneResult result : row.milestones(PROGRESS)) {
            values.add(Kit.Value.of(
                    kit.text("milestone ", "里程碑 ") + shownWithYear(result.milestone()) + kit.text(":", ":"),
                    kit.in(result.outcome().text())));
        }
        return values;
    }

    /** A difference of shares is in percentage points. */
    private String apart(BoundedQuantity difference) {
        boolean isShare = difference.unit().kind() == Unit.Kind.SHARE;
        return isShare && difference.point().isPresent()
                ? CsvText.brief(difference.point().orElseThrow().movePointRight(2))
                        + kit.text(" percentage points", " 个百分点")
                : kit.known(difference);
    }

    /** One number if the ends are the neighbours of one, else both. */
    static String number(Bounds bounds) {
        String low = bounds.lower().map(CsvText::brief).orElse("-∞");
        String high = bounds.upper().map(CsvText::brief).orElse("∞");
        return low.equals(high) ? low : low + "–" + high;
    }
}
