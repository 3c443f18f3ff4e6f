package dev.saidao.policy.index.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import dev.saidao.policy.index.Normalization;
import dev.saidao.policy.index.NormalizationMethod;
import dev.saidao.policy.index.robustness.RobustnessPlan.Factor;
import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Variance split on given draws. By hand, of u with 2 and 101 and v with 1 and 102, with weights 1 and 1.1: v is first by min-max
 * scores, u by ratios to the best, as 2 to 1 is more than 102 to 101; with equal weights they tie by min-max, u is first by ratios. So
 * the mean rank shift is 0, 1, 1/2 and 1: of variance 11/64; the means by scores, 1/4 and 1, have 9/64, those by weights, 1/2 and 3/4,
 * have 1/64, and 1/64 is left for both together.
 */
class SobolSampleTest {

    private static final RobustnessCalculator ROBUSTNESS = RobustnessCalculator.withDefaults();
    private static final RobustnessPlan PLAN = RobustnessPlan.builder()
            .addWeightings(Weighting.GIVEN, Weighting.EQUAL)
            .addNormalizations(
                    Normalization.of(NormalizationMethod.MIN_MAX), Normalization.of(NormalizationMethod.RATIO))
            .build();

    private static CompositeResult crossed() {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("a").parent("index").build(),
                IndicatorNode.builder()
                        .code("b")
                        .parent("index")
                        .weight(new BigDecimal("1.1"))
                        .build()));
        IndicatorTable.Builder table = IndicatorTable.builder(List.of("a", "b"));
        table.unit("u").set("u", "a", 2).set("u", "b", 101);
        table.unit("v").set("v", "a", 1).set("v", "b", 102);
        return CompositeCalculator.withDefaults().calculate(framework, table.build(), CompositeRecipe.withDefaults());
    }

    /** Every pair of draws once, for the first and the second set: sixteen runs, in which all means are exact. */
    private static SobolSample everyPair() {
        double[][] draws = new double[4][16];
        for (int run = 0; run < 16; run++) {
            for (int i = 0; i < 4; i++) {
                draws[i][run] = (run >> i & 1) == 0 ? 0.25 : 0.75;
            }
        }
        return SobolSample.of(
                Map.of(Factor.WEIGHTING, draws[0], Factor.NORMALIZATION, draws[1]),
                Map.of(Factor.WEIGHTING, draws[2], Factor.NORMALIZATION, draws[3]));
    }

    @Test
    void varianceShares_ofEveryPair_areExact() {
        VarianceShares shares = ROBUSTNESS.varianceShares(crossed(), PLAN, "index", everyPair());
        assertThat(shares.variance()).isCloseTo(11 / 64.0, within(1e-15));
        VarianceShares.Estimate weights = shares.estimate(Factor.WEIGHTING).orElseThrow();
        VarianceShares.Estimate scores = shares.estimate(Factor.NORMALIZATION).orElseThrow();
        assertThat(weights.first()).isCloseTo(1 / 11.0, within(1e-15));
        assertThat(weights.total()).isCloseTo(2 / 11.0, within(1e-15));
        assertThat(scores.first()).isCloseTo(9 / 11.0, within(1e-15));
        assertThat(scores.total()).isCloseTo(10 / 11.0, within(1e-15));
    }

    /** Draws of a seed come near the same. */
    @Test
    void varianceShares_ofDrawsByASeed_areNear() {
        RobustnessPlan seeded =
                RobustnessPlan.builder().from(PLAN).runs(20_000).seed(3).build();
        VarianceShares shares = ROBUSTNESS.varianceShares(crossed(), seeded, "index");
        assertThat(shares.estimate(Factor.NORMALIZATION).orElseThrow().first()).isCloseTo(9 / 11.0, within(0.03));
        assertThat(shares.estimate(Factor.WEIGHTING).orElseThrow().total()).isCloseTo(2 / 11.0, within(0.03));
    }

    @Test
    void badInput() {
        double[] two = {0, 0.5};
        assertThatThrownBy(() -> SobolSample.of(Map.of(Factor.WEIGHTING, two), Map.of()))
                .hasMessage("Both sets of draws must be of the same choices: [WEIGHTING], []");
        assertThatThrownBy(() -> SobolSample.of(
                        Map.of(Factor.WEIGHTING, two), Map.of(Factor.WEIGHTING, new double[] {0, 0.5, 0.7})))
                .hasMessage("Draws must be as many for each choice: 3 of WEIGHTING, not 2");
        assertThatThrownBy(() ->
                        SobolSample.of(Map.of(Factor.WEIGHTING, two), Map.of(Factor.WEIGHTING, new double[] {0, 1})))
                .hasMessage("Draws must be from 0 to below 1: 1.0");
        assertThatThrownBy(() -> SobolSample.of(
                        Map.of(Factor.WEIGHTING, new double[1]), Map.of(Factor.WEIGHTING, new double[1])))
                .hasMessage("Runs must be 2 or more: 1");
        SobolSample other = SobolSample.of(Map.of(Factor.WEIGHTING, two), Map.of(Factor.WEIGHTING, two));
        assertThatThrownBy(() -> ROBUSTNESS.varianceShares(crossed(), PLAN, "index", other))
                .hasMessage("Draws must be of the choices that are varied, [WEIGHTING, NORMALIZATION]: [WEIGHTING]");
        assertThat(everyPair()).hasToString("16 runs of [WEIGHTING, NORMALIZATION]");
    }
}
