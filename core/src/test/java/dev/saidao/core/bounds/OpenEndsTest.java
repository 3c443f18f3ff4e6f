package dev.saidao.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ends belong to a result, and where the range of ends stops. What is expected follows from the sets by hand. */
class OpenEndsTest {

    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();
    private static final Bounds NOTHING = Bounds.parse("[0, 0]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [-2, -1] | [4, ∞)    | [-0.5, 0)
            [-2, -1] | (-∞, -4]  | (0, 0.5]
            [1, 2]   | (-∞, -4]  | [-0.5, 0)
            (1, 2)   | [4, ∞)    | (0, 0.5)
            [-2, 0]  | [4, ∞)    | [-0.5, 0]
            [-2, 0)  | [4, ∞)    | [-0.5, 0)
            [0, 0]   | [4, ∞)    | [0, 0]
            [0, 0]   | (0, 4]    | [0, 0]
            (-2, 0)  | [-4, -2]  | (0, 1)
            [-2, 0]  | [-4, -2]  | [0, 1]
            [0, 2]   | (0, 4]    | [0, ∞)
            (0, 2]   | (0, 4]    | (0, ∞)
            [-2, 0)  | (0, 4]    | (-∞, 0)
            [-2, 0]  | [-4, 0)   | [0, ∞)
            (-∞, -1] | [-4, -2]  | [0.25, ∞)
            (-∞, -1] | (0, 4]    | (-∞, -0.25]
            """)
    void quotients(String dividend, String divisor, String quotient) {
        assertThat(ARITHMETIC.dividedBy(Bounds.parse(dividend), Bounds.parse(divisor)))
                .isEqualTo(Bounds.parse(quotient));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1, 1] | (2, 3)  | [1, 1]
            [1, 2] | (2, 3)  | [1, 8)
            (1, 2] | [2, 3]  | (1, 8]
            (1, 2) | (2, 3)  | (1, 8)
            [2, 3] | (0, 1]  | (1, 3]
            (2, 3) | [0, 1]  | [1, 3)
            (2, 3) | (0, 1)  | (1, 3)
            [2, 3] | [0, 0]  | [1, 1]
            (0, 1] | [2, 3]  | (0, 1]
            (0, 1) | (2, 3)  | (0, 1)
            [2, 4] | (-1, 0] | (0.25, 1]
            """)
    void powers(String base, String exponent, String power) {
        assertThat(ARITHMETIC.power(Bounds.parse(base), Bounds.parse(exponent))).isEqualTo(Bounds.parse(power));
    }

    /** The largest number of 3 digits is 9.99e999, the smallest end 1e-1050: they are ends, and what lies beyond is not. */
    @Test
    void theLastEndsOfTheRange_stay() {
        BoundsArithmetic short3 = ARITHMETIC.withDigits(3);
        Bounds largest = Bounds.exactly(new BigDecimal("9.99e999"));
        Bounds smallest = Bounds.exactly(new BigDecimal("1e-1050"));
        for (Bounds last : new Bounds[] {largest, smallest, short3.negated(largest), short3.negated(smallest)}) {
            assertThat(short3.plus(last, NOTHING)).isEqualTo(last);
        }
        assertThat(short3.plus(largest, largest).upper()).isEmpty();
        assertThat(short3.plus(largest, largest).lower()).isEqualTo(largest.upper());
        assertThat(short3.times(smallest, Bounds.parse("[0.5, 0.5]")))
                .isEqualTo(Bounds.open(BigDecimal.ZERO, new BigDecimal("1e-1050")));
    }
}
