package dev.saidao.policy.index.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected numbers are closed forms. */
class ConcentrationCalculatorTest {

    private static final ConcentrationCalculator CONCENTRATION = ConcentrationCalculator.withDefaults();

    private static List<Double> sizes(double... sizes) {
        return DoubleStream.of(sizes).boxed().toList();
    }

    @Test
    void herfindahlIndex_closedForms() {
        assertThat(CONCENTRATION.herfindahlIndex(sizes(7, 7, 7, 7))).isEqualTo(0.25);
        assertThat(CONCENTRATION.herfindahlIndex(sizes(0, 5, 0))).isEqualTo(1);
        assertThat(CONCENTRATION.herfindahlIndex(sizes(1, 3))).isEqualTo(0.625);
    }

    @Test
    void giniCoefficient_closedForms() {
        assertThat(CONCENTRATION.giniCoefficient(sizes(0, 0, 0, 1))).isEqualTo(0.75);
        assertThat(CONCENTRATION.giniCoefficient(sizes(3, 3, 3))).isCloseTo(0, within(1e-16));
        // 1 to n: (n - 1) / (3 n)
        assertThat(CONCENTRATION.giniCoefficient(sizes(5, 1, 4, 2, 3))).isCloseTo(4 / 15.0, within(1e-15));
    }

