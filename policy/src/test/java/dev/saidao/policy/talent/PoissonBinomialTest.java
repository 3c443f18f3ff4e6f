package dev.saidao.policy.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PoissonBinomialTest {

    /** By hand: 0.045, 0.455, 0.455, 0.045. */
    @Test
    void threeTrials() {
        PoissonBinomial three = PoissonBinomial.of(0.1, 0.5, 0.9);

        assertThat(three.probability(0)).isCloseTo(0.045, within(1e-15));
        assertThat(three.probability(1)).isCloseTo(0.455, within(1e-15));
        assertThat(three.probabilityOfAtLeast(2)).isCloseTo(0.5, within(1e-15));
        assertThat(three.probability(-1)).isZero();
        assertThat(three.probability(4)).isZero();
        assertThat(three.mean()).isEqualTo(1.5);
        assertThat(three.variance()).isCloseTo(0.43, within(1e-15));
        assertThat(three.quantile(0.5)).isEqualTo(1);
    }

    /** Probabilities i / 101 for i = 1 … 100, with exact fractions by Python. */
    @Test
    void manyTrials_smallTailsKeepTheirDigits() {
        PoissonBinomial hundred = PoissonBinomial.of(
                IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 101.0).toArray());

        assertThat(hundred.probability(50)).isCloseTo(0.0970960177111837, Percentage.withPercentage(1e-10));
        assertThat(hundred.probabilityOfAtLeast(70)).isCloseTo(7.389034760134061e-07, Percentage.withPercentage(1e-9));
        assertThat(hundred.probabilityOfAtLeast(90)).isCloseTo(7.564118026732505e-25, Percentage.withPercentage(1e-9));
    }

    /** Groups, single trials and a library's binomial agree. */
    @Test
    void groups_areManySingleTrials() {
        PoissonBinomial groups =
                PoissonBinomial.of(List.of(new PoissonBinomial.Group(300, 0.3), new PoissonBinomial.Group(200, 0.8)));
        PoissonBinomial single = PoissonBinomial.of(
                IntStream.range(0, 500).mapToDouble(i -> i < 300 ? 0.3 : 0.8).toArray());

        for (int k = 0; k <= 500; k += 7) {
            double expected = single.probability(k);
            if (expected > 1e-30) {
                assertThat(groups.probability(k)).isCloseTo(expected, Percentage.withPercentage(1e-8));
            }
        }
        PoissonBinomial alike = PoissonBinomial.of(List.of(new PoissonBinomial.Group(100_000, 0.9)));
        assertThat(alike.probabilityOfAtLeast(90_200))
                .isCloseTo(
                        BinomialDistribution.of(100_000, 0.9).survivalProbability(90_199),
                        Percentage.withPercentage(1e-7));
    }

    @Test
    void edges() {
        assertThat(PoissonBinomial.of().probability(0)).isEqualTo(1);
        assertThat(PoissonBinomial.of(0, 0).probability(0)).isEqualTo(1);
        assertThat(PoissonBinomial.of(1, 1).probabilityOfAtLeast(2)).isEqualTo(1);
        assertThat(PoissonBinomial.of(List.of(new PoissonBinomial.Group(0, 0.5)))
                        .probability(0))
                .isEqualTo(1);
        assertThat(PoissonBinomial.of(List.of(new PoissonBinomial.Group(5, 1))).quantile(0.01))
                .isEqualTo(5);
        assertThatThrownBy(() -> PoissonBinomial.of(1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Probability must be 0 to 1: 1.1");
        assertThatThrownBy(() -> new PoissonBinomial.Group(-1, 0.5)).hasMessage("Trials must be 0 or more: -1");
        assertThatThrownBy(() -> PoissonBinomial.of(Double.NaN)).hasMessage("Probability must be 0 to 1: NaN");
        assertThatThrownBy(() -> PoissonBinomial.of(0.5).quantile(1))
                .hasMessage("Probability must be above 0 and below 1: 1.0");
    }

    /** Closed forms: 0.1^150, and 150 × 0.9 × 0.1^149 more for one that fails. */
    @Test
    void farTails_keepTheirDigits() {
        PoissonBinomial trials = PoissonBinomial.of(List.of(new PoissonBinomial.Group(150, 0.1)));

        assertThat(trials.probability(150)).isCloseTo(1e-150, Percentage.withPercentage(1e-9));
        assertThat(trials.probabilityOfAtLeast(150)).isCloseTo(1e-150, Percentage.withPercentage(1e-9));
        assertThat(trials.probability(149)).isCloseTo(1.35e-147, Percentage.withPercentage(1e-9));
        assertThat(trials.probabilityOfAtLeast(149)).isCloseTo(1.351e-147, Percentage.withPercentage(1e-9));
        assertThat(trials.probabilityOfAtLeast(151)).isZero();
    }

    /** Closed forms: 0.1^1000, which is below the least double, and 0.1^100. */
    @Test
    void lowerTail_keepsItsDigitsToo() {
        PoissonBinomial trials = PoissonBinomial.of(List.of(new PoissonBinomial.Group(1000, 0.9)));

        assertThat(trials.probability(0)).isEqualTo(Double.MIN_VALUE);
        assertThat(PoissonBinomial.of(List.of(new PoissonBinomial.Group(100, 0.9)))
                        .probability(0))
                .isCloseTo(1e-100, Percentage.withPercentage(1e-9));
    }

    @Test
    void whatIsPossible_isNeverZero() {
        PoissonBinomial trials = PoissonBinomial.of(List.of(
                new PoissonBinomial.Group(500, 0.01),
                new PoissonBinomial.Group(3, 1),
                new PoissonBinomial.Group(4, 0)));

        assertThat(trials.probability(503)).isEqualTo(Double.MIN_VALUE);
        assertThat(trials.probabilityOfAtLeast(503)).isEqualTo(Double.MIN_VALUE);
        assertThat(trials.probability(504)).isZero();
        assertThat(trials.probability(2)).isZero();
    }

    /** Against the sum in decimals, of trials that differ. */
    @Test
    void farTails_ofUnlikeTrials() {
        double[] p = IntStream.range(0, 60).mapToDouble(i -> 0.001 + 0.0007 * i).toArray();
        assertExact(PoissonBinomial.of(p), p);
    }

    /** Against the sum in decimals: groups with far tails on both sides, also beside those who certainly succeed or fail. */
    @Test
    void farTails_ofGroups() {
        for (double probability : new double[] {0.3, 0.7, 0.9}) {
            double[] p = new double[207];
            Arrays.fill(p, 0, 200, probability);
            Arrays.fill(p, 200, 203, 1);
            assertExact(
                    PoissonBinomial.of(List.of(
                            new PoissonBinomial.Group(200, probability),
                            new PoissonBinomial.Group(3, 1),
                            new PoissonBinomial.Group(4, 0))),
                    p);
        }
    }

    /** Against the sum in decimals: nearly all succeed, or nearly none, so that one end is not kept. */
    @Test
    void oneEnd_isNotKept() {
        for (double probability : new double[] {0.0001, 0.9999}) {
            double[] p = new double[64];
            Arrays.fill(p, probability);
            assertExact(PoissonBinomial.of(p), p);
            assertThat(PoissonBinomial.of(p).kept(probability > 0.5 ? 0 : 64)).isZero();
        }
    }

    private static void assertExact(PoissonBinomial trials, double[] p) {
        BigDecimal[] exact = {BigDecimal.ONE};
        for (double one : p) {
            BigDecimal q = new BigDecimal(one);
            BigDecimal[] next = new BigDecimal[exact.length + 1];
            Arrays.fill(next, BigDecimal.ZERO);
            for (int k = 0; k < exact.length; k++) {
                next[k] = next[k].add(exact[k].multiply(BigDecimal.ONE.subtract(q)), MathContext.DECIMAL128);
                next[k + 1] = next[k + 1].add(exact[k].multiply(q), MathContext.DECIMAL128);
            }
            exact = next;
        }
        BigDecimal atLeast = BigDecimal.ZERO;
        for (int k = p.length; k >= 0; k--) {
            atLeast = atLeast.add(exact[k], MathContext.DECIMAL128);
            assertThat(trials.probability(k)).isCloseTo(exact[k].doubleValue(), Percentage.withPercentage(1e-7));
            assertThat(trials.probabilityOfAtLeast(k))
                    .isCloseTo(atLeast.doubleValue(), Percentage.withPercentage(1e-7));
        }
    }

    /** n p (1 - p) of each group: 300 × 0.3 × 0.7 + 200 × 0.8 × 0.2. */
    @Test
    void moments_ofGroups() {
        PoissonBinomial groups =
                PoissonBinomial.of(List.of(new PoissonBinomial.Group(300, 0.3), new PoissonBinomial.Group(200, 0.8)));

        assertThat(groups.mean()).isCloseTo(250, within(1e-12));
        assertThat(groups.variance()).isCloseTo(95, within(1e-12));
        assertThat(groups.trials()).isEqualTo(500);
        assertThat(PoissonBinomial.of(0.1, 0.5, 0.9).kept(0)).isCloseTo(0.045, within(1e-15));
    }

    /** That all ten succeed is likelier than a double below 1 can leave out, however the sum is rounded. */
    @Test
    void quantile_justBelow1_isTheLast() {
        for (int i = 1; i < 10; i++) {
            double[] p = new double[12];
            Arrays.fill(p, i / 10.0);
            p[10] = 1;
            p[11] = 1;
            assertThat(PoissonBinomial.of(p).quantile(Math.nextDown(1.0))).isEqualTo(12);
        }
        assertThatThrownBy(() -> PoissonBinomial.of(0.5).quantile(0))
                .hasMessage("Probability must be above 0 and below 1: 0.0");
    }
}
