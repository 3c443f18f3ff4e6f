package dev.saidao.policy.talent;

import static dev.saidao.policy.talent.StockFlowModelTest.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
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

    private static final GradedModel FIRM = GradedModel.of(
            List.of("junior", "senior", "partner"),
            List.of(row("0.8", "0.15", "0"), row("0", "0.7", "0.2"), row("0", "0", "0.95")),
            List.of("leave-nonpartner", "leave-partner"),
            List.of(row("0.05", "0"), row("0.1", "0"), row("0", "0.05")));

    private static BigFraction fraction(int numerator, int denominator) {
        return BigFraction.of(numerator, denominator);
    }

    @Test
    void yearsInGrades_areTheFundamentalMatrix() {
        assertThat(FIRM.yearsIn("junior", "junior")).isEqualTo(fraction(5, 1));
        assertThat(FIRM.yearsIn("junior", "senior")).isEqualTo(fraction(5, 2));
        assertThat(FIRM.yearsIn("junior", "partner")).isEqualTo(fraction(10, 1));
        assertThat(FIRM.yearsIn("senior", "junior")).isEqualTo(BigFraction.ZERO);
        assertThat(FIRM.yearsIn("senior", "senior")).isEqualTo(fraction(10, 3));
        assertThat(FIRM.yearsIn("senior", "partner")).isEqualTo(fraction(40, 3));
        assertThat(FIRM.yearsIn("partner", "partner")).isEqualTo(fraction(20, 1));
        assertThat(FIRM.yearsUntilLeaving("junior")).isEqualTo(fraction(35, 2));
        assertThat(FIRM.yearsUntilLeaving("senior")).isEqualTo(fraction(50, 3));
    }

    @Test
    void absorption() {
        assertThat(FIRM.probabilityOfLeavingBy("junior", "leave-nonpartner")).isEqualTo(fraction(1, 2));
        assertThat(FIRM.probabilityOfLeavingBy("junior", "leave-partner")).isEqualTo(fraction(1, 2));
        assertThat(FIRM.probabilityOfLeavingBy("senior", "leave-nonpartner")).isEqualTo(fraction(1, 3));
        assertThat(FIRM.probabilityOfLeavingBy("senior", "leave-partner")).isEqualTo(fraction(2, 3));
        assertThat(FIRM.probabilityOfReaching("junior", "partner")).isEqualTo(fraction(1, 2));
        assertThat(FIRM.probabilityOfReaching("senior", "partner")).isEqualTo(fraction(2, 3));
        assertThat(FIRM.probabilityOfReaching("partner", "senior")).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void steadyState_ofTenJuniorsAYear() {
        assertThat(FIRM.steadyState(row("10", "0", "0")))
                .containsExactly(fraction(50, 1), fraction(25, 1), fraction(100, 1));
        assertThat(FIRM.recruitsNeeded("junior", "partner", number("100"))).isEqualTo(fraction(10, 1));
        // and it stays so
        assertThat(FIRM.project(row("50", "25", "100"), row("10", "0", "0"), 3).get(3))
                .containsExactly(fraction(50, 1), fraction(25, 1), fraction(100, 1));
    }

    /** By hand: 50 juniors keep 40, 25 seniors keep 17.5 and get 7.5, 100 partners keep 95 and get 5. */
    @Test
    void structures_thatCanBeKeptOrReached() {
        assertThat(FIRM.recruitsToMaintain(row("50", "25", "100")))
                .containsExactly(fraction(10, 1), BigFraction.ZERO, BigFraction.ZERO);
        assertThat(FIRM.isMaintainable(row("50", "25", "100"))).isTrue();
        assertThat(FIRM.isMaintainable(row("50", "25", "99"))).isFalse();
        assertThat(FIRM.recruitsToMaintain(row("50", "25", "99")).get(2)).isEqualTo(fraction(-1, 20));
        // 99 of 100 partners cannot be had in a year, since 95 stay and 5 come, but with fewer seniors they can
        assertThat(FIRM.isAttainable(row("50", "25", "100"), row("50", "25", "99"), 1))
                .isFalse();
        assertThat(FIRM.isAttainable(row("50", "10", "100"), row("50", "25", "99"), 1))
                .isTrue();
        assertThat(FIRM.isAttainable(row("50", "0", "100"), row("50", "25", "90"), 1))
                .isFalse();
        assertThat(FIRM.isAttainable(row("0", "0", "100"), row("50", "25", "91"), 2))
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
        assertThatThrownBy(() -> FIRM.yearsIn("junior", "chief"))
                .hasMessage("Grade must be one of [junior, senior, partner]: chief");
        assertThatThrownBy(() -> FIRM.steadyState(row("1"))).hasMessage("Recruits must be as many as grades: 1 for 3");
        assertThatThrownBy(() -> FIRM.recruitsNeeded("partner", "junior", number("1")))
                .hasMessage("Grade must be reached from partner: junior");
    }
}
