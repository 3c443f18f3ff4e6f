package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.assertRefused;
import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/**
 * The law firm of Winston, Operations Research ("Mason and Burger"); the answers are the exact solutions of its matrix, also
 * those of R's markovchain 0.9.1.
 */
class GradedModelTest {

    private static List<BigDecimal> row(String... shares) {
        return Arrays.stream(shares).map(BigDecimal::new).toList();
    }

    private final GradedModel firm = GradedModel.of(
            List.of("junior", "senior", "partner"),
            List.of(row("0.8", "0.15", "0"), row("0", "0.7", "0.2"), row("0", "0", "0.95")),
            List.of("leave-nonpartner", "leave-partner"),
            List.of(row("0.05", "0"), row("0.1", "0"), row("0", "0.05")));

    private static BigFraction fraction(int numerator, int denominator) {
        return BigFraction.of(numerator, denominator);
    }

    @Test
    void yearsInGrades_areTheFundamentalMatrix() {
        assertThat(firm.yearsIn("junior", "junior")).isEqualTo(fraction(5, 1));
        assertThat(firm.yearsIn("junior", "senior")).isEqualTo(fraction(5, 2));
        assertThat(firm.yearsIn("junior", "partner")).isEqualTo(fraction(10, 1));
        assertThat(firm.yearsIn("senior", "junior")).isEqualTo(BigFraction.ZERO);
        assertThat(firm.yearsIn("senior", "senior")).isEqualTo(fraction(10, 3));
        assertThat(firm.yearsIn("senior", "partner")).isEqualTo(fraction(40, 3));
        assertThat(firm.yearsIn("partner", "partner")).isEqualTo(fraction(20, 1));
        assertThat(firm.yearsUntilLeaving("junior")).isEqualTo(fraction(35, 2));
        assertThat(firm.yearsUntilLeaving("senior")).isEqualTo(fraction(50, 3));
    }

