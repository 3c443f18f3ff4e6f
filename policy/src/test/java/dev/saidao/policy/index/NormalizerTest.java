package dev.saidao.policy.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.indicator.Direction;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected numbers are closed forms. */
class NormalizerTest {

    private static Normalizer normalizer(Normalization normalization, Direction direction, double... values) {
        IndicatorNode node = IndicatorNode.builder()
                .code("a")
                .direction(direction)
                .target(BigDecimal.ZERO)
                .build();
        return new Normalizer(normalization, node, values, Double.NaN);
    }

    private static double[] scores(Normalization normalization, Direction direction, double... values) {
        return normalizer(normalization, direction, values).scores();
    }

    @Test
    void borda_countsWhatIsWorse_andHalfOfWhatIsEqual() {
        Normalization borda = Normalization.of(NormalizationMethod.BORDA);
        assertThat(scores(borda, Direction.INCREASE, 10, 20, 20, 5)).containsExactly(1, 2.5, 2.5, 0);
        assertThat(scores(borda, Direction.DECREASE, 10, 20, 20, 5)).containsExactly(2, 0.5, 0.5, 3);
    }

    @Test
    void ratio_ofWhereLessIsBetter_isTurned() {
        Normalization ratio = Normalization.of(NormalizationMethod.RATIO, Normalization.ReferencePoint.MEAN);
        assertThat(scores(ratio, Direction.INCREASE, 1, 3)).containsExactly(0.5, 1.5);
        assertThat(scores(ratio, Direction.DECREASE, 1, 4, 1)).containsExactly(2, 0.5, 2);
    }

    @Test
    void ratio_ofZero_isNoScore() {
        Normalization ratio = Normalization.of(NormalizationMethod.RATIO, Normalization.ReferencePoint.MEAN);
        assertThat(normalizer(ratio, Direction.INCREASE, 1, 3).obstacle()).isEmpty();
        assertThat(normalizer(ratio, Direction.INCREASE, 0, 3).obstacle())
                .hasValueSatisfying(left -> assertThat(left.status()).isEqualTo(ScoreStatus.NOT_POSITIVE));
        Normalization toTarget = Normalization.of(NormalizationMethod.RATIO, Normalization.ReferencePoint.TARGET);
        assertThat(normalizer(toTarget, Direction.INCREASE, 1, 3).obstacle()).isPresent();
    }

    /** The ends of the band belong to it. */
    @Test
    void aboveBelowMean_atTheEndsOfTheBand_isZero() {
        Normalization quarter = Normalization.builder()
                .method(NormalizationMethod.ABOVE_BELOW_MEAN)
                .band(new BigDecimal("0.25"))
                .build();
        assertThat(scores(quarter, Direction.INCREASE, 3, 4, 5)).containsExactly(0, 0, 0);
        assertThat(scores(quarter, Direction.INCREASE, 2, 4, 6)).containsExactly(-1, 0, 1);
        assertThat(scores(quarter, Direction.DECREASE, 2, 4, 6)).containsExactly(1, 0, -1);
    }

    /** Of 20 units the worst is at 5 percent, which begins the next category, as 15, 35, 65, 85 and 95 percent do. */
    @Test
    void categories_beginAtTheirEnds() {
        double[] values = new double[20];
        Arrays.setAll(values, i -> i);
        assertThat(scores(Normalization.of(NormalizationMethod.CATEGORIES), Direction.INCREASE, values))
                .containsExactly(20, 20, 40, 40, 40, 40, 50, 50, 50, 50, 50, 50, 60, 60, 60, 60, 80, 80, 100, 100);
    }

    @Test
    void whatIsComparedWithNumbersOfTheTable_isKnown() {
        for (NormalizationMethod method : NormalizationMethod.values()) {
            boolean compares = method == NormalizationMethod.RATIO
                    || method == NormalizationMethod.RELATIVE_DIFFERENCE
                    || method == NormalizationMethod.DISTANCE;
            boolean goalposts = method == NormalizationMethod.GOALPOSTS;
            assertThat(Normalization.of(method, Normalization.ReferencePoint.TARGET)
                            .usesStatedValues())
                    .isEqualTo(goalposts || compares);
            assertThat(Normalization.of(method, Normalization.ReferencePoint.BEST)
                            .usesStatedValues())
                    .isEqualTo(goalposts);
        }
    }

    @Test
    void ends_ofWhatIsAdmitted() {
        assertThatThrownBy(() -> Normalization.builder()
                        .method(NormalizationMethod.MIN_MAX)
                        .low(BigDecimal.ONE)
                        .high(new BigDecimal("1.0"))
                        .build())
                .hasMessage("Low end of scores must be below the high end: 1, 1.0");
        assertThatThrownBy(() -> Normalization.builder()
                        .method(NormalizationMethod.ABOVE_BELOW_MEAN)
                        .band(new BigDecimal("1.1"))
                        .build())
                .hasMessage("Band must be 0 to 1: 1.1");
        assertThatThrownBy(() -> Normalization.of(NormalizationMethod.RATIO, Normalization.ReferencePoint.UNIT))
                .hasMessage("Unit of reference must be named");
    }

    @Test
    void distance_toWhatIsNoBetterThanTheWorst_isRefused() {
        Normalization toWorst = Normalization.of(NormalizationMethod.DISTANCE, Normalization.ReferencePoint.WORST);
        for (Direction direction : Direction.values()) {
            assertThatThrownBy(() -> scores(toWorst, direction, 2, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Reference of a must be better than the worst value");
        }
        Normalization toBest = Normalization.of(NormalizationMethod.DISTANCE, Normalization.ReferencePoint.BEST);
        assertThat(scores(toBest, Direction.INCREASE, 2, 3, 4)).containsExactly(0, 0.5, 1);
        assertThat(scores(toBest, Direction.DECREASE, 2, 3, 4)).containsExactly(1, 0.5, 0);
        assertThatThrownBy(() -> scores(Normalization.of(NormalizationMethod.GOALPOSTS), Direction.INCREASE, 1))
                .hasMessage("Indicator must have goalposts: a");
    }
}
