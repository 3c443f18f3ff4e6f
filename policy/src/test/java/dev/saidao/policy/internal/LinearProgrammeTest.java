package dev.saidao.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearProgrammeTest {

    /** Dantzig's example by hand: 3x + 5y with x to 4, 2y to 12, 3x + 2y to 18 is largest, 36, at (2, 6); in any unit. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1, 1e12})
    void maximum_inAnyUnit(double unit) {
        LinearProgramme programme = new LinearProgramme(new double[] {3 * unit, 5 * unit});
        programme.atMost(new double[] {1, 0}, 4 * unit);
        programme.atMost(new double[] {0, 2 * unit}, 12 * unit * unit);
        programme.atMost(new double[] {3, 2}, 18 * unit);
        double[] found = programme.maximum().orElseThrow();
        assertThat(found[0] / unit).isCloseTo(2, within(1e-12));
        assertThat(found[1] / unit).isCloseTo(6, within(1e-12));
    }

    /** 2x + y is least where x + y = 10 and x is at least 3: 13. */
    @Test
    void minimum_withAllKindsOfRows() {
        LinearProgramme programme = new LinearProgramme(new double[] {2, 1});
        programme.exactly(new double[] {1, 1}, 10);
        programme.atLeast(new double[] {1, 0}, 3);
        assertThat(programme.minimum().orElseThrow()).containsExactly(new double[] {3, 7}, within(1e-12));
    }

    @Test
    void nothingMeetsAllRows_isEmpty_andWithoutAnEnd_throws() {
        LinearProgramme programme = new LinearProgramme(new double[] {1, 1});
        assertThatThrownBy(programme::maximum)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Linear programme must have a solution: ");
        programme.atLeast(new double[] {1, 1}, 2);
        programme.atMost(new double[] {1, 1}, 1);
        assertThat(programme.maximum()).isEmpty();
    }
}
