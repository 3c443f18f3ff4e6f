package dev.saidao.samples.programs;

import dev.saidao.forecasting.series.Accuracy;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.Interval;
import dev.saidao.forecasting.series.SeriesRow;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Forecasts as a page: for each series its history, what is forecast with its interval, and how methods did before. */
final class ForecastPage {

    private static final double NEAR = 0.8;
    private static final int MOST_CARDS = 100;
    private static final int LEAST_FOR_BACKTEST = 5;

    private final ForecastCalculator calculator;
    private final int horizon;
    private final double level;
    private final Names names;
    private final Kit kit;

    private ForecastPage(ForecastCalculator calculator, int horizon, double level, Names names, Kit kit) {
        this.names = names;
        this.calculator = calculator;
        this.horizon = horizon;
        this.level = level;
        this.kit = kit;
    }

    /** The page of those series that can be forecast; it opens in a language. */
    static Page of(
            ForecastCalculator calculator,
            int horizon,
            double level,
            List<SeriesRow> series,
            Names names,
            Locale opening) {
        return Page.of(opening, kit -> new ForecastPage(calculator, horizon, level, names, kit).body(series));
    }

    private Body body(List<SeriesRow> series) {
        Body body = kit.body(
                kit.text("Forecasts", "预测"),
                series.size() + kit.text(" series, ", " 个序列,") + horizon + kit.text(" years ahead", " 年"));
        List<Content> cards = new ArrayList<>();
        for (SeriesRow row : series.stream().limit(MOST_CARDS).toList()) {
            Forecast forecast;
            try {
                forecast = calculator.forecast(row.series(), horizon);
            } catch (IllegalArgumentException e) {
                // the program names each series that it refuses
                continue;
            }
            if (cards.size() < 3) {
                body.headline(sentence(row, forecast), "");
            }
            cards.add(card(row, forecast));
        }
        List<Content> parts = new ArrayList<>();
        if (series.size() > MOST_CARDS) {
            parts.add(kit.note(kit.text("The first ", "仅列出前 ") + MOST_CARDS + kit.text(" series are shown.", " 个序列。")));
        }
        if (!cards.isEmpty()) {
            parts.add(kit.grid(cards));
        }
        return body.section("series", kit.text("Series", "序列"), parts)
                .foot(kit.text(
                        "An interval of 95% is meant to hold the value in 19 of 20 cases, if things go on as before.",
                        "95% 区间意在 20 次中有 19 次包含实际值,前提是以往规律延续。"));
    }

    private String sentence(SeriesRow row, Forecast forecast) {
        int year = row.series().lastYear() + horizon;
        Interval interval = forecast.intervals(level).get(horizon - 1);
        return DossierHeadline.capital(name(row))
                + kit.text(
                        ": " + CsvText.briefOrDash(forecast.points().get(horizon - 1)) + " in " + row.time(year)
                                + ", between ",
                        ":" + row.time(year) + "年为 "
                                + CsvText.briefOrDash(forecast.points().get(horizon - 1)) + ",介于 ")
                + CsvText.briefOrDash(interval.low())
                + kit.text(" and ", " 与 ")
                + CsvText.briefOrDash(interval.high())
                + kit.text(" (", "(")
                + percent()
                + kit.text(").", ")。");
    }

    private String name(SeriesRow row) {
        return names.of(row.id(), kit, row.id());
    }

    private String percent() {
        return CsvText.brief(BigDecimal.valueOf(level < 1 ? level * 100 : level)) + "%";
    }

    private Content card(SeriesRow row, Forecast forecast) {
        AnnualSeries series = row.series();
        double[] past = series.byYear().keySet().stream()
                .mapToDouble(Integer::doubleValue)
                .toArray();
        double[] values = series.byYear().values().stream().mapToDouble(x -> x).toArray();
        List<Interval> intervals = forecast.intervals(level);
        double[] ahead = new double[horizon + 1];
        double[] points = new double[horizon + 1];
        double[] lows = new double[horizon + 1];
        double[] highs = new double[horizon + 1];
        double last = values[values.length - 1];
        ahead[0] = series.lastYear();
        points[0] = last;
        lows[0] = last;
        highs[0] = last;
        Table data = Table.of(name(row))
                .columns(kit.text("time", "时间"))
                .numbers(kit.text("value", "数值"), kit.text("low", "下限"), kit.text("high", "上限"));
        series.byYear().forEach((year, value) -> data.row(row.time(year), CsvText.briefOrDash(value), "", ""));
        for (int i = 0; i < horizon; i++) {
            ahead[i + 1] = series.lastYear() + i + 1;
            points[i + 1] = forecast.points().get(i);
            lows[i + 1] = intervals.get(i).low();
            highs[i + 1] = intervals.get(i).high();
            data.row(
                    row.time(series.lastYear() + i + 1),
                    CsvText.briefOrDash(points[i + 1]),
                    CsvText.briefOrDash(lows[i + 1]),
                    CsvText.briefOrDash(highs[i + 1]));
        }
        String unit = series.unit().map(Object::toString).orElse("");
        LineChart chart = LineChart.overYears(name(row), Measure.plain(unit.isEmpty() ? kit.text("value", "数值") : unit))
                .band("k2", ahead, lows, highs)
                .line("k1", past, values)
                .dashes("k2", ahead, points);
        double least =
                series.byYear().values().stream().mapToDouble(x -> x).min().orElse(0);
        if (least > NEAR * last) {
            // changes of a level that is far from zero would not be seen
            chart.close();
        }
        List<Chart.Key> legend = List.of(
                new Chart.Key("k1", kit.text("as it was", "历史")),
                new Chart.Key("k2", kit.text("forecast, ", "预测,") + percent()));
        List<Content> parts = new ArrayList<>();
        parts.add(kit.chart(new Chart(
                name(row),
                chart.svg(sentence(row, forecast)),
                legend,
                kit.text("Method: ", "方法:")
                        + (forecast.method().equals("default") ? kit.text("the default", "默认方法") : forecast.method()),
                data)));
        forecast.notes().forEach(note -> parts.add(kit.note(kit.in(note))));
        if (series.size() >= LEAST_FOR_BACKTEST) {
            parts.add(kit.drawer(
                    kit.text("How methods did from earlier years on", "各方法以往表现"),
                    List.of(kit.table(backtest(series)))));
        }
        return kit.card("", "", parts);
    }

    private Table backtest(AnnualSeries series) {
        Map<String, Accuracy> accuracies = Backtest.withDefaults()
                .with(List.of(calculator.forecaster()))
                .withLevel(level)
                .rollingOrigin(series, horizon, LEAST_FOR_BACKTEST - 1);
        Table table = Table.of("")
                .columns(kit.text("method", "方法"))
                .numbers(kit.text("forecasts", "次数"), "sMAPE", "MASE", kit.text("in the interval", "落在区间内"));
        accuracies.forEach((method, accuracy) -> table.row(
                method,
                String.valueOf(accuracy.forecasts()),
                CsvText.briefOrDash(accuracy.smape()),
                CsvText.briefOrDash(accuracy.mase()),
                CsvText.briefOrDash(accuracy.coverage())));
        return table;
    }
}
