package dev.saidao.samples.benchmarks;

import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.Backtest;
import dev.saidao.forecasting.series.ForecastMethod;
import dev.saidao.forecasting.series.Forecaster;
import dev.saidao.forecasting.series.Scale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Searches the combination of published methods that forecasts annual series best, and tries the search: on all collections but one,
 * on that one.
 *
 * <p>Each argument is a file as for {@link AnnualSeriesTable}. A file of many sources is parted by the first characters of its ids:
 * {@code world.csv.gz=2} says by two of them, {@code world.csv.gz=2/4} takes one series of every four.
 *
 * <p>A member is a method on a scale, of the whole series and once more of its last {@value #RECENT} values. A combination is the mean
 * of the forecasts between two ranks. The search adds the member that helps most, then exchanges members as long as that helps.
 *
 * <p>What it makes least is the mean logarithm of OWA over the files, the collections of a file having equal weight. Each collection is
 * looked at three times: with its whole training parts (twice the weight), from an origin a horizon earlier, and with the last
 * {@value #FEW} values alone. OWA is the mean of sMAPE and MASE, each by that of the naive forecast.
 */
public final class CombinationSearch {

    private static final int RECENT = 18;
    private static final int FEW = 8;
    private static final int LEAST = 6;
    private static final int SIZE = 10;
    private static final double GAIN = 0.001;

    /** The shares of the forecasts that are left out, of the lowest and of the highest. */
    private static final double[][] TRIMS = {{0.4, 0.3}, {0.4, 0.4}, {0.35, 0.35}, {0.3, 0.2}, {0.25, 0.25}};

    private final List<Forecaster> members;
    private final List<Collection> collections;
    private final Map<BitSet, double[][]> known = new HashMap<>();

    private CombinationSearch(List<Forecaster> members, List<Collection> collections) {
        this.members = members;
        this.collections = collections;
    }

    /** Series of one source, with the forecasts of every member from three windows. */
    private record Collection(String name, String file, int size, List<Window> windows) {}

    /** Forecasts from one window. */
    private record Window(double weight, List<Row> rows, Sums naive, Sums standard) {}

    /**
     * What happened after one series, what the default forecaster said, and what each member said, of the whole and of the last values.
     */
    private static final class Row {

        private final double[] actual;
        private final double scale;
        private final double[] standard;
        private final double[][] whole;
        private final double[][] recent;

        Row(double[] actual, double scale, double[] standard, double[][] whole, double[][] recent) {
            this.actual = actual;
            this.scale = scale;
            this.standard = standard;
            this.whole = whole;
            this.recent = recent;
        }
    }

    /** A set of members and a place among {@link #TRIMS}. */
    private record Choice(BitSet members, int trim) {}

    /**
     * Prints the choice on all collections, then for each collection the choice on the others and how it does.
     *
     * @param args the files
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Forecaster> members = new ArrayList<>();
        for (ForecastMethod method : ForecastMethod.values()) {
            for (Scale scale : Scale.values()) {
                members.add(Forecaster.of(method, scale));
            }
        }
        List<Collection> collections = new ArrayList<>();
        for (String argument : args) {
            collections.addAll(read(argument, members));
        }
        new CombinationSearch(members, collections).print(System.out);
    }

    // ---- reading ----

    private static List<Collection> read(String argument, List<Forecaster> members) throws IOException {
        String file = file(argument);
        return bySource(argument).entrySet().stream()
                .map(source -> collection(source.getKey(), file, source.getValue(), members))
                .toList();
    }

    /** The name of the file of an argument. */
    static String file(String argument) {
        return String.valueOf(Path.of(argument.replaceFirst("=[0-9/]*$", "")).getFileName());
    }

    /** The series of an argument by their source, or by the name of the file. */
    static Map<String, List<Backtest.Case>> bySource(String argument) throws IOException {
        int equals = argument.lastIndexOf('=');
        String file = equals < 0 ? argument : argument.substring(0, equals);
        String[] parts = (equals < 0 ? "0" : argument.substring(equals + 1)).split("/", -1);
        int letters = Integer.parseInt(parts[0]);
        int every = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
        String name = String.valueOf(Path.of(file).getFileName());
        Map<String, List<Backtest.Case>> bySource = new TreeMap<>();
        Map<String, Backtest.Case> byId = AnnualSeriesTable.byId(Path.of(file));
        int place = 0;
        for (Map.Entry<String, Backtest.Case> one : byId.entrySet()) {
            if (place++ % every == 0) {
                String source = letters == 0 ? name : one.getKey().substring(0, letters);
                bySource.computeIfAbsent(source, key -> new ArrayList<>()).add(one.getValue());
            }
        }
        return bySource;
    }

    private static Collection collection(
            String name, String file, List<Backtest.Case> cases, List<Forecaster> members) {
        return new Collection(
                name,
                file,
                cases.size(),
                List.of(
                        window(2, cases, members),
                        window(1, earlier(cases), members),
                        window(1, AnnualSeriesTable.last(FEW, cases), members)));
    }

    /** The same series from an origin a horizon earlier, as far as enough values are left. */
    static List<Backtest.Case> earlier(List<Backtest.Case> cases) {
        return cases.stream()
                .filter(one -> one.known().size() >= one.later().size() + LEAST)
                .map(one -> {
                    int origin = one.known().lastYear() - one.later().size();
                    return new Backtest.Case(
                            one.known().until(origin), one.known().from(origin + 1));
                })
                .toList();
    }

    private static Window window(double weight, List<Backtest.Case> cases, List<Forecaster> members) {
        List<Row> rows = cases.parallelStream()
                .map(one -> row(one, members))
                .filter(row -> row.scale > 0)
                .toList();
        int naive = IntStream.range(0, members.size())
                .filter(member -> members.get(member).name().equals(ForecastMethod.NAIVE.code()))
                .findFirst()
                .orElseThrow();
        Sums ofNaive = new Sums();
        Sums ofStandard = new Sums();
        for (Row row : rows) {
            for (int h = 0; h < row.actual.length; h++) {
                ofNaive.add(row, h, row.whole[naive][h]);
                ofStandard.add(row, h, row.standard[h]);
            }
        }
        return new Window(weight, rows, ofNaive, ofStandard);
    }

    private static Row row(Backtest.Case one, List<Forecaster> members) {
        double[] values = numbers(one.known());
        double[] last = Arrays.copyOfRange(values, Math.max(0, values.length - RECENT), values.length);
        int horizon = one.later().size();
        double[][] whole = new double[members.size()][];
        double[][] recent = new double[members.size()][];
        for (int member = 0; member < whole.length; member++) {
            whole[member] = members.get(member).points(values, horizon);
            recent[member] = last.length == values.length
                    ? whole[member]
                    : members.get(member).points(last, horizon);
        }
        double scale = IntStream.range(1, values.length)
                .mapToDouble(t -> Math.abs(values[t] - values[t - 1]))
                .average()
                .orElse(0);
        return new Row(numbers(one.later()), scale, Forecaster.withDefaults().points(values, horizon), whole, recent);
    }

    private static double[] numbers(AnnualSeries series) {
        return series.values().stream().mapToDouble(value -> value).toArray();
    }

    // ---- measuring ----

    /** Adds up the errors of one forecaster. */
    private static final class Sums {

        private double smape;
        private double mase;

        void add(Row row, int h, double point) {
            double actual = row.actual[h];
            double off = Math.abs(point - actual);
            double weight = 1.0 / row.actual.length;
            smape += off == 0 ? 0 : weight * 200 * off / (Math.abs(point) + Math.abs(actual));
            mase += weight * off / row.scale;
        }

        double owa(Sums naive) {
            return (smape / naive.smape + mase / naive.mase) / 2;
        }
    }

    /** The logarithm of OWA in each collection with each trim. */
    private double[][] scores(BitSet chosen) {
        return known.computeIfAbsent(
                chosen,
                key -> collections.parallelStream()
                        .map(collection -> score(collection, chosen))
                        .toArray(double[][]::new));
    }

    private static double[] score(Collection collection, BitSet chosen) {
        double[] score = new double[TRIMS.length];
        double weights = 0;
        for (Window window : collection.windows()) {
            double[] owa = owa(window, chosen);
            for (int trim = 0; trim < owa.length; trim++) {
                score[trim] += window.weight() * Math.log(owa[trim]);
            }
            weights += window.weight();
        }
        double all = weights;
        return Arrays.stream(score).map(sum -> sum / all).toArray();
    }

    /** OWA with each trim. */
    private static double[] owa(Window window, BitSet members) {
        int[] chosen = members.stream().toArray();
        double[] sorted = new double[2 * chosen.length];
        Sums[] sums = new Sums[TRIMS.length];
        Arrays.setAll(sums, trim -> new Sums());
        for (Row row : window.rows()) {
            for (int h = 0; h < row.actual.length; h++) {
                for (int i = 0; i < chosen.length; i++) {
                    sorted[2 * i] = row.whole[chosen[i]][h];
                    sorted[2 * i + 1] = row.recent[chosen[i]][h];
                }
                Arrays.sort(sorted);
                for (int trim = 0; trim < TRIMS.length; trim++) {
                    sums[trim].add(row, h, mean(sorted, TRIMS[trim]));
                }
            }
        }
        return Arrays.stream(sums).mapToDouble(sum -> sum.owa(window.naive())).toArray();
    }

    /** The mean between two ranks; they are rounded, and at least one is left. */
    private static double mean(double[] sorted, double[] trim) {
        int lowest = (int) Math.round(trim[0] * sorted.length);
        int highest = Math.min(sorted.length - lowest - 1, (int) Math.round(trim[1] * sorted.length));
        double sum = 0;
        for (int rank = lowest; rank < sorted.length - highest; rank++) {
            sum += sorted[rank];
        }
        return sum / (sorted.length - lowest - highest);
    }

    /** The mean over files of the mean over their collections but one. */
    private double loss(Choice choice, String left) {
        double[][] scores = scores(choice.members());
        Map<String, double[]> byFile = new LinkedHashMap<>();
        for (int i = 0; i < collections.size(); i++) {
            Collection collection = collections.get(i);
            if (!collection.name().equals(left)) {
                double weight = Math.sqrt(collection.size());
                double[] sums = byFile.computeIfAbsent(collection.file(), key -> new double[2]);
                sums[0] += weight * scores[i][choice.trim()];
                sums[1] += weight;
            }
        }
        return byFile.values().stream()
                .mapToDouble(sums -> sums[0] / sums[1])
                .average()
                .orElse(0);
    }

    // ---- searching ----

    private Choice search(String left) {
        ToDoubleFunction<Choice> loss = choice -> loss(choice, left);
        Choice best = best(with(new BitSet()), loss);
        while (best.members().cardinality() < SIZE) {
            best = best(with(best.members()), loss);
        }
        while (true) {
            Choice other = best(exchanged(best.members()), loss);
            if (loss.applyAsDouble(other) > loss.applyAsDouble(best) - GAIN) {
                return best;
            }
            best = other;
        }
    }

    /** The sets with one more member. */
    private List<BitSet> with(BitSet set) {
        return IntStream.range(0, members.size())
                .filter(member -> !set.get(member))
                .mapToObj(member -> {
                    BitSet more = (BitSet) set.clone();
                    more.set(member);
                    return more;
                })
                .toList();
    }

    /** The sets with another member for one of theirs. */
    private List<BitSet> exchanged(BitSet set) {
        return set.stream()
                .mapToObj(member -> {
                    BitSet fewer = (BitSet) set.clone();
                    fewer.clear(member);
                    return fewer;
                })
                .flatMap(fewer -> with(fewer).stream())
                .filter(other -> !other.equals(set))
                .toList();
    }

    private static Choice best(List<BitSet> sets, ToDoubleFunction<Choice> loss) {
        return sets.stream()
                .flatMap(set -> IntStream.range(0, TRIMS.length).mapToObj(trim -> new Choice(set, trim)))
                .min(Comparator.comparingDouble(loss))
                .orElseThrow();
    }

    // ---- printing ----

    private void print(PrintStream out) {
        out.println("OWA of the whole, of an origin earlier, of the last " + FEW
                + " values, each with that of the default");
        Choice all = search("");
        out.println("chosen on all: " + text(all));
        collections.forEach(collection -> out.println(collection.name() + ":" + owas(collection, all)));
        for (Collection collection : collections) {
            Choice others = search(collection.name());
            out.println("without " + collection.name() + ":" + owas(collection, others) + "; " + text(others));
        }
    }

    private static String owas(Collection collection, Choice choice) {
        return collection.windows().stream()
                .map(window -> String.format(
                        Locale.ROOT,
                        " %.4f (%.4f)",
                        owa(window, choice.members())[choice.trim()],
                        window.standard().owa(window.naive())))
                .collect(Collectors.joining());
    }

    private String text(Choice choice) {
        return Arrays.toString(TRIMS[choice.trim()])
                + choice.members().stream()
                        .mapToObj(member -> members.get(member).name())
                        .collect(Collectors.joining(", ", " ", ""));
    }
}