    @Test
    void theil_closedForms() {
        assertThat(CONCENTRATION.theilT(sizes(0, 0, 8))).isCloseTo(Math.log(3), within(1e-15));
        assertThat(CONCENTRATION.theilT(sizes(2, 2))).isZero();
        // shares 1/4 and 3/4
        assertThat(CONCENTRATION.theilT(sizes(1, 3)))
                .isCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), within(1e-15));
        assertThat(CONCENTRATION.theilL(sizes(1, 3))).isCloseTo(-(Math.log(0.5) + Math.log(1.5)) / 2, within(1e-15));
    }

    @Test
    void krugmanIndex_andLocationQuotient_closedForms() {
        assertThat(CONCENTRATION.krugmanIndex(sizes(1, 0), sizes(0, 9))).isEqualTo(2);
        assertThat(CONCENTRATION.krugmanIndex(sizes(1, 3), sizes(10, 30))).isZero();
        assertThat(CONCENTRATION.locationQuotient(20, 100, 50, 1000)).isCloseTo(4, within(1e-15));
    }

    /** Shares 1/4, 3/4 over 1/2, 1/2: |1/4 · 1/2 - 3/4 · 1/2| = 1/4. */
    @Test
    void specializationGini_closedForm() {
        assertThat(CONCENTRATION.specializationGini(Map.of("ai", 1.0, "bio", 3.0), Map.of("ai", 5.0, "bio", 5.0)))
                .isEqualTo(0.25);
    }

    @Test
    void locationQuotient_endsOfWhatIsAdmitted() {
        assertThat(CONCENTRATION.locationQuotient(1, 1, 1, 1)).isEqualTo(1);
        assertThat(CONCENTRATION.locationQuotient(0, 1e150, 1, 1e150)).isZero();
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(-1, 1, 1, 1))
                .hasMessage("Size must be 0 to 1e150: -1.0");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(1, 2e150, 1, 1))
                .hasMessage("Size must be 0 to 1e150: 2.0E150");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(1, 1, -1, 1))
                .hasMessage("Size must be 0 to 1e150: -1.0");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(1, 1, 1, 2e150))
                .hasMessage("Size must be 0 to 1e150: 2.0E150");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(0, 0, 1, 1))
                .hasMessage("Whole must be positive and not below its part: 0.0, 0.0");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(1, 1, 0, 0))
                .hasMessage("Reference part must be positive and not above its whole: 0.0, 0.0");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(1, 1, 2, 1))
                .hasMessage("Reference part must be positive and not above its whole: 2.0, 1.0");
    }

    @Test
    void badInput_throws() {
        assertThatThrownBy(() -> CONCENTRATION.herfindahlIndex(sizes(1, -2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Size must be 0 to 1e150: -2.0");
        assertThatThrownBy(() -> CONCENTRATION.giniCoefficient(sizes())).hasMessage("A size must be above 0: none");
        assertThatThrownBy(() -> CONCENTRATION.theilT(sizes(0, 0))).hasMessage("A size must be above 0: all are 0");
        assertThatThrownBy(() -> CONCENTRATION.theilL(sizes(0, 1)))
                .hasMessage("Size must be a positive part of the sum for Theil's L: 0.0");
        assertThatThrownBy(() -> CONCENTRATION.krugmanIndex(sizes(1), sizes(1, 2)))
                .hasMessage("Sectors must be the same in both places: 1, 2");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(2, 1, 1, 1))
                .hasMessage("Whole must be positive and not below its part: 2.0, 1.0");
        assertThatThrownBy(() -> CONCENTRATION.locationQuotient(1, 1, 0, 1))
                .hasMessage("Reference part must be positive and not above its whole: 0.0, 1.0");
        assertThatThrownBy(() -> CONCENTRATION.theilT(sizes(Double.NaN))).hasMessage("Size must be 0 to 1e150: NaN");
    }

    @Property(tries = 300)
    void measures_ofTwiceTheUnits_stay_andFallWhenTheRichGive(
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0.5, max = 1000) Double> sizes) {
        List<Double> twice = new ArrayList<>(sizes);
        twice.addAll(sizes);
        assertThat(CONCENTRATION.giniCoefficient(twice)).isCloseTo(CONCENTRATION.giniCoefficient(sizes), within(1e-12));
        assertThat(CONCENTRATION.theilT(twice)).isCloseTo(CONCENTRATION.theilT(sizes), within(1e-12));
        assertThat(CONCENTRATION.theilL(twice)).isCloseTo(CONCENTRATION.theilL(sizes), within(1e-12));
        assertThat(CONCENTRATION.herfindahlIndex(twice))
                .isCloseTo(CONCENTRATION.herfindahlIndex(sizes) / 2, within(1e-12));

        List<Double> sorted = new ArrayList<>(sizes.stream().sorted().toList());
        double given = (sorted.get(sorted.size() - 1) - sorted.get(0)) / 3;
        sorted.set(0, sorted.get(0) + given);
        sorted.set(sorted.size() - 1, sorted.get(sorted.size() - 1) - given);
        assertThat(CONCENTRATION.giniCoefficient(sorted))
                .isLessThanOrEqualTo(CONCENTRATION.giniCoefficient(sizes) + 1e-12);
        assertThat(CONCENTRATION.theilT(sorted)).isLessThanOrEqualTo(CONCENTRATION.theilT(sizes) + 1e-12);
        assertThat(CONCENTRATION.theilL(sorted)).isLessThanOrEqualTo(CONCENTRATION.theilL(sizes) + 1e-12);
        assertThat(CONCENTRATION.herfindahlIndex(sorted))
                .isLessThanOrEqualTo(CONCENTRATION.herfindahlIndex(sizes) + 1e-12);
    }

    /** Closed forms: shares 1/2, 1/4, 1/4 have H = 3/8, normalized (3/8 - 1/3) / (2/3), and 1/2 - 1/3 would have to move. */
    @Test
    void shares_ofAHalfAndTwoQuarters() {
        List<Double> sizes = List.of(2.0, 1.0, 1.0);
        assertThat(CONCENTRATION.normalizedHerfindahlIndex(sizes)).isCloseTo(1 / 16.0, within(1e-15));
        assertThat(CONCENTRATION.equivalentNumber(sizes)).isCloseTo(8 / 3.0, within(1e-15));
        assertThat(CONCENTRATION.hooverIndex(sizes)).isCloseTo(1 / 6.0, within(1e-15));
        assertThatThrownBy(() -> CONCENTRATION.normalizedHerfindahlIndex(List.of(1.0)))
                .hasMessage("Number of sizes must be 2 or more: 1");
    }

    @Test
    void krugman_bySector_isOfTheSameSectors() {
        assertThat(CONCENTRATION.krugmanIndex(Map.of("a", 1.0, "b", 0.0), Map.of("b", 5.0, "a", 0.0)))
                .isEqualTo(2);
        assertThatThrownBy(() -> CONCENTRATION.krugmanIndex(Map.of("a", 1.0), Map.of("b", 1.0)))
                .hasMessage("Sectors must be the same in both places: [a], [b]");
    }

    /** 1 for three and 5 for one are 1, 1, 1 and 5, which by hand have 24 / (2 × 4 × 8). */
    @Test
    void weightedGini_isThatOfAllSingly() {
        assertThat(CONCENTRATION.weightedGini(List.of(1.0, 5.0), List.of(3.0, 1.0)))
                .isCloseTo(0.375, within(1e-15));
        assertThat(CONCENTRATION.giniCoefficient(List.of(1.0, 1.0, 1.0, 5.0))).isCloseTo(0.375, within(1e-15));
        assertThatThrownBy(() -> CONCENTRATION.weightedGini(List.of(1.0), List.of(3.0, 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Weights must be as many as values: 2, 1");
    }

    /** By hand: 3/4 of the sector where half of all is, 1/4 where the other half is: |3/4 × 1/2 - 1/4 × 1/2|. */
    @Test
    void locationalGini_comparesWithAllThatIsThere() {
        assertThat(CONCENTRATION.locationalGini(Map.of("a", 3.0, "b", 1.0), Map.of("b", 50.0, "a", 50.0)))
                .isCloseTo(0.25, within(1e-15));
        assertThat(CONCENTRATION.specializationGini(Map.of("x", 3.0, "y", 6.0), Map.of("x", 10.0, "y", 20.0)))
                .isCloseTo(0, within(1e-15));
        assertThatThrownBy(() -> CONCENTRATION.locationalGini(Map.of("a", 3.0), Map.of("b", 1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Places must be the same in both: [a], [b]");
    }
}
