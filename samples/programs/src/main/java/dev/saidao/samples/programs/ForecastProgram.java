package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Interval;
import dev.saidao.forecasting.series.Scale;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forecasts annual series, with prediction intervals; on all processors. */
@Command(
        name = "forecast",
        description = "Forecasts annual series with prediction intervals. 预测年度序列并给出预测区间。",
        mixinStandardHelpOptions = true)
final class ForecastProgram implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERIES.csv",
            description =
                    "columns id,v1,v2,…: a row for each series, the oldest value first; rows may be shorter or longer, an "
                            + "empty field between values is a gap")
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

    @Option(names = "--out", paramLabel = "FILE", description = "where to write; standard output if absent")
    private @Nullable Path out;

    @Option(names = "--lang", description = "en or zh", defaultValue = "en")
    private Language language = Language.en;

    @Spec
    private @Nullable CommandSpec spec;

    /** The rows that a series becomes, or why it was refused. */
    private record Result(Row row, String csv, Optional<RowException> refusal, List<String> notes) {}

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (horizon < 1 || horizon > ForecastCalculator.MAX_HORIZON) {
            throw new ParameterException(
                    command.commandLine(), "--horizon must be 1 to " + ForecastCalculator.MAX_HORIZON + ": " + horizon);
        }
        if (!(level >= 50 && level <= 99)) {
            throw new ParameterException(command.commandLine(), "--level must be 50 to 99: " + level);
        }
        ForecastCalculator forecasts = ForecastCalculator.withDefaults()
                .with(forecaster(method)
                        .orElseThrow(() -> new ParameterException(
                                command.commandLine(), "--method must be one of those listed by --help: " + method)));
        Output output = Output.of(out, command.commandLine().getOut());
        CsvInput input =
                new CsvInput(Objects.requireNonNull(file), command.commandLine().getErr(), language, List.of("id"));
        output.write(writer -> input.forEachBlock(
                header -> {
                    if (!header.get(0).equals("id")) {
                        throw new IOException(file + ":1: First column must be id: " + header.get(0));
                    }
                    writer.write("id,step,point,low,high,method\n");
                },
                rows -> write(rows, forecasts, input, writer)));
        return Main.status(input.refused(), language, command.commandLine().getErr());
    }

    private static Optional<Forecaster> forecaster(String name) {
        return Stream.concat(
                        Stream.of(Forecaster.withDefaults()),
                        Stream.of(ForecastMethod.values())
                                .flatMap(one -> Stream.of(Scale.values()).map(scale -> Forecaster.of(one, scale))))
                .filter(forecaster -> forecaster.name().equals(name))
                .findFirst();
    }

    private void write(List<Row> rows, ForecastCalculator forecasts, CsvInput input, Writer writer) throws IOException {
        List<Result> results =
                rows.parallelStream().map(row -> result(row, forecasts)).toList();
        for (Result result : results) {
            result.refusal().ifPresent(why -> input.refuse(result.row(), why));
            result.notes().forEach(note -> input.note(result.row(), note));
            writer.write(result.csv());
        }
    }

    private Result result(Row row, ForecastCalculator forecasts) {
        try {
            Forecast forecast = forecasts.forecast(series(row.fields()), horizon);
            List<Interval> intervals = forecast.intervals(level / 100);
            CsvText csv = new CsvText();
            for (int step = 0; step < horizon; step++) {
                csv.field(row.text("id")).plain(String.valueOf(step + 1));
                csv.number(forecast.points().get(step));
                csv.number(intervals.get(step).low()).number(intervals.get(step).high());
                csv.plain(forecast.method()).endRow();
            }
            List<String> notes = forecast.notes().stream()
                    .map((Label note) -> note.in(language.locale()))
                    .toList();
            return new Result(row, csv.toString(), Optional.empty(), notes);
        } catch (RowException e) {
            return new Result(row, "", Optional.of(e), List.of());
        } catch (IllegalArgumentException e) {
            return new Result(row, "", Optional.of(new RowException("", String.valueOf(e.getMessage()))), List.of());
        }
    }

    /** The values after the id; empty fields at the end are none, those between values are gaps. */
    private static AnnualSeries series(List<String> fields) {
        Map<Integer, Double> values = new TreeMap<>();
        for (int place = 1; place < fields.size(); place++) {
            String text = fields.get(place).strip();
            if (!text.isEmpty() && !text.equals("NA")) {
                IndexInput.requireNumber(text, "v" + place);
                values.put(place, Double.parseDouble(text));
            }
        }
        if (values.isEmpty()) {
            throw new RowException("", "Series must have a value: " + fields.get(0));
        }
        return AnnualSeries.of(values);
    }
}
