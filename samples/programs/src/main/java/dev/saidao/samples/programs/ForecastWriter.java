package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.forecasting.series.Accuracy;
import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.Interval;
import dev.saidao.forecasting.series.SeriesRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Turns series into what the program forecast writes: rows of forecasts or of a backtest, or JSON. */
final class ForecastWriter {

    private static final int LEAST_VALUES = 4;

    private final ForecastCalculator calculator;
    private final int horizon;
    private final List<Double> levels;
    private final boolean isBacktest;
    private final boolean isJson;

    ForecastWriter(
            ForecastCalculator calculator, int horizon, List<Double> levels, boolean isBacktest, boolean isJson) {
        this.calculator = calculator;
        this.horizon = horizon;
        this.levels = List.copyOf(levels);
        this.isBacktest = isBacktest;
        this.isJson = isJson;
    }

    /** The text that a series becomes, or why it was refused. */
    record Result(SeriesRow series, String text, Optional<Label> refusal, List<Label> notes) {}

    /** A forecast with the id of its series. */
    private record Document(String id, Forecast forecast) {}

    /** What stands before all results. */
    String head(boolean isDated) {
        if (isJson) {
            return "[";
        }
        if (isBacktest) {
            return "id,method,forecasts,smape,mase,msis,coverage\n";
        }
        StringBuilder columns = new StringBuilder("id,step,point");
        for (double level : levels) {
            String name = levels.size() == 1 ? "" : "_" + percent(level);
            columns.append(",low").append(name).append(",high").append(name);
        }
        return columns.append(",method").append(isDated ? ",time\n" : "\n").toString();
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level)
                .movePointRight(level < 1 ? 2 : 0)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The result of a series. */
    Result result(SeriesRow row, boolean isDated) {
        try {
            if (isBacktest) {
                return new Result(row, backtest(row), Optional.empty(), List.of());
            }
            Forecast forecast = calculator.forecast(row.series(), horizon);
            String text = isJson
                    ? SaidaoJson.write(new Document(row.id(), forecast)).stripTrailing()
                    : rows(row, forecast, isDated);
            return new Result(row, text, Optional.empty(), forecast.notes());
        } catch (IllegalArgumentException e) {
            return new Result(row, "", Optional.of(RuleTexts.label(String.valueOf(e.getMessage()))), List.of());
        }
    }

    private String rows(SeriesRow row, Forecast forecast, boolean isDated) {
        List<List<Interval>> intervals =
                levels.stream().map(forecast::intervals).toList();
        CsvText csv = new CsvText();
        for (int step = 0; step < horizon; step++) {
            csv.field(row.id()).plain(String.valueOf(step + 1));
            csv.number(forecast.points().get(step));
            for (List<Interval> ofLevel : intervals) {
                csv.number(ofLevel.get(step).low()).number(ofLevel.get(step).high());
            }
            csv.plain(forecast.method());
            if (isDated) {
                csv.plain(row.time(row.series().lastYear() + step + 1));
            }
            csv.endRow();
        }
        return csv.toString();
    }

    private String backtest(SeriesRow row) {
        if (row.series().size() <= LEAST_VALUES) {
            throw new IllegalArgumentException("Values must be " + (LEAST_VALUES + 1) + " or more for a backtest: "
                    + row.series().size());
        }
        Map<String, Accuracy> accuracies = Backtest.withDefaults()
                .with(List.of(calculator.forecaster()))
                .withLevel(levels.get(0))
                .rollingOrigin(row.series(), horizon, LEAST_VALUES);
        CsvText csv = new CsvText();
        accuracies.forEach((method, accuracy) -> {
            csv.field(row.id()).plain(method).plain(String.valueOf(accuracy.forecasts()));
            Stream.of(accuracy.smape(), accuracy.mase(), accuracy.msis(), accuracy.coverage())
                    .mapToDouble((OptionalDouble measure) -> measure.orElse(Double.NaN))
                    .forEach(csv::number);
            csv.endRow();
        });
        return csv.toString();
    }
}