    @Test
    void absorption() {
        assertThat(firm.probabilityOfLeavingBy("junior", "leave-nonpartner")).isEqualTo(fraction(1, 2));
        assertThat(firm.probabilityOfLeavingBy("junior", "leave-partner")).isEqualTo(fraction(1, 2));
        assertThat(firm.probabilityOfLeavingBy("senior", "leave-nonpartner")).isEqualTo(fraction(1, 3));
        assertThat(firm.probabilityOfLeavingBy("senior", "leave-partner")).isEqualTo(fraction(2, 3));
        assertThat(firm.probabilityOfReaching("junior", "partner")).isEqualTo(fraction(1, 2));
        assertThat(firm.probabilityOfReaching("senior", "partner")).isEqualTo(fraction(2, 3));
        assertThat(firm.probabilityOfReaching("partner", "senior")).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void steadyState_ofTenJuniorsAYear() {
        assertThat(firm.steadyState(row("10", "0", "0")))
                .containsExactly(fraction(50, 1), fraction(25, 1), fraction(100, 1));
        assertThat(firm.recruitsNeeded("junior", "partner", number("100"))).isEqualTo(fraction(10, 1));
        // and it stays so
        assertThat(firm.project(row("50", "25", "100"), row("10", "0", "0"), 3).get(3))
                .containsExactly(fraction(50, 1), fraction(25, 1), fraction(100, 1));
    }

    /** By hand: 50 juniors keep 40, 25 seniors keep 17.5 and get 7.5, 100 partners keep 95 and get 5. */
    @Test
    void structures_thatCanBeKeptOrReached() {
        assertThat(firm.recruitsToMaintain(row("50", "25", "100")))
                .containsExactly(fraction(10, 1), BigFraction.ZERO, BigFraction.ZERO);
        assertThat(firm.isMaintainable(row("50", "25", "100"))).isTrue();
        assertThat(firm.isMaintainable(row("50", "25", "99"))).isFalse();
        assertThat(firm.recruitsToMaintain(row("50", "25", "99")).get(2)).isEqualTo(fraction(-1, 20));
        // 99 of 100 partners cannot be had in a year, since 95 stay and 5 come, but with fewer seniors they can
        assertThat(firm.isAttainable(row("50", "25", "100"), row("50", "25", "99"), 1))
                .isFalse();
        assertThat(firm.isAttainable(row("50", "10", "100"), row("50", "25", "99"), 1))
                .isTrue();
        assertThat(firm.isAttainable(row("50", "0", "100"), row("50", "25", "90"), 1))
                .isFalse();
        assertThat(firm.isAttainable(row("0", "0", "100"), row("50", "25", "91"), 2))
                .isTrue();
    }

    @Test
    void badMatrices_areRefused() {
        assertThatThrownBy(() -> GradedModel.of(List.of("a"), List.of(row("0.9")), List.of("x"), List.of(row("0.2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shares of grade a must make 1, exits included: 11 / 10");
        assertThatThrownBy(() -> GradedModel.of(List.of("a"), List.of(row("1")), List.of("x"), List.of(row("0"))))
                .hasMessage("Everybody must be able to leave in the end");
        assertThatThrownBy(() -> GradedModel.of(List.of("a"), List.of(row("1.1")), List.of("x"), List.of(row("-0.1"))))
                .hasMessage("Share of grade a must be 0 or more: -0.1");
        assertThatThrownBy(() -> GradedModel.of(List.of("a"), List.of(row("1", "0")), List.of("x"), List.of(row("0"))))
                .hasMessage("Row of grade a must have 1 shares: 2");
        assertThatThrownBy(() -> GradedModel.of(List.of("a", "a"), List.of(), List.of("x"), List.of()))
                .hasMessage("Grades and exits must be named once: a");
        assertThatThrownBy(() -> firm.yearsIn("junior", "chief"))
                .hasMessage("Grade must be one of [junior, senior, partner]: chief");
        assertThatThrownBy(() -> firm.steadyState(row("1"))).hasMessage("Recruits must be as many as grades: 1 for 3");
        assertThatThrownBy(() -> firm.recruitsNeeded("partner", "junior", number("1")))
                .hasMessage("Grade must be reached from partner: junior");
    }

    /** Whoever is in one of 50 grades leaves at once. */
    @Test
    void model_upToFiftyGrades() {
        assertThat(leavingAtOnce(50).yearsUntilLeaving("g50")).isEqualTo(BigFraction.ONE);
        assertThatThrownBy(() -> leavingAtOnce(51))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Model must have 1 to 50 grades and 1 or more exits: [g1, ");
        assertRefused(
                () -> GradedModel.of(List.of(), List.of(), List.of("x"), List.of()),
                "Model must have 1 to 50 grades and 1 or more exits: [], [x]");
        assertRefused(
                () -> GradedModel.of(List.of("a"), List.of(row("1")), List.of(), List.of(row())),
                "Model must have 1 to 50 grades and 1 or more exits: [a], []");
    }

    private static GradedModel leavingAtOnce(int grades) {
        List<String> names =
                IntStream.rangeClosed(1, grades).mapToObj(i -> "g" + i).toList();
        List<BigDecimal> none = Collections.nCopies(grades, BigDecimal.ZERO);
        return GradedModel.of(
                names, Collections.nCopies(grades, none), List.of("x"), Collections.nCopies(grades, row("1")));
    }

    /** From a everybody goes to b and from b half come back: by hand, 2 years in each, whatever the order of elimination. */
    @Test
    void yearsInGrades_ofACircle() {
        GradedModel circle = GradedModel.of(
                List.of("a", "b"),
                List.of(row("0", "1"), row("0.5", "0")),
                List.of("x"),
                List.of(row("0"), row("0.5")));

        assertThat(circle.yearsIn("a", "a")).isEqualTo(fraction(2, 1));
        assertThat(circle.yearsIn("a", "b")).isEqualTo(fraction(2, 1));
        assertThat(circle.yearsIn("b", "a")).isEqualTo(fraction(1, 1));
        assertThat(circle.yearsIn("b", "b")).isEqualTo(fraction(2, 1));
    }

    @Test
    void numbersThatDoNotFit_areRefused() {
        List<BigDecimal> stock = row("50", "25", "100");
        assertRefused(
                () -> GradedModel.of(List.of("a"), List.of(), List.of("x"), List.of(row("1"))),
                "Rows must be as many as grades: 0 for 1");
        assertThat(firm.project(stock, stock, 0)).hasSize(1);
        assertRefused(() -> firm.project(stock, stock, -1), "Years must be 0 to 1000: -1");
        assertRefused(() -> firm.recruitsToReach(stock, stock, 0), "Years must be 1 to 1000: 0");
        assertRefused(() -> firm.recruitsToReach(stock, stock, 1001), "Years must be 1 to 1000: 1001");
        assertRefused(() -> firm.steadyState(row("1", "-1", "0")), "Recruits must be 0 or more: -1");
    }

    /** By hand: of 50, 25 and 100 there are 40, 25 and 100 after a year in which nobody comes. */
    @Test
    void isAttainable_withoutRecruits() {
        assertThat(firm.isAttainable(row("50", "25", "100"), row("40", "25", "100"), 1))
                .isTrue();
    }
}
