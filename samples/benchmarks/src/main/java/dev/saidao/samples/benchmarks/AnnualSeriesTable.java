package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.series.Accuracy;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Prints how far forecasters were off in collections of annual series. Each argument is a file with the columns
 * {@code id,category,start,n,train,test}, values separated by {@code ;}, packed by gzip or not.
 *
 * <p>OWA is the mean of sMAPE and MASE, each by that of the naive forecast. Every collection is looked at twice: with the whole
 * training parts, and with their last 8 values alone. Milliseconds are those of one series with intervals, on this machine, at the end
 * of the run.
 */
public final class AnnualSeriesTable {

    private static final int FEW = 8;
    private static final double LEVEL = 0.95;

    private AnnualSeriesTable() {}

    /**
     * Prints the table.
     *
     * @param args the files
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Forecaster> forecasters = new ArrayList<>();
        for (ForecastMethod method : ForecastMethod.values()) {
            forecasters.add(Forecaster.of(method, Scale.ORIGINAL));
        }
        forecasters.add(Forecaster.withDefaults());
        for (String file : args) {
            List<Backtest.Case> cases = read(Path.of(file));
            print(file + ", " + cases.size() + " series", cases, forecasters, System.out);
            print(file + ", the last " + FEW + " values", last(FEW, cases), forecasters, System.out);
        }
    }

    private static void print(String title, List<Backtest.Case> cases, List<Forecaster> forecasters, PrintStream out) {
        out.println(title);
        out.printf(
                "%-24s %8s %8s %8s %8s %9s %8s %8s%n",
                "method", "sMAPE", "MASE", "OWA", "MSIS", "coverage", "pinball", "ms");
        // all series of a collection have one horizon
        int horizon = cases.get(0).later().lastYear() - cases.get(0).known().lastYear();
        Backtest backtest = Backtest.withDefaults().withLevel(LEVEL).with(forecasters);
        Map<String, Accuracy> accuracies = backtest.accuracy(cases, horizon);
        Accuracy naive = Objects.requireNonNull(accuracies.get(ForecastMethod.NAIVE.code()));
        for (Forecaster forecaster : forecasters) {
            Accuracy accuracy = Objects.requireNonNull(accuracies.get(forecaster.name()));
            long start = System.nanoTime();
            Backtest.withDefaults().with(List.of(forecaster)).accuracy(cases, horizon);
            double millis = (System.nanoTime() - start) / 1e6 / cases.size();
            double smape = accuracy.smape().orElse(0);
            double mase = accuracy.mase().orElse(0);
            out.printf(
                    "%-24s %8.3f %8.4f %8.4f %8.2f %9.3f %8.4f %8.3f%n",
                    forecaster.name(),
                    smape,
                    mase,
                    (smape / naive.smape().orElse(0) + mase / naive.mase().orElse(0)) / 2,
                    accuracy.msis().orElse(0),
                    accuracy.coverage().orElse(0),
                    accuracy.pinball().orElse(0),
                    millis);
        }
        out.println();
    }

    /** The same series with the last of their known values alone. */
    static List<Backtest.Case> last(int values, List<Backtest.Case> cases) {
        return cases.stream()
                .map(one -> new Backtest.Case(
                        one.known().size() <= values
                                ? one.known()
                                : one.known().from(one.known().lastYear() - values + 1),
                        one.later()))
                .toList();
    }

    static List<Backtest.Case> read(Path file) throws IOException {
        return List.copyOf(byId(file).values());
    }

    /** The series of a file by their ids, in its order. */
    static Map<String, Backtest.Case> byId(Path file) throws IOException {
        Map<String, Backtest.Case> byId = new LinkedHashMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(fields -> byId.put(fields[0], series(fields)));
        }
        return byId;
    }

    private static Backtest.Case series(String[] fields) {
        AnnualSeries known = AnnualSeries.of(1, numbers(fields[4]));
        return new Backtest.Case(known, AnnualSeries.of(known.lastYear() + 1, numbers(fields[5])));
    }

    private static double[] numbers(String field) {
        return Arrays.stream(field.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
