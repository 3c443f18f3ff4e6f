package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Scale;
import dev.saidao.forecasting.series.SeriesFeatures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the members of the default forecaster and fits their weights ({@link Forecaster#featureWeighted}), and tries both: chosen and
 * fitted on all collections but one, on that one. Arguments and windows are those of {@link CombinationSearch}.
 *
 * <p>First every method on every scale, of the whole series and of its last {@value #RECENT} values, gets weights. The
 * {@value #MEMBERS} with the greatest mean weight are the members, and their weights are fitted anew. What is made least is OWA, by that
 * of the median of eight that was the default before, in each collection and window, files having equal weight, smoothed for the sake of gradients, plus the sum of the
 * squares of the coefficients times {@value #PENALTY}; by Adam (Kingma and Ba 2015), from coefficients of 0.
 */
public final class FeatureWeightFit {

    private static final int FEATURES = 9;
    private static final int RECENT = 18;
    private static final int FEW = 8;
    private static final int MEMBERS = 10;
    private static final double PENALTY = 2e-4;
    private static final int STEPS = 200;
    private static final double RATE = 0.06;
    private static final double SMOOTH = 0.02;
    private static final double FARTHEST = 8;

    private final List<Forecaster> candidates;
    private final List<Window> windows;

    private FeatureWeightFit(List<Forecaster> candidates, List<Window> windows) {
        this.candidates = candidates;
        this.windows = windows;
    }

    /** A series with what every candidate says of it, year by year. */
    private static final class Row {

        private final double[] values;
        private final double[] actual;
        private final double scale;
        private final double unsteadiness;
        private final double[] features;
        private final double[] eight;
        private final double[] middle;
        private final double[][] said;

        Row(double[] values, double[] actual, double scale, List<Forecaster> candidates) {
            SeriesFeatures known = SeriesFeatures.of(values).orElseThrow();
            this.values = values;
            this.actual = actual;
            this.scale = scale;
            this.unsteadiness = known.unsteadiness();
            this.features = known.standardized();
            this.eight = EIGHT.points(values, actual.length);
            this.middle = Forecaster.middleOfMany().points(values, actual.length);
            double[][] byMember = candidates.stream()
                    .map(candidate -> candidate.points(values, actual.length))
                    .toArray(double[][]::new);
            this.said = new double[actual.length][byMember.length];
            for (int h = 0; h < actual.length; h++) {
                for (int member = 0; member < byMember.length; member++) {
                    said[h][member] = byMember[member][h];
                }
            }
        }

        double last() {
            return values[values.length - 1];
        }
    }

    /** Forecasts from one window of one source. */
    private record Window(String source, String file, double size, double weight, List<Row> rows) {}

    /** The members of a combination, by their places, and their coefficients. */
    private static final class Fitted {

        private final int[] members;
        private final double[][] coefficients;

        Fitted(int[] members, double[][] coefficients) {
            this.members = members;
            this.coefficients = coefficients;
        }
    }

    private static final Forecaster EIGHT = Forecaster.median(
            "median-of-eight",
            List.of(
                    Forecaster.of(ForecastMethod.NAIVE, Scale.ORIGINAL),
                    Forecaster.of(ForecastMethod.MEDIAN_DRIFT, Scale.ORIGINAL),
                    Forecaster.of(ForecastMethod.DYNAMIC_THETA, Scale.ORIGINAL),
                    Forecaster.of(ForecastMethod.DRIFT, Scale.SQUARE_ROOT),
                    Forecaster.of(ForecastMethod.MEDIAN_DRIFT, Scale.SQUARE_ROOT),
                    Forecaster.of(ForecastMethod.HOLT, Scale.SQUARE_ROOT),
                    Forecaster.of(ForecastMethod.SMOOTHING_AVERAGE, Scale.SQUARE_ROOT),
                    Forecaster.of(ForecastMethod.ARIMA, Scale.SQUARE_ROOT)));

    /**
     * Prints members and coefficients fitted on all as the resource {@code default-weights.properties} has them, then for each collection what those fitted on the others give there: OWA by that of
     * the median of eight, of the whole, of an origin earlier, of the last {@value #FEW} values.
     *
     * @param args the files
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Forecaster> candidates = new ArrayList<>();
        for (ForecastMethod method : ForecastMethod.values()) {
            for (Scale scale : Scale.values()) {
                candidates.add(Forecaster.of(method, scale));
                candidates.add(Forecaster.ofLast(RECENT, Forecaster.of(method, scale)));
            }
        }
        List<Window> windows = new ArrayList<>();
        for (String argument : args) {
            String file = CombinationSearch.file(argument);
            for (Map.Entry<String, List<Backtest.Case>> source :
                    CombinationSearch.bySource(argument).entrySet()) {
                List<Backtest.Case> cases = source.getValue();
                double size = Math.sqrt(cases.size());
                windows.add(new Window(source.getKey(), file, size, 0.5, rows(cases, candidates)));
                windows.add(new Window(
                        source.getKey(), file, size, 0.25, rows(CombinationSearch.earlier(cases), candidates)));
                windows.add(new Window(
                        source.getKey(), file, size, 0.25, rows(AnnualSeriesTable.last(FEW, cases), candidates)));
            }
        }
        new FeatureWeightFit(candidates, windows).print();
    }

    private static List<Row> rows(List<Backtest.Case> cases, List<Forecaster> candidates) {
        return cases.parallelStream()
                .flatMap(one -> {
                    double[] values =
                            one.known().values().stream().mapToDouble(x -> x).toArray();
                    double[] actual =
                            one.later().values().stream().mapToDouble(x -> x).toArray();
                    double scale = IntStream.range(1, values.length)
                            .mapToDouble(t -> Math.abs(values[t] - values[t - 1]))
                            .average()
                            .orElse(0);
                    return scale > 0 ? Stream.of(new Row(values, actual, scale, candidates)) : Stream.<Row>empty();
                })
                .toList();
    }

    private void print() {
        Fitted all = fit("");
        for (int i = 0; i < all.coefficients.length; i++) {
            System.out.println(name(all, i) + " = "
                    + Arrays.stream(all.coefficients[i])
                            .mapToObj(x -> String.format(Locale.ROOT, "%.3f", x))
                            .collect(Collectors.joining(" ")));
        }
        List<String> sources = windows.stream().map(Window::source).distinct().toList();
        sources.forEach(source -> System.out.println(source + ":" + measured(source, all)));
        for (String source : sources) {
            Fitted others = fit(source);
            System.out.println("without " + source + ":" + measured(source, others) + "; " + names(others));
        }
    }

    private String names(Fitted fitted) {
        return String.join(
                ", ",
                Arrays.stream(fitted.members)
                        .mapToObj(member -> candidates.get(member).name())
                        .toList());
    }

    private String name(Fitted fitted, int row) {
        if (row == 0) {
            return "last";
        }
        return row <= fitted.members.length
                ? candidates.get(fitted.members[row - 1]).name()
                : row == fitted.members.length + 1 ? "beyond" : "middle";
    }

    // ---- fitting ----

    private Fitted fit(String left) {
        int[] every = IntStream.range(0, candidates.size()).toArray();
        Data wide = new Data(left, every);
        double[] weights = wide.meanWeights(wide.adam());
        int[] best = Arrays.stream(every)
                .filter(member -> !candidates.get(member).name().startsWith(ForecastMethod.NAIVE.code()))
                .boxed()
                .sorted(Comparator.comparingDouble(member -> -weights[member + 1]))
                .limit(MEMBERS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return new Fitted(best, new Data(left, best).adam());
    }

    /** What is fitted: by series the features, by year what each component adds to the middle, and how it counts. */
    private final class Data {

        private final List<double[]> features = new ArrayList<>();
        private final List<double[][]> components = new ArrayList<>();
        private final List<double[]> errors = new ArrayList<>();
        private final List<double[]> weights = new ArrayList<>();
        private final int size;

        Data(String left, int[] members) {
            this.size = members.length + 3;
            Map<String, Double> byFile = new LinkedHashMap<>();
            windows.stream()
                    .filter(window -> !window.source().equals(left))
                    .forEach(window -> byFile.merge(window.file(), window.size() * window.weight(), Double::sum));
            double total = 0;
            for (Window window : windows) {
                if (!window.source().equals(left)) {
                    total += add(window, members, window.size() * window.weight() / byFile.get(window.file()));
                }
            }
            for (double[] some : weights) {
                for (int h = 0; h < some.length; h++) {
                    some[h] /= total;
                }
            }
        }

        private double add(Window window, int[] members, double share) {
            double[] naive = sums(window, (row, h) -> row.last());
            double[] eight = sums(window, (row, h) -> row.eight[h]);
            double owa = eight[0] / naive[0] + eight[1] / naive[1];
            double total = 0;
            for (Row row : window.rows()) {
                double[][] byYear = new double[row.actual.length][];
                double[] error = new double[row.actual.length];
                double[] weight = new double[row.actual.length];
                for (int h = 0; h < byYear.length; h++) {
                    double[] said = row.said[h];
                    double[] chosen =
                            Arrays.stream(members).mapToDouble(m -> said[m]).toArray();
                    double middle = row.middle[h];
                    byYear[h] = components(row, h, chosen, middle);
                    error[h] = (row.actual[h] - middle) / row.scale;
                    double both = Math.abs(middle) + Math.abs(row.actual[h]);
                    weight[h] = share
                            / owa
                            / row.actual.length
                            * (row.scale / Math.max(both, Double.MIN_NORMAL) / naive[0] + 1 / naive[1]);
                    total += weight[h];
                }
                features.add(row.features);
                components.add(byYear);
                errors.add(error);
                weights.add(weight);
            }
            return total;
        }

        private double[] components(Row row, int h, double[] chosen, double middle) {
            double[] of = new double[size];
            double last = (row.last() - middle) / row.scale;
            of[0] = row.unsteadiness * last;
            for (int i = 0; i < chosen.length; i++) {
                double off = (chosen[i] - middle) / row.scale;
                of[i + 1] = row.unsteadiness * Math.max(-FARTHEST * (h + 1), Math.min(FARTHEST * (h + 1), off));
            }
            of[size - 2] = -row.unsteadiness * last;
            return of;
        }

        private double[] softmax(double[] features, double[][] coefficients) {
            double[] weights = new double[size];
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                for (int f = 0; f < features.length; f++) {
                    weights[i] += coefficients[i][f] * features[f];
                }
                greatest = Math.max(greatest, weights[i]);
            }
            double sum = 0;
            for (int i = 0; i < size; i++) {
                weights[i] = Math.exp(weights[i] - greatest);
                sum += weights[i];
            }
            for (int i = 0; i < size; i++) {
                weights[i] /= sum;
            }
            return weights;
        }

        double[] meanWeights(double[][] coefficients) {
            double[] mean = new double[size];
            for (double[] known : features) {
                double[] some = softmax(known, coefficients);
                for (int i = 0; i < size; i++) {
                    mean[i] += some[i] / features.size();
                }
            }
            return mean;
        }

        double[][] adam() {
            double[][] coefficients = new double[size][FEATURES];
            double[][] first = new double[size][FEATURES];
            double[][] second = new double[size][FEATURES];
            for (int step = 1; step <= STEPS; step++) {
                double[][] gradient = gradient(coefficients);
                double rate = RATE * (step < 0.7 * STEPS ? 1 : 0.3);
                for (int i = 0; i < size; i++) {
                    for (int f = 0; f < FEATURES; f++) {
                        double g = gradient[i][f];
                        first[i][f] = 0.9 * first[i][f] + 0.1 * g;
                        second[i][f] = 0.99 * second[i][f] + 0.01 * g * g;
                        double mean = first[i][f] / (1 - Math.pow(0.9, step));
                        double square = second[i][f] / (1 - Math.pow(0.99, step));
                        coefficients[i][f] -= rate * mean / (Math.sqrt(square) + 1e-9);
                    }
                }
            }
            return coefficients;
        }

        private double[][] gradient(double[][] coefficients) {
            double[][] gradient = new double[size][FEATURES];
            for (int i = 0; i < size; i++) {
                for (int f = 0; f < FEATURES; f++) {
                    gradient[i][f] = 2 * PENALTY * coefficients[i][f];
                }
            }
            double[] slope = new double[size];
            for (int series = 0; series < features.size(); series++) {
                double[] known = features.get(series);
                double[] share = softmax(known, coefficients);
                double[][] byYear = components.get(series);
                Arrays.fill(slope, 0);
                for (int h = 0; h < byYear.length; h++) {
                    double error = -errors.get(series)[h];
                    for (int i = 0; i < size; i++) {
                        error += share[i] * byYear[h][i];
                    }
                    double pull = weights.get(series)[h] * error / Math.sqrt(error * error + SMOOTH * SMOOTH);
                    for (int i = 0; i < size; i++) {
                        slope[i] += pull * byYear[h][i];
                    }
                }
                double mean = 0;
                for (int i = 0; i < size; i++) {
                    mean += share[i] * slope[i];
                }
                for (int i = 0; i < size; i++) {
                    double of = share[i] * (slope[i] - mean);
                    for (int f = 0; f < FEATURES; f++) {
                        gradient[i][f] += of * known[f];
                    }
                }
            }
            return gradient;
        }
    }

    // ---- measuring ----

    /** A forecast of a year of a series. */
    private interface Said {

        double of(Row row, int h);
    }

    /** Errors as shares, and in steps of the naive forecast. */
    private static double[] sums(Window window, Said said) {
        double[] sums = new double[2];
        for (Row row : window.rows()) {
            for (int h = 0; h < row.actual.length; h++) {
                double point = said.of(row, h);
                double off = Math.abs(point - row.actual[h]);
                sums[0] += off == 0 ? 0 : off / (Math.abs(point) + Math.abs(row.actual[h])) / row.actual.length;
                sums[1] += off / row.scale / row.actual.length;
            }
        }
        return sums;
    }

    private String measured(String source, Fitted fitted) {
        List<Forecaster> members =
                Arrays.stream(fitted.members).mapToObj(candidates::get).toList();
        Forecaster weighted =
                Forecaster.featureWeighted("weighted", Forecaster.middleOfMany(), members, fitted.coefficients);
        StringBuilder text = new StringBuilder();
        for (Window window : windows) {
            if (window.source().equals(source)) {
                IdentityHashMap<Row, double[]> points = new IdentityHashMap<>();
                window.rows().forEach(row -> points.put(row, weighted.points(row.values, row.actual.length)));
                double[] naive = sums(window, (row, h) -> row.last());
                double[] eight = sums(window, (row, h) -> row.eight[h]);
                double[] own = sums(window, (row, h) -> points.get(row)[h]);
                double owa = own[0] / naive[0] + own[1] / naive[1];
                text.append(String.format(
                        Locale.ROOT, " %.4f (%.4f)", owa / (eight[0] / naive[0] + eight[1] / naive[1]), owa / 2));
            }
        }
        return text.toString();
    }
}
