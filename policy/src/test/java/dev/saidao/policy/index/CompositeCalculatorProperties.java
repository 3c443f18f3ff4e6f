package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.indicator.Direction;
import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CompositeCalculatorProperties {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();

    private static IndicatorFramework one(Direction direction) {
        return IndicatorFramework.of(
                List.of(IndicatorNode.builder().code("a").direction(direction).build()));
    }

    private static IndicatorTable table(List<Double> values) {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a"));
        for (int unit = 0; unit < values.size(); unit++) {
            table.unit("u" + unit).set("u" + unit, "a", values.get(unit));
        }
        return table.build();
    }

    private static List<OptionalDouble> scores(
            List<Double> values,
            Direction direction,
            NormalizationMethod method,
            Normalization.ReferencePoint reference) {
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.of(method, reference))
                .build();
        CompositeResult result = COMPOSITE.calculate(one(direction), table(values), recipe);
        return result.units().stream().map(unit -> result.score(unit, "a")).toList();
    }

    private static List<Double> each(List<Double> values, double factor, double added) {
        return values.stream().map(x -> factor * x + added).toList();
    }

    @Property
    void minMaxAndZScore_otherUnit_sameScores(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll @IntRange(min = -20, max = 20) int exponent,
            @ForAll Direction direction) {
        // a power of 2, so that the other unit is exact
        List<Double> other = each(values, Math.scalb(1.0, exponent), 0);
        for (NormalizationMethod method : List.of(NormalizationMethod.MIN_MAX, NormalizationMethod.Z_SCORE)) {
            assertThat(scores(other, direction, method, Normalization.ReferencePoint.BEST))
                    .isEqualTo(scores(values, direction, method, Normalization.ReferencePoint.BEST));
        }
    }

    @Property
    void normalizations_valuesNegatedAndDirectionFlipped_sameScores(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll Direction direction) {
        List<Double> negated = each(values, -1, 0);
        for (NormalizationMethod method : List.of(
                NormalizationMethod.MIN_MAX,
                NormalizationMethod.RANK,
                NormalizationMethod.PERCENTILE_RANK,
                NormalizationMethod.BORDA,
                NormalizationMethod.DISTANCE,
                NormalizationMethod.CATEGORIES)) {
            assertThat(scores(negated, direction.reversed(), method, Normalization.ReferencePoint.BEST))
                    .as(method.name())
                    .isEqualTo(scores(values, direction, method, Normalization.ReferencePoint.BEST));
        }
    }

    @Property
    void minMaxAndBorda_directionFlipped_mirror(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = -50, max = 50) Integer> whole) {
        List<Double> values = whole.stream().map(Integer::doubleValue).toList();
        for (NormalizationMethod method : List.of(NormalizationMethod.MIN_MAX, NormalizationMethod.BORDA)) {
            double top = method == NormalizationMethod.MIN_MAX ? 1 : values.size() - 1;
            List<OptionalDouble> up = scores(values, Direction.INCREASE, method, Normalization.ReferencePoint.BEST);
            List<OptionalDouble> down = scores(values, Direction.DECREASE, method, Normalization.ReferencePoint.BEST);
            for (int i = 0; i < up.size(); i++) {
                assertThat(up.get(i).isPresent()).isEqualTo(down.get(i).isPresent());
                if (up.get(i).isPresent()) {
                    assertThat(down.get(i).orElseThrow())
                            .isCloseTo(top - up.get(i).orElseThrow(), within(1e-12));
                }
            }
        }
    }

    /** Transforms of an indicator that rise keep the order of its scores, whichever way is better. */
    @Property(tries = 200)
    void transformations_keepRanks(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 50) Integer> values,
            @ForAll Direction direction,
            @ForAll Transformation transformation) {
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a"));
        for (int i = 0; i < values.size(); i++) {
            table.unit("u" + i).set("u" + i, "a", values.get(i));
        }
        IndicatorNode index = IndicatorNode.builder().code("index").build();
        IndicatorNode.Builder plain =
                IndicatorNode.builder().code("a").parent("index").direction(direction);
        CompositeCalculator composite = CompositeCalculator.withDefaults();
        CompositeResult before = composite.calculate(
                IndicatorFramework.of(List.of(index, plain.build())), table.build(), CompositeRecipe.withDefaults());
        CompositeResult after = composite.calculate(
                IndicatorFramework.of(
                        List.of(index, plain.transformation(transformation).build())),
                table.build(),
                CompositeRecipe.withDefaults());

        for (String unit : before.units()) {
            assertThat(after.rank(unit, "index")).isEqualTo(before.rank(unit, "index"));
        }
    }

    @Property
    void ranks_monotoneTransform_unchanged(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -50, max = 50) Integer> whole,
            @ForAll Direction direction) {
        List<Double> values = whole.stream().map(Integer::doubleValue).toList();
        List<Double> transformed =
                values.stream().map(x -> x * x * x + Math.exp(x / 50)).toList();
        for (NormalizationMethod method :
                List.of(NormalizationMethod.RANK, NormalizationMethod.BORDA, NormalizationMethod.CATEGORIES)) {
            assertThat(scores(transformed, direction, method, Normalization.ReferencePoint.BEST))
                    .isEqualTo(scores(values, direction, method, Normalization.ReferencePoint.BEST));
        }
    }

    @Property
    void borda_addsUpToAllPairs(@ForAll @Size(min = 1, max = 15) List<@IntRange(min = 0, max = 5) Integer> whole) {
        List<Double> values = whole.stream().map(Integer::doubleValue).toList();
        double sum =
                scores(values, Direction.INCREASE, NormalizationMethod.BORDA, Normalization.ReferencePoint.BEST)
                        .stream()
                        .mapToDouble(OptionalDouble::orElseThrow)
                        .sum();
        assertThat(sum).isEqualTo(values.size() * (values.size() - 1) / 2.0);
    }

    @Property
    void means_areInOrder(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = 0.01, max = 1000) Double> scores,
            @ForAll @Size(10) List<@DoubleRange(min = 0.01, max = 10) Double> tenWeights) {
        double[] x = scores.stream().mapToDouble(d -> d).toArray();
        double[] w = tenWeights.stream().limit(x.length).mapToDouble(d -> d).toArray();
        List<Double> means = new ArrayList<>();
        means.add(scores.stream().mapToDouble(d -> d).min().orElseThrow());
        means.add(Aggregation.powerMean(BigDecimal.valueOf(-2)).of(x, w));
        means.add(Aggregation.of(AggregationMethod.HARMONIC).of(x, w));
        means.add(Aggregation.of(AggregationMethod.GEOMETRIC).of(x, w));
        means.add(Aggregation.of(AggregationMethod.ARITHMETIC).of(x, w));
        means.add(Aggregation.powerMean(BigDecimal.valueOf(2)).of(x, w));
        means.add(scores.stream().mapToDouble(d -> d).max().orElseThrow());
        for (int i = 1; i < means.size(); i++) {
            assertThat(means.get(i - 1)).isLessThanOrEqualTo(means.get(i) * (1 + 1e-12));
        }
        assertThat(Aggregation.of(AggregationMethod.MAZZIOTTA_PARETO).of(x, w))
                .isLessThanOrEqualTo(means.get(4) * (1 + 1e-12));
    }

    @Property
    void equalWeights_areTheMean(
            @ForAll @Size(min = 2, max = 10) List<@DoubleRange(min = 0, max = 100) Double> scores) {
        double[] x = scores.stream().mapToDouble(d -> d).toArray();
        double[] w = scores.stream().mapToDouble(d -> 7).toArray();
        assertThat(Aggregation.of(AggregationMethod.ARITHMETIC).of(x, w))
                .isCloseTo(scores.stream().mapToDouble(d -> d).average().orElseThrow(), within(1e-10));
    }

    @Property
    void effectiveWeights_areTheScoreUnderArithmeticMeans(
            @ForAll @Size(8) List<@IntRange(min = 1, max = 9) Integer> weights) {
        IndicatorFramework framework =
                AchievementIndex.flat(weights.stream().map(String::valueOf).toList());
        CompositeResult result =
                COMPOSITE.calculate(framework, AchievementIndex.table(), CompositeRecipe.withDefaults());
        for (String unit : result.units()) {
            double sum = framework.effectiveWeights(Weighting.GIVEN).entrySet().stream()
                    .mapToDouble(weight -> weight.getValue()
                            * result.score(unit, weight.getKey()).orElseThrow())
                    .sum();
            assertThat(result.score(unit, "tai").orElseThrow()).isCloseTo(sum, within(1e-14));
        }
    }

    @Property
    void noScore_isNotANumber(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -1e150, max = 1e150) Double> values,
            @ForAll NormalizationMethod method,
            @ForAll Normalization.ReferencePoint reference) {
        try {
            scores(values, Direction.INCREASE, method, reference)
                    .forEach(score -> score.ifPresent(x -> assertThat(x).isFinite()));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("must");
        }
    }

    /** Bounds of a table with holes contain the scores and ranks of the table that had none. */
    @Property(tries = 300)
    void bounds_containWhatTheMissingCellsWere(
            @ForAll @Size(8) List<@Size(23) List<Boolean>> missing,
            @ForAll boolean nested,
            @ForAll @IntRange(min = 0, max = 3) int mean) {
        IndicatorFramework framework = nested
                ? AchievementIndex.nested()
                : AchievementIndex.flat(List.of("3", "1", "2", "5", "1", "4", "2", "6"));
        Aggregation aggregation = List.of(
                        Aggregation.of(AggregationMethod.ARITHMETIC),
                        Aggregation.of(AggregationMethod.GEOMETRIC),
                        Aggregation.of(AggregationMethod.HARMONIC),
                        Aggregation.powerMean(new BigDecimal("2.5")))
                .get(mean);
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.builder()
                        .method(NormalizationMethod.GOALPOSTS)
                        .low(BigDecimal.ONE)
                        .high(BigDecimal.TEN)
                        .build())
                .aggregation(aggregation)
                .build();
        IndicatorTable whole = AchievementIndex.table();
        IndicatorTable.Builder withHoles = IndicatorTable.builder(whole.columns());
        for (int unit = 0; unit < 23; unit++) {
            String name = whole.units().get(unit);
            withHoles.unit(name);
            for (int indicator = 0; indicator < 8; indicator++) {
                String code = whole.columns().get(indicator);
                if (!missing.get(indicator).get(unit)) {
                    withHoles.set(name, code, whole.value(name, code).orElseThrow());
                }
            }
        }
        CompositeResult truth = COMPOSITE.calculate(framework, whole, recipe);
        CompositeBounds bounds = COMPOSITE.bounds(framework, withHoles.build(), recipe);
        for (String unit : whole.units()) {
            double score = truth.score(unit, "tai").orElseThrow();
            assertThat(bounds.lowest(unit, "tai").orElseThrow()).isLessThanOrEqualTo(score + 1e-12);
            assertThat(bounds.highest(unit, "tai").orElseThrow()).isGreaterThanOrEqualTo(score - 1e-12);
            double rank = truth.rank(unit, "tai").orElseThrow();
            assertThat((double) bounds.bestRank(unit, "tai").orElseThrow()).isLessThanOrEqualTo(rank);
            assertThat((double) bounds.worstRank(unit, "tai").orElseThrow()).isGreaterThanOrEqualTo(rank);
        }
    }

    /** Bounds of a table with bounded and missing cells contain the scores and ranks of any table within them. */
    @Property(tries = 300)
    void bounds_containEveryCompletion(
            @ForAll @Size(6) List<@Size(5) List<@IntRange(min = 0, max = 3) Integer>> kinds,
            @ForAll @Size(6) List<@Size(5) List<@DoubleRange(min = -9, max = 9) Double>> values,
            @ForAll @Size(3) List<@DoubleRange(min = 0, max = 5) Double> widths,
            @ForAll Direction direction,
            @ForAll boolean isGoalposts) {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code("index").build());
        List<String> codes = List.of("a", "b", "c", "d", "e");
        for (String code : codes) {
            nodes.add(IndicatorNode.builder()
                    .code(code)
                    .parent("index")
                    .direction(direction)
                    .lowerGoalpost(BigDecimal.valueOf(-5))
                    .upperGoalpost(BigDecimal.valueOf(6))
                    .build());
        }
        IndicatorFramework framework = IndicatorFramework.of(nodes);
        IndicatorTable.Builder truth = IndicatorTable.builder(codes);
        IndicatorTable.Builder known = IndicatorTable.builder(codes);
        for (int unit = 0; unit < values.size(); unit++) {
            String name = "u" + unit;
            truth.unit(name);
            known.unit(name);
            for (int i = 0; i < codes.size(); i++) {
                double value = values.get(unit).get(i);
                BigDecimal exact = new BigDecimal(value);
                BigDecimal width = new BigDecimal(widths.get((unit + i) % 3));
                truth.set(name, codes.get(i), value);
                switch (kinds.get(unit).get(i)) {
                    case 0 -> known.set(name, codes.get(i), value);
                    case 1 -> known.set(name, codes.get(i), Bounds.closed(exact.subtract(width), exact.add(width)));
                    case 2 -> known.set(name, codes.get(i), Bounds.atLeast(exact.subtract(width)));
                    default -> {} // nothing is known
                }
            }
        }
        CompositeRecipe recipe = CompositeRecipe.builder()
                .normalization(Normalization.builder()
                        .method(isGoalposts ? NormalizationMethod.GOALPOSTS : NormalizationMethod.MIN_MAX)
                        .low(BigDecimal.ONE)
                        .high(BigDecimal.TEN)
                        .build())
                .aggregation(Aggregation.of(AggregationMethod.GEOMETRIC))
                .build();
        CompositeResult result = COMPOSITE.calculate(framework, truth.build(), recipe);
        CompositeBounds bounds = COMPOSITE.bounds(framework, known.build(), recipe);
        for (String unit : result.units()) {
            for (IndicatorNode node : nodes) {
                OptionalDouble score = result.score(unit, node.code());
                if (score.isEmpty()) {
                    continue; // all values of the indicator happen to be equal
                }
                assertThat(bounds.lowest(unit, node.code()).orElseThrow())
                        .isLessThanOrEqualTo(score.getAsDouble() + 1e-12);
                assertThat(bounds.highest(unit, node.code()).orElseThrow())
                        .isGreaterThanOrEqualTo(score.getAsDouble() - 1e-12);
                int rank = (int) result.rank(unit, node.code()).orElseThrow();
                assertThat(bounds.bestRank(unit, node.code()).orElseThrow()).isLessThanOrEqualTo(rank);
                assertThat(bounds.worstRank(unit, node.code()).orElseThrow()).isGreaterThanOrEqualTo(rank);
            }
        }
    }
}
