package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    private static final Unit PERSONS = Unit.parse("persons");

    private static Bounds bounds(String text) {
        return text.equals("empty") ? Bounds.empty() : text.equals("all") ? Bounds.all() : Bounds.parse(text);
    }

    /** More than a thousandth of the width; where there is no width, of the end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [0, 1000] | [0, 1000]     | false
            [0, 1000] | [0, 999]      | false
            [0, 1000] | [0, 998]      | true
            [0, 1000] | [1, 1000]     | false
            [0, 1000] | [2, 1000]     | true
            [5, 5]    | [5, 5]        | false
            [5, 5]    | empty         | true
            empty     | empty         | false
            all       | [0, inf)      | true
            all       | (-inf, 0]     | true
            all       | all           | false
            [100, inf) | [100.1, inf) | false
            [100, inf) | [101, inf)   | true
            """)
    void isNarrower_moreThanAThousandth(String before, String after, boolean narrower) {
        assertThat(Ranges.isNarrower(rays(before), rays(after))).isEqualTo(narrower);
    }

    private static Bounds rays(String text) {
        if (text.endsWith("inf)")) {
            return Bounds.atLeast(new BigDecimal(text.substring(1, text.indexOf(','))));
        }
        return text.startsWith("(-inf")
                ? Bounds.atMost(new BigDecimal(text.substring(text.indexOf(',') + 2, text.length() - 1)))
                : bounds(text);
    }

    /** People are none at least, unless they are a difference or were printed with a minus; a rate is -100% at least in any case. */
    @Test
    void of_countsAndRates() {
        assertThat(Ranges.of(PERSONS, false)).isEqualTo(Bounds.notNegative());
        assertThat(Ranges.of(PERSONS, true)).isEqualTo(Bounds.all());
        assertThat(Ranges.of(Unit.GROWTH_RATE, false)).isEqualTo(Bounds.atLeast(BigDecimal.ONE.negate()));
        assertThat(Ranges.of(Unit.GROWTH_RATE, true)).isEqualTo(Bounds.atLeast(BigDecimal.ONE.negate()));
        assertThat(Ranges.of(Unit.parse("USD"), false)).isEqualTo(Bounds.all());
        assertThat(Ranges.rough(PERSONS, false).low()).isZero();
        assertThat(Ranges.rough(PERSONS, true).low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Ranges.rough(Unit.GROWTH_RATE, true).low()).isEqualTo(-1);
    }

    /** By the point that was printed, or else by the lower end. */
    @Test
    void isBelowZero_byPointOrLowerEnd() {
        assertThat(Ranges.isBelowZero(known("[-1, 5]", "2"))).isFalse();
        assertThat(Ranges.isBelowZero(known("[-5, 1]", "-2"))).isTrue();
        assertThat(Ranges.isBelowZero(known("[-1, 1]", "0"))).isFalse();
        assertThat(Ranges.isBelowZero(Evidence.none(PERSONS, Bounds.parse("[-1, 5]"))))
                .isTrue();
        assertThat(Ranges.isBelowZero(Evidence.none(PERSONS, Bounds.parse("[0, 5]"))))
                .isFalse();
        assertThat(Ranges.isBelowZero(Evidence.none(PERSONS, Bounds.all()))).isFalse();
        assertThat(Ranges.of(known("[-5, 1]", "-2"))).isEqualTo(Bounds.all());
        assertThat(Ranges.of(known("[-1, 5]", "2"))).isEqualTo(Bounds.notNegative());
    }

    private static Evidence known(String bounds, String point) {
        return Evidence.derived(BoundedQuantity.of(PERSONS, Bounds.parse(bounds), new BigDecimal(point)));
    }
}
