package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.Forecaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Fits the constants by which the default forecaster draws its forecasts towards the last value or away from it
 * ({@link Forecaster#anchored}), and tries them: fitted on all collections but one, on that one. Arguments and what is made least are
 * those of {@link CombinationSearch}.
 */
public final class AnchorFit {

    private static final int FEW = 8;
    private static final int EVALUATIONS = 250;
    private static final double STEP = 0.15;
    private static final double[] START = {2, -1, 0.5, 0.5};

    private final List<Window> windows;

    private AnchorFit(List<Window> windows) {
        this.windows = windows;
    }

    /** A series with what the undrawn forecaster says of it. */
    private static final class Row {

        private final double[] values;
        private final double[] actual;
        private final double scale;
        private final double[] undrawn;

        Row(double[] values, double[] actual, double scale, double[] undrawn) {
            this.values = values;
            this.actual = actual;
            this.scale = scale;
            this.undrawn = undrawn;
        }
    }

    /** Forecasts from one window of one source. */
    private record Window(String source, String file, double size, double weight, List<Row> rows) {}

    /** Says again what was said of one series. */
    private static final class Said implements Forecaster {

        private final double[] points;

        Said(double[] points) {
            this.points = points;
        }

        @Override
        public String name() {
            return "said";
        }

        @Override
        public double[] points(double[] values, int horizon) {
            return points;
        }
    }

    /**
     * Prints the constants fitted on all, then for each collection those fitted on the others, with what OWA they give there by that of
     * the undrawn forecaster: of the whole, of an origin earlier, of the last {@value #FEW} values.
     *
     * @param args the files
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Window> windows = new ArrayList<>();
        for (String argument : args) {
            String file = CombinationSearch.file(argument);
            for (Map.Entry<String, List<Backtest.Case>> source :
                    CombinationSearch.bySource(argument).entrySet()) {
                List<Backtest.Case> cases = source.getValue();
                double size = Math.sqrt(cases.size());
                windows.add(new Window(source.getKey(), file, size, 0.5, rows(cases)));
                windows.add(new Window(source.getKey(), file, size, 0.25, rows(CombinationSearch.earlier(cases))));
                windows.add(new Window(source.getKey(), file, size, 0.25, rows(AnnualSeriesTable.last(FEW, cases))));
            }
        }
        AnchorFit fit = new AnchorFit(windows);
        double[] all = fit.fit("");
        System.out.println("fitted on all: " + text(all));
        List<String> sources = windows.stream().map(Window::source).distinct().toList();
        sources.forEach(source -> System.out.println(source + ":" + fit.measured(source, all)));
        for (String source : sources) {
            double[] others = fit.fit(source);
            System.out.println("without " + source + ":" + fit.measured(source, others) + "; " + text(others));
        }
    }

    private static String text(double[] numbers) {
        return Arrays.toString(Arrays.stream(numbers)
                .mapToObj(x -> String.format(Locale.ROOT, "%.3f", x))
                .toArray());
    }

    private static List<Row> rows(List<Backtest.Case> cases) {
        List<Row> rows = new ArrayList<>();
        for (Backtest.Case one : cases) {
            double[] values = one.known().values().stream().mapToDouble(x -> x).toArray();
            double[] actual = one.later().values().stream().mapToDouble(x -> x).toArray();
            double scale = 0;
            for (int t = 1; t < values.length; t++) {
                scale += Math.abs(values[t] - values[t - 1]) / (values.length - 1);
            }
            if (scale > 0) {
                rows.add(new Row(
                        values, actual, scale, Forecaster.middleOfTwenty().points(values, actual.length)));
            }
        }
        return rows;
    }

    private String measured(String source, double[] constants) {
        StringBuilder text = new StringBuilder();
        for (Window window : windows) {
            if (window.source().equals(source)) {
                text.append(String.format(
                        Locale.ROOT,
                        " %.4f (%.3f)",
                        owa(window, constants) / owa(window, new double[4]),
                        owa(window, constants)));
            }
        }
        return text.toString();
    }

    private double[] fit(String left) {
        double[] steps = new double[START.length];
        Arrays.fill(steps, STEP);
        return new SimplexOptimizer(new SimpleValueChecker(0, 1e-6))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(constants -> loss(left, constants)),
                        GoalType.MINIMIZE,
                        new InitialGuess(START),
                        new NelderMeadSimplex(steps))
                .getPoint();
    }

    /** The mean over files of the mean over their sources but one. */
    private double loss(String left, double[] constants) {
        Map<String, double[]> byFile = new TreeMap<>();
        for (Window window : windows) {
            if (!window.source().equals(left)) {
                double[] sums = byFile.computeIfAbsent(window.file(), key -> new double[2]);
                double weight = window.size() * window.weight();
                sums[0] += weight * Math.log(owa(window, constants));
                sums[1] += weight;
            }
        }
        return byFile.values().stream()
                .mapToDouble(sums -> sums[0] / sums[1])
                .average()
                .orElse(0);
    }

    private static double owa(Window window, double[] constants) {
        double[] drawn = new double[2];
        double[] naive = new double[2];
        for (Row row : window.rows()) {
            double[] points = Forecaster.anchored(
                            "drawn", new Said(row.undrawn), constants[0], constants[1], constants[2], constants[3])
                    .points(row.values, row.actual.length);
            for (int h = 0; h < points.length; h++) {
                add(drawn, row, h, points[h]);
                add(naive, row, h, row.values[row.values.length - 1]);
            }
        }
        return (drawn[0] / naive[0] + drawn[1] / naive[1]) / 2;
    }

    /** Adds an error as a share and in steps of the naive forecast. */
    private static void add(double[] sums, Row row, int h, double point) {
        double actual = row.actual[h];
        double off = Math.abs(point - actual);
        double weight = 1.0 / row.actual.length;
        sums[0] += off == 0 ? 0 : weight * off / (Math.abs(point) + Math.abs(actual));
        sums[1] += weight * off / row.scale;
    }
}
