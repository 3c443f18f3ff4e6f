package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.ranking.PreferenceProfile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Forms the scores of a parent from those of its children, all units at once, on plain arrays. A score that is not there is
 * NaN, or {@link #NOT_POSITIVE}.
 */
final class Aggregator {

    /** In place of a score that a mean cannot give since something below is not positive. */
    static final double NOT_POSITIVE = Double.NEGATIVE_INFINITY;
    /** In place of a score that is too large to be held. */
    static final double TOO_LARGE = Double.POSITIVE_INFINITY;

    private static final int WEIGHT_DIGITS = 9;

    private final Aggregation aggregation;
    private final double[][] children;
    private final double[] weights;

    /**
     * An aggregator.
     *
     * @param children the scores of each child, in the order of the units
     * @param weights the weight of each child, above 0
     */
    Aggregator(Aggregation aggregation, double[][] children, double[] weights) {
        this.aggregation = aggregation;
        this.children = children;
        this.weights = weights;
    }

    /** An aggregator of the children that have a weight. */
    static Aggregator of(Aggregation aggregation, List<double[]> children, double[] weights) {
        int[] weighed = IntStream.range(0, weights.length)
                .filter(child -> weights[child] > 0)
                .toArray();
        return new Aggregator(
                aggregation,
                IntStream.of(weighed).mapToObj(children::get).toArray(double[][]::new),
                IntStream.of(weighed).mapToDouble(child -> weights[child]).toArray());
    }

    /**
     * The scores of the parent.
     *
     * @param tooFew for each unit whether too little is there for a score
     */
    double[] scores(boolean[] tooFew) {
        if (aggregation.method().isMean()) {
            return means(tooFew);
        }
        double[] scores = new double[tooFew.length];
        int[] units = IntStream.range(0, scores.length)
                .filter(unit -> {
                    scores[unit] = unscored(unit, tooFew[unit]);
                    return scores[unit] == 0;
                })
                .toArray();
        if (units.length > 0) {
            double[] found = ofAll(units);
            for (int i = 0; i < units.length; i++) {
                scores[units[i]] = found[i];
            }
        }
        return scores;
    }

    /** Why a unit has no score, 0 if it has one. */
    private double unscored(int unit, boolean tooFew) {
        boolean any = false;
        for (double[] child : children) {
            if (child[unit] == NOT_POSITIVE) {
                return NOT_POSITIVE;
            }
            any |= !Double.isNaN(child[unit]);
        }
        return any && !tooFew ? 0 : Double.NaN;
    }

    // ---- means ----

    private double[] means(boolean[] tooFew) {
        double[] scores = aggregation.method() == AggregationMethod.ARITHMETIC && children.length > 1
                ? arithmeticMeans(tooFew.length)
                : filled(tooFew.length);
        double[] ofUnit = new double[children.length];
        double[] weightsOfUnit = new double[children.length];
        for (int unit = 0; unit < scores.length; unit++) {
            if (!Double.isFinite(scores[unit])) {
                scores[unit] = mean(unit, ofUnit, weightsOfUnit);
            }
            if (tooFew[unit] && scores[unit] != NOT_POSITIVE) {
                scores[unit] = Double.NaN;
            }
        }
        return scores;
    }

    private static double[] filled(int units) {
        double[] scores = new double[units];
        Arrays.fill(scores, Double.NaN);
        return scores;
    }

    /** The means of units that have all scores; not finite for the others. The order of operations is that of one unit. */
    private double[] arithmeticMeans(int units) {
        double[] sums = new double[units];
        double total = 0;
        for (int child = 0; child < children.length; child++) {
            double weight = weights[child];
            double[] column = children[child];
            total += weight;
            for (int unit = 0; unit < units; unit++) {
                sums[unit] += weight * column[unit];
            }
        }
        for (int unit = 0; unit < units; unit++) {
            sums[unit] /= total;
        }
        return sums;
    }

    private double mean(int unit, double[] scores, double[] weightsOfUnit) {
        int count = 0;
        boolean needsPositive = aggregation.method().needsPositive();
        for (int child = 0; child < children.length; child++) {
            double score = children[child][unit];
            if (score == NOT_POSITIVE || (needsPositive && score <= 0)) {
                return NOT_POSITIVE;
            }
            if (!Double.isNaN(score)) {
                scores[count] = score;
                weightsOfUnit[count++] = weights[child];
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double mean = aggregation.of(scores, weightsOfUnit, count);
        return Double.isFinite(mean) ? mean : TOO_LARGE;
    }

    // ---- all units against each other ----

    private double[] ofAll(int[] units) {
        return switch (aggregation.method()) {
            case BENEFIT_OF_THE_DOUBT -> {
                BenefitOfTheDoubt doubt = doubt();
                yield IntStream.of(units).mapToDouble(doubt::score).toArray();
            }
            case BORDA -> ranked(units, profile -> numbers(profile.bordaScores()));
            case COPELAND -> ranked(units, profile -> numbers(profile.copelandScores()));
            case CONDORCET -> ranked(units, profile -> below(profile.condorcetGroups()));
            case KEMENY -> ranked(units, Aggregator::kemeny);
            case ARITHMETIC,
                    GEOMETRIC,
                    HARMONIC,
                    POWER_MEAN,
                    MAZZIOTTA_PARETO,
                    MAZZIOTTA_PARETO_NEGATIVE,
                    ORDERED_WEIGHTED ->
                throw new IllegalStateException("Aggregation must be of all units: " + aggregation.method());
        };
    }

    /** The search for the weights of each unit. */
    BenefitOfTheDoubt doubt() {
        return new BenefitOfTheDoubt(aggregation, children);
    }

    private double[] ranked(int[] units, Function<PreferenceProfile, Map<String, Double>> rule) {
        List<String> names = IntStream.of(units).mapToObj(String::valueOf).toList();
        PreferenceProfile.Builder profile = PreferenceProfile.builder(names);
        for (int child = 0; child < children.length; child++) {
            Map<String, Double> scores = new LinkedHashMap<>();
            for (int i = 0; i < units.length; i++) {
                double score = children[child][units[i]];
                if (!Double.isNaN(score)) {
                    scores.put(names.get(i), score);
                }
            }
            BigDecimal weight = weight(weights[child]);
            if (weight.signum() > 0) {
                profile.scores(weight, scores);
            }
        }
        Map<String, Double> scores = rule.apply(profile.build());
        return names.stream()
                .mapToDouble(name -> scores.getOrDefault(name, Double.NaN))
                .toArray();
    }

    /** The weight of a child as voter, in whole billionths. */
    static BigDecimal weight(double weight) {
        return BigDecimal.valueOf(weight).setScale(WEIGHT_DIGITS, RoundingMode.HALF_EVEN);
    }

    private static Map<String, Double> numbers(Map<String, ? extends Number> scores) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        scores.forEach((name, score) -> numbers.put(name, score.doubleValue()));
        return numbers;
    }

    private static Map<String, Double> below(List<List<String>> groups) {
        Map<String, Double> below = new LinkedHashMap<>();
        int left = groups.stream().mapToInt(List::size).sum();
        for (List<String> group : groups) {
            left -= group.size();
            for (String name : group) {
                below.put(name, (double) left);
            }
        }
        return below;
    }

    private static Map<String, Double> kemeny(PreferenceProfile profile) {
        PreferenceProfile.Kemeny kemeny = profile.kemeny();
        List<List<String>> rankings = kemeny.rankings();
        Require.that(
                kemeny.count().equals(BigInteger.valueOf(rankings.size())),
                "Kemeny rankings must be no more than %s for a score: %s",
                PreferenceProfile.MAX_LISTED,
                kemeny.count());
        Map<String, Double> sums = new LinkedHashMap<>();
        for (List<String> ranking : rankings) {
            List<List<String>> single = new ArrayList<>();
            ranking.forEach(name -> single.add(List.of(name)));
            below(single).forEach((name, below) -> sums.merge(name, below, Double::sum));
        }
        sums.replaceAll((name, sum) -> sum / rankings.size());
        return sums;
    }
}
