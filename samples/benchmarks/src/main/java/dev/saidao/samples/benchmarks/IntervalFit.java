package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Scale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Fits the constants of the prediction intervals, prints them as the resource {@code interval-constants.properties} has them, and
 * tries them: fitted on all collections but one, on that one.
 *
 * <p>Each argument is a file as for {@link AnnualSeriesTable}, with the mean scaled interval score by which that of its collection is
 * divided, such as {@code m3-yearly.csv.gz=30.6}; of a large file one series of every four is enough: {@code world.csv.gz=24.3/4}.
 *
 * <p>The default forecaster sees the whole training parts and their last values; errors are taken on square roots. Then every method on
 * every scale does the same; it has the constants of the size in common with the default, and quantiles of its own. Constants of the
 * size minimize the sum over collections and windows of the mean scaled interval scores at 95 %, whole training parts counting four
 * times, with a penalty where the coverage is off 0.95. Quantiles are those of errors by size, collections and windows having equal
 * weight, whole training parts three times as much.
 */
public final class IntervalFit {

    private static final double MEMORY = 0.85;
    private static final double HORIZON = 0.6;
    private static final double LEVEL = 0.95;
    private static final double[] LEVELS = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99};
    private static final int WHOLE = 0;
    private static final int ROUNDS = 4;
    private static final int EVALUATIONS = 1_500;
    private static final double SPREAD = 0.4;

    private IntervalFit() {}

    /** A collection and the best published score. */
    private record Collection(String name, double score, List<Backtest.Case> cases) {}

    /** A forecast of one year: features of the series on square roots, the error, and what is needed for the score. */
    private record Row(
            double deviation,
            double change,
            double point,
            double values,
            double steps,
            double error,
            double actual,
            double scale) {}

    /** Forecasts from one window of one collection. */
    private record Window(Collection collection, int length, List<Row> rows) {}

    /** A name of a group of constants, with the windows they are fitted on. */
    private enum Group {
        ONE(1),
        TWO(2),
        THREE(3),
        MORE(WHOLE, 4, 5, 8);

        private final List<Integer> lengths;

        Group(Integer... lengths) {
            this.lengths = List.of(lengths);
        }
    }

    /** Constants of a group and what they give. */
    private static final class Fit {

        private final double[] constants;
        private final double[] low;
        private final double[] high;

        Fit(double[] constants, double[] low, double[] high) {
            this.constants = constants;
            this.low = low;
            this.high = high;
        }
    }

    /**
     * Prints constants and how they do.
     *
     * @param args files with scores
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Collection> collections = new ArrayList<>();
        for (String argument : args) {
            int equals = argument.lastIndexOf('=');
            Path file = Path.of(argument.substring(0, equals));
            String[] score = argument.substring(equals + 1).split("/", -1);
            int every = score.length > 1 ? Integer.parseInt(score[1]) : 1;
            List<Backtest.Case> cases = AnnualSeriesTable.read(file);
            collections.add(new Collection(
                    String.valueOf(file.getFileName()),
                    Double.parseDouble(score[0]),
                    IntStream.range(0, cases.size())
                            .filter(i -> i % every == 0)
                            .mapToObj(cases::get)
                            .toList()));
        }
        for (Group group : Group.values()) {
            List<Window> windows = windows(collections, group, Forecaster.withDefaults());
            Fit fit = fit(windows, group);
            print(group, fit, System.out);
            for (ForecastMethod method : ForecastMethod.values()) {
                for (Scale scale : Scale.values()) {
                    Forecaster forecaster = Forecaster.of(method, scale);
                    printQuantiles(
                            forecaster.name() + "." + name(group),
                            fit(windows(collections, group, forecaster), fit.constants),
                            System.out);
                }
            }
            for (Collection left : collections) {
                Fit without = fit(
                        windows.stream()
                                .filter(window -> !window.collection().name().equals(left.name()))
                                .toList(),
                        group);
                windows.stream()
                        .filter(window -> window.collection().name().equals(left.name()))
                        .forEach(window -> print(window, without, System.out));
            }
        }
    }

    private static List<Window> windows(List<Collection> collections, Group group, Forecaster forecaster) {
        List<Window> windows = new ArrayList<>();
        for (Collection collection : collections) {
            group.lengths.forEach(length -> windows.add(window(collection, length, forecaster)));
        }
        return windows;
    }

    private static String name(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static void print(Group group, Fit fit, PrintStream out) {
        String name = name(group);
        List<String> names = List.of("deviation", "change", "relative", "few", "fewRelative");
        for (int i = 0; i < names.size(); i++) {
            out.printf("%s.%s = %.8f%n", name, names.get(i), fit.constants[i]);
        }
        printQuantiles(name, fit, out);
    }

    private static void printQuantiles(String name, Fit fit, PrintStream out) {
        out.println(name + ".low = " + numbers(fit.low));
        out.println(name + ".high = " + numbers(fit.high));
    }

    private static String numbers(double[] numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(number -> String.format(Locale.ROOT, "%.3f", number))
                .collect(Collectors.joining(" "));
    }

    private static void print(Window window, Fit fit, PrintStream out) {
        StringBuilder coverages = new StringBuilder();
        for (int level = 0; level < LEVELS.length; level++) {
            coverages.append(String.format(
                    Locale.ROOT, " %.3f", measures(window, fit.constants, fit.low[level], fit.high[level])[1]));
        }
        int at = Arrays.binarySearch(LEVELS, LEVEL);
        out.printf(
                "# without %s, window %s: coverage%s, score %.2f%n",
                window.collection().name(),
                window.length() == WHOLE ? "whole" : String.valueOf(window.length()),
                coverages,
                measures(window, fit.constants, fit.low[at], fit.high[at])[0]);
    }

    // ---- rows ----

    private static Window window(Collection collection, int length, Forecaster forecaster) {
        List<Row> rows = new ArrayList<>();
        for (Backtest.Case one : collection.cases()) {
            int size = one.known().size();
            if (length == WHOLE ? size > 3 : size > length) {
                AnnualSeries seen = length == WHOLE
                        ? one.known()
                        : one.known().from(one.known().lastYear() - length + 1);
                add(rows, one, seen, forecaster);
            }
        }
        return new Window(collection, length, rows);
    }

    private static void add(List<Row> rows, Backtest.Case one, AnnualSeries seen, Forecaster forecaster) {
        double[] z = seen.values().stream().mapToDouble(Math::sqrt).toArray();
        double[] differences = new double[z.length - 1];
        Arrays.setAll(differences, t -> z[t + 1] - z[t]);
        double median = median(differences);
        double change = 0;
        double deviation = 0;
        double total = 0;
        double weight = 1;
        for (int t = differences.length - 1; t >= 0; t--) {
            change += weight * Math.abs(differences[t]);
            deviation += weight * Math.abs(differences[t] - median);
            total += weight;
            weight *= MEMORY;
        }
        if (total > 0) {
            change /= total;
            deviation /= total;
        }
        if (z.length > 2) {
            deviation *= (z.length - 1.0) / (z.length - 2.0);
        }
        List<Double> all = one.known().values();
        double scale = 0;
        for (int t = 1; t < all.size(); t++) {
            scale += Math.abs(all.get(t) - all.get(t - 1)) / (all.size() - 1);
        }
        List<Double> actual = one.later().values();
        List<Double> points = ForecastCalculator.withDefaults()
                .with(forecaster)
                .forecast(seen, actual.size())
                .points();
        for (int h = 0; h < actual.size(); h++) {
            double point = Math.sqrt(Math.max(0, points.get(h)));
            rows.add(new Row(
                    deviation, change, point, z.length, h + 1, Math.sqrt(actual.get(h)) - point, actual.get(h), scale));
        }
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    // ---- fitting ----

    private static double size(Row row, double[] c) {
        return (c[0] * row.deviation() + c[1] * row.change() + c[2] * (1 + c[4] / row.values()) * row.point())
                * (1 + c[3] / row.values())
                * Math.pow(row.steps(), HORIZON);
    }

    /** The mean scaled interval score at 95 %, and the coverage. */
    private static double[] measures(Window window, double[] constants, double low, double high) {
        double score = 0;
        int covered = 0;
        for (Row row : window.rows()) {
            double size = size(row, constants);
            double bottom = Math.pow(Math.max(0, row.point() - low * size), 2);
            double top = Math.pow(row.point() + high * size, 2);
            double off = Math.max(0, bottom - row.actual()) + Math.max(0, row.actual() - top);
            score += (top - bottom + 2 / (1 - LEVEL) * off) / row.scale();
            covered += off == 0 ? 1 : 0;
        }
        return new double[] {
            score / window.rows().size(), (double) covered / window.rows().size()
        };
    }

    private static Fit fit(List<Window> windows, Group group) {
        // a group of one length has no use for the number of values
        boolean hasFew = group.lengths.size() > 1;
        double[] x = {
            group == Group.TWO || group == Group.ONE ? -30 : -0.1,
            group == Group.ONE ? -30 : -1,
            -4.5,
            0.5,
            0.5,
            0.8,
            0.8
        };
        MultivariateFunction loss = point -> loss(windows, constants(point, hasFew), point);
        for (int round = 0; round < ROUNDS; round++) {
            double[] steps = new double[x.length];
            Arrays.fill(steps, SPREAD);
            x = new SimplexOptimizer(1e-7, 1e-9)
                    .optimize(
                            new MaxEval(100 * EVALUATIONS),
                            new ObjectiveFunction(loss),
                            GoalType.MINIMIZE,
                            new InitialGuess(x),
                            new NelderMeadSimplex(steps))
                    .getPoint();
        }
        return fit(windows, constants(x, hasFew));
    }

    /** The quantiles of errors by size with given constants. */
    private static Fit fit(List<Window> windows, double[] constants) {
        double[] low = new double[LEVELS.length];
        double[] high = new double[LEVELS.length];
        for (int level = 0; level < LEVELS.length; level++) {
            low[level] = -quantile(windows, constants, (1 - LEVELS[level]) / 2);
            high[level] = quantile(windows, constants, (1 + LEVELS[level]) / 2);
        }
        return new Fit(constants, low, high);
    }

    private static double[] constants(double[] x, boolean hasFew) {
        return new double[] {
            Math.exp(x[0]), Math.exp(x[1]), Math.exp(x[2]), hasFew ? Math.exp(x[3]) : 0, hasFew ? Math.exp(x[4]) : 0
        };
    }

    private static double loss(List<Window> windows, double[] constants, double[] x) {
        double loss = 0;
        for (Window window : windows) {
            double[] measures = measures(window, constants, Math.exp(x[5]), Math.exp(x[6]));
            boolean isWhole = window.length() == WHOLE;
            loss += (isWhole ? 4 : 1) * measures[0] / window.collection().score();
            loss += (isWhole ? 6 : 3) * Math.max(0, Math.abs(measures[1] - LEVEL) - 0.005);
        }
        return loss;
    }

    private static double quantile(List<Window> windows, double[] constants, double share) {
        List<double[]> weighted = new ArrayList<>();
        double total = 0;
        for (Window window : windows) {
            double weight =
                    (window.length() == WHOLE ? 3.0 : 1.0) / window.rows().size();
            for (Row row : window.rows()) {
                weighted.add(new double[] {row.error() / size(row, constants), weight});
                total += weight;
            }
        }
        weighted.sort((a, b) -> Double.compare(a[0], b[0]));
        double sum = 0;
        for (double[] one : weighted) {
            sum += one[1];
            if (sum >= share * total) {
                return one[0];
            }
        }
        throw new IllegalStateException("Share must be 0 to 1: " + share);
    }
}
