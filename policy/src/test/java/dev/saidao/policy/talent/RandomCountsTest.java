package dev.saidao.policy.talent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often numbers are drawn, against the distributions of commons-statistics; seeds are fixed, so that nothing is left to chance. */
class RandomCountsTest {

    private static final int DRAWS = 20_000;

    private static RandomCounts counts(long seed) {
        return new RandomCounts(RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    /** The greatest distance of two distribution functions; 1.95 / sqrt(n) is passed once in a thousand. */
    private static void assertDrawnFrom(DiscreteDistribution distribution, long[] drawn) {
        Arrays.sort(drawn);
        double distance = 0;
        for (int i = 0; i < drawn.length; i++) {
            if (i == drawn.length - 1 || drawn[i] != drawn[i + 1]) {
                double share = (i + 1) / (double) drawn.length;
                distance = Math.max(distance, Math.abs(share - distribution.cumulativeProbability((int) drawn[i])));
            }
        }
        assertThat(distance).isLessThan(1.95 / Math.sqrt(drawn.length));
    }

    /** Few and many people, rare and frequent events, also where expected numbers are above those added up one by one. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3",
        "7, 0.5",
        "50, 0.02",
        "199, 0.9",
        "201, 0.05",
        "2000, 0.1",
        "3000, 0.2",
        "100000, 0.001",
        "5000, 0.999"
    })
    void binomial(int n, double p) {
        RandomCounts counts = counts(n);
        long[] drawn = new long[DRAWS];
        Arrays.setAll(drawn, i -> counts.binomial(n, p));
        assertDrawnFrom(BinomialDistribution.of(n, p), drawn);
    }

    @Test
    void binomial_ofNothingOrOfAll() {
        RandomCounts counts = counts(1);
        assertThat(counts.binomial(0, 0.5)).isZero();
        assertThat(counts.binomial(9, 0)).isZero();
        assertThat(counts.binomial(9, 1)).isEqualTo(9);
    }

    /** One cohort of three, few selected and many. */
    @ParameterizedTest
    @CsvSource({"40, 60, 100, 30", "3, 1, 1, 2", "900, 800, 700, 600", "10, 0, 20, 29"})
    void select(int first, int second, int third, int size) {
        RandomCounts counts = counts(size);
        long[] ofFirst = new long[DRAWS / 10];
        long[] ofThird = new long[ofFirst.length];
        for (int i = 0; i < ofFirst.length; i++) {
            long[] from = {first, second, third};
            long[] selected = new long[3];
            counts.select(from, size, selected);
            assertThat(Arrays.stream(selected).sum()).isEqualTo(size);
            assertThat(from[1] + selected[1]).isEqualTo(second);
            ofFirst[i] = selected[0];
            ofThird[i] = selected[2];
        }
        int all = first + second + third;
        assertDrawnFrom(HypergeometricDistribution.of(all, first, size), ofFirst);
        assertDrawnFrom(HypergeometricDistribution.of(all, third, size), ofThird);
    }

    @Test
    void select_moreThanThere_takesAll() {
        long[] from = {2, 0, 3};
        long[] selected = {1, 1, 1};
        counts(3).select(from, 600, selected);
        assertThat(from).containsOnly(0);
        assertThat(selected).containsExactly(3, 1, 4);
    }

    /** A share is drawn that is given, to the 53 bits that a double has. */
    private static RandomCounts drawing(double share) {
        return new RandomCounts(() -> (long) (share * 0x1p53) << 11);
    }

    /** The first number up to which the probabilities make the share, as commons-statistics finds it by bisection. */
    @ParameterizedTest
    @CsvSource({
        "50, 0.02",
        "199, 0.4",
        "2000, 0.1",
        "3000, 0.2",
        "411, 0.499",
        "1000000, 0.00005",
        "1000000, 0.01",
        "2000000, 0.0002"
    })
    void binomial_isTheQuantileOfTheShare(int n, double p) {
        BinomialDistribution distribution = BinomialDistribution.of(n, p);
        for (int i = -1; i <= 200; i++) {
            double share = i < 0 ? 1e-9 : i == 200 ? 1 - 1e-9 : (i + 0.37) / 200;
            assertThat(drawing(share).binomial(n, p)).isEqualTo(distribution.inverseCumulativeProbability(share));
            assertThat(drawing(share).binomial(n, 1 - p))
                    .isEqualTo(n - BinomialDistribution.of(n, 1 - (1 - p)).inverseCumulativeProbability(share));
        }
        assertThat(drawing(0).binomial(n, p)).isZero();
    }

    /** The greatest share below 1 is all of few, and never more than all, however the sum is rounded. */
    @Test
    void binomial_ofTheGreatestShare_isAll() {
        for (int n = 1; n <= 12; n++) {
            for (double p : new double[] {0.1, 0.2, 0.3, 0.4, 0.5}) {
                assertThat(drawing(Math.nextDown(1.0)).binomial(n, p)).isEqualTo(n);
            }
        }
    }

    /** Far above the mean the normal distribution is ahead of the binomial one, so that it is looked for downwards. */
    @Test
    void binomial_ofGreatShares() {
        for (int n = 402; n < 442; n++) {
            double share = 1 - 0x1p-43;
            assertThat(drawing(share).binomial(n, 0.499))
                    .isEqualTo(BinomialDistribution.of(n, 0.499).inverseCumulativeProbability(share));
        }
    }
}
