package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Rows;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
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
        description = "Forecasts annual series with prediction intervals.",
        mixinStandardHelpOptions = true)
final class ForecastProgram implements Callable<Integer> {

    @Parameters(
            descriptionKey = "input",
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
            split = ",",
            description = "levels of the intervals, 50 to 99 or 0.5 to 0.99, such as 80,95; 95 by default",
            defaultValue = "95")
    private List<Double> levels = List.of(95.0);

    @Option(names = "--floor", paramLabel = "VALUE", description = "below which no forecast and no interval goes")
    private @Nullable Double floor;

    @Option(names = "--cap", paramLabel = "VALUE", description = "above which no forecast and no interval goes")
    private @Nullable Double cap;

    @Option(
            names = "--backtest",
            description = "writes how far forecasts from earlier years on were off, beside the naive one and the drift")
    private boolean isBacktest;

    @Option(names = "--json", description = "writes the forecasts with their explanations as JSON")
    private boolean isJson;

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
    private PageFile html = new PageFile();

    @Mixin
    private Names names = new Names();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        if (horizon < 1 || horizon > ForecastCalculator.MAX_HORIZON) {
            throw console.misuse("--horizon must be 1 to " + ForecastCalculator.MAX_HORIZON + ": " + horizon);
        }
        for (double level : levels) {
            if (!(level >= 50 && level <= 99) && !(level >= 0.5 && level <= 0.99)) {
                throw console.misuse("--level must be 50 to 99 or 0.5 to 0.99: " + level);
            }
        }
        if (isBacktest && (isJson || floor != null || cap != null || levels.size() > 1)) {
            throw console.misuse("--backtest must stand without --json, --floor and --cap, with one level");
        }
        Forecaster forecaster = forecaster(method)
                .orElseThrow(() -> console.misuse("--method must be one of those listed by --help: " + method));
        ForecastCalculator calculator = calculator(forecaster);
        ForecastWriter results = new ForecastWriter(calculator, horizon, levels, isBacktest, isJson);
        Output forecasts = out.output(console);
        Optional<OutputFile> page = html.file(console, out.path());
        Output output = page.isPresent() ? forecasts.besideOthers() : forecasts;
        Path input = Objects.requireNonNull(file);
        int unnamed = names.read(console);
        PrintWriter errors = console.err();
        Rows<SeriesRow> read = SeriesReader.read(input);
        List<Failure> refused = new ArrayList<>(read.failures());
        boolean dated = read.values().stream().anyMatch(SeriesRow::isDated);
        List<ForecastWriter.Result> found = read.values().parallelStream()
                .map(series -> results.result(series, dated))
                .toList();
        output.write(writer -> {
            writer.write(results.head(dated));
            String between = "";
            for (ForecastWriter.Result result : found) {
                result.notes().forEach(note -> errors.println(shown(result.series(), note)));
                result.refusal()
                        .ifPresent(why -> refused.add(new Failure(
                                input.toString(), result.series().line(), "", OptionalInt.empty(), "", why)));
                if (!result.text().isEmpty()) {
                    writer.write(between + result.text());
                    between = isJson ? "," : "";
                }
            }
            writer.write(isJson ? "]\n" : "");
        });
        if (page.isPresent()) {
            html.write(
                    page.get(),
                    ForecastPage.of(
                            calculator,
                            horizon,
                            levels.get(levels.size() - 1),
                            read.values(),
                            names,
                            console.language().locale()),
                    console,
                    out.path().isPresent());
        }
        refused.forEach(failure -> errors.println(failure.in(console.language().locale())));
        return console.status(refused.size() + unnamed);
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

    private ForecastCalculator calculator(Forecaster forecaster) throws IOException {
        try {
            ForecastCalculator calculator = ForecastCalculator.withDefaults().with(forecaster);
            ForecastCalculator floored = floor == null ? calculator : calculator.withFloor(floor);
            return cap == null ? floored : floored.withCap(cap);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
