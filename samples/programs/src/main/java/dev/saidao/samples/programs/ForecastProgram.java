package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Rows;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Interval;
import dev.saidao.forecasting.series.Scale;
import dev.saidao.forecasting.series.SeriesReader;
import dev.saidao.forecasting.series.SeriesRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forecasts annual series, with prediction intervals; on all processors. */
@Command(
        name = "forecast",
        description = "Forecasts annual series with prediction intervals. 预测年度序列并给出预测区间。",
        mixinStandardHelpOptions = true)
final class ForecastProgram implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERIES.csv",
            description =
                    "columns id,v1,v2,…: a row for each series, the oldest value first, an empty field between values is a "
                            + "gap; or any table with years, as the program table reads it")
    private @Nullable Path file;

    @Option(names = "--horizon", paramLabel = "H", description = "how many years ahead", required = true)
    private int horizon;

    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            description = "level of the intervals, 50 to 99; 95 by default",
            defaultValue = "95")
    private double level = 95;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description =
                    "default, naive, drift, median-drift, weighted-drift, simple-smoothing, holt, damped-holt, "
                            + "damped-holt-absolute, smoothing-average, ets, theta, dynamic-theta, arima; with -sqrt or -log on that scale",
            defaultValue = "default")
    private String method = "default";

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private Console console = new Console();

    /** The rows that a series becomes, or why it was refused. */
    private record Result(SeriesRow series, String csv, Optional<Label> refusal, List<Label> notes) {}

    @Override
    public Integer call() throws IOException {
        if (horizon < 1 || horizon > ForecastCalculator.MAX_HORIZON) {
            throw console.misuse("--horizon must be 1 to " + ForecastCalculator.MAX_HORIZON + ": " + horizon);
        }
        if (!(level >= 50 && level <= 99)) {
            throw console.misuse("--level must be 50 to 99: " + level);
        }
        ForecastCalculator forecasts = ForecastCalculator.withDefaults()
                .with(forecaster(method)
                        .orElseThrow(
                                () -> console.misuse("--method must be one of those listed by --help: " + method)));
        Output output = out.output(console);
        Path input = Objects.requireNonNull(file);
        PrintWriter errors = console.err();
        Rows<SeriesRow> read = SeriesReader.read(input);
        List<Failure> refused = new ArrayList<>(read.failures());
        boolean dated = read.values().stream().anyMatch(SeriesRow::isDated);
        List<Result> results = read.values().parallelStream()
                .map(series -> result(series, forecasts, dated))
                .toList();
        output.write(writer -> {
            writer.write("id,step,point,low,high,method" + (dated ? ",time" : "") + "\n");
            for (Result result : results) {
                result.notes().forEach(note -> errors.println(shown(result.series(), note)));
                result.refusal()
                        .ifPresent(why -> refused.add(new Failure(
                                input.toString(), result.series().line(), "", OptionalInt.empty(), "", why)));
                writer.write(result.csv());
            }
        });
        refused.forEach(failure -> errors.println(failure.in(console.language().locale())));
        return console.status(refused.size());
    }

    private String shown(SeriesRow series, Label note) {
        return file + ":" + series.line() + ": " + note.in(console.language().locale());
    }

    private static Optional<Forecaster> forecaster(String name) {
        return Stream.concat(
                        Stream.of(Forecaster.withDefaults()),
                        Stream.of(ForecastMethod.values())
                                .flatMap(one -> Stream.of(Scale.values()).map(scale -> Forecaster.of(one, scale))))
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }

    private Result result(SeriesRow row, ForecastCalculator forecasts, boolean dated) {
        try {
            Forecast forecast = forecasts.forecast(row.series(), horizon);
            List<Interval> intervals = forecast.intervals(level / 100);
            CsvText csv = new CsvText();
            for (int step = 0; step < horizon; step++) {
                csv.field(row.id()).plain(String.valueOf(step + 1));
                csv.number(forecast.points().get(step));
                csv.number(intervals.get(step).low()).number(intervals.get(step).high());
                csv.plain(forecast.method());
                if (dated) {
                    csv.plain(row.time(row.series().lastYear() + step + 1));
                }
                csv.endRow();
            }
            return new Result(row, csv.toString(), Optional.empty(), forecast.notes());
        } catch (IllegalArgumentException e) {
            return new Result(row, "", Optional.of(Label.same(String.valueOf(e.getMessage()))), List.of());
        }
    }
}
