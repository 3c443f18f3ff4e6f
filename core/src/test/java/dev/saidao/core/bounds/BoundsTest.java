package dev.saidao.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2]",
                "(1, 2]",
                "[1, 2)",
                "(1, 2)",
                "[0, ∞)",
                "(0, ∞)",
                "(-∞, 5]",
                "(-∞, 5)",
                "(-∞, ∞)",
                "∅",
                "[-0.5, -0.5]"
            })
    void parse_textForm_isTheInverseOfToString(String text) {
        assertThat(Bounds.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1, 2      | Bounds must be written as [1, 2), (-∞, 5], ∅ and the like: 1, 2",
                "[2, 1]    | Bounds must not be the wrong way round: [2, 1]",
                "[1, 1)    | Bounds must not be the wrong way round: [1, 1)",
                "[-∞, 1]   | An infinite end must be open: [-∞, 1]",
                "[1, ∞]    | An infinite end must be open: [1, ∞]",
                "[x, 1]    | Lower bound must be a plain decimal such as -12.5: x",
                "[1, 1e5]  | Upper bound must be a plain decimal such as -12.5: 1e5",
                "[         | Bounds must be written as [1, 2), (-∞, 5], ∅ and the like: ["
            })
    void parse_otherText_throws(String text, String message) {
        assertThatThrownBy(() -> Bounds.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 3]  | [2, 5]  | [2, 3]  | [1, 5]",
                "[1, 2)  | [2, 3]  | ∅       | [1, 3]",
                "[1, 2]  | [2, 3]  | [2, 2]  | [1, 3]",
                "(1, 2)  | [1, 2]  | (1, 2)  | [1, 2]",
                "(0, ∞)  | (-∞, 1) | (0, 1)  | (-∞, ∞)",
                "∅       | [1, 2]  | ∅       | [1, 2]",
                "[1, 2]  | [5, 6]  | ∅       | [1, 6]"
            })
    void intersectionAndHull(String one, String other, String intersection, String hull) {
        assertThat(Bounds.parse(one).intersection(Bounds.parse(other))).hasToString(intersection);
        assertThat(Bounds.parse(other).intersection(Bounds.parse(one))).hasToString(intersection);
        assertThat(Bounds.parse(one).hull(Bounds.parse(other))).hasToString(hull);
        assertThat(Bounds.parse(other).hull(Bounds.parse(one))).hasToString(hull);
    }

    @Test
    void contains_openEnd_isOutside() {
        Bounds over = Bounds.greaterThan(new BigDecimal("0.3"));

        assertThat(over.contains(new BigDecimal("0.30"))).isFalse();
        assertThat(over.contains(new BigDecimal("0.31"))).isTrue();
        assertThat(Bounds.empty().contains(BigDecimal.ZERO)).isFalse();
        assertThat(Bounds.all().contains(BigDecimal.ZERO)).isTrue();
    }

    @Test
    void encloses_emptySet_always() {
        assertThat(Bounds.empty().encloses(Bounds.empty())).isTrue();
        assertThat(Bounds.exactly(BigDecimal.ONE).encloses(Bounds.empty())).isTrue();
        assertThat(Bounds.empty().encloses(Bounds.exactly(BigDecimal.ONE))).isFalse();
        assertThat(Bounds.parse("(1, 2)").encloses(Bounds.parse("[1, 2)"))).isFalse();
        assertThat(Bounds.parse("(1, 2)").encloses(Bounds.parse("(1, 2]"))).isFalse();
        assertThat(Bounds.parse("(1, 2)").encloses(Bounds.parse("(1, 2)"))).isTrue();
        assertThat(Bounds.parse("[1, 2]").encloses(Bounds.parse("(1, 2)"))).isTrue();
    }

    @Test
    void smallSets_areOftenAskedFor() {
        assertThat(Bounds.positive()).hasToString("(0, ∞)");
        assertThat(Bounds.notNegative()).hasToString("[0, ∞)");
        assertThat(Bounds.empty().singleValue()).isEmpty();
        assertThat(Bounds.exactly(BigDecimal.TEN).singleValue()).contains(new BigDecimal("10"));
        assertThatThrownBy(() -> Bounds.parse("[, 1]")).hasMessageStartingWith("Lower bound must be a plain decimal");
    }

    /** What has no end on the side that counts precedes nothing, even where both ends are infinite. */
    @Test
    void precedes_infiniteEnds_isFalse() {
        assertThat(Bounds.parse("[1, ∞)").precedes(Bounds.parse("(5, ∞)"))).isFalse();
        assertThat(Bounds.parse("[1, 2]").precedes(Bounds.parse("(-∞, 9]"))).isFalse();
        assertThat(Bounds.parse("[1, ∞)").precedes(Bounds.parse("(-∞, 9]"))).isFalse();
        assertThat(Bounds.parse("[1, 2]").precedes(Bounds.parse("[2, 9]"))).isTrue();
    }

    @Test
    void equals_otherScale_isEqual() {
        assertThat(Bounds.closed(new BigDecimal("1.0"), new BigDecimal("2E+1")))
                .isEqualTo(Bounds.parse("[1, 20]"))
                .hasSameHashCodeAs(Bounds.parse("[1, 20]"));
    }

    @Test
    void widthAndMidpoint_infinite_areAbsent() {
        assertThat(Bounds.parse("(1, 4]").width()).contains(new BigDecimal("3"));
        assertThat(Bounds.parse("(1, 4]").midpoint()).contains(new BigDecimal("2.5"));
        assertThat(Bounds.parse("(1, ∞)").width()).isEmpty();
        assertThat(Bounds.empty().midpoint()).isEmpty();
    }

    /** By the definitions in table 10.7 of IEEE Std 1788-2015: disjoint, interior, less, strictLess, precedes, strictPrecedes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2]   | [3, 4]   | true  | false | true  | true  | true  | true",
                "[1, 2]   | [2, 4]   | false | false | true  | true  | true  | false",
                "[1, 2)   | [2, 4]   | true  | false | true  | true  | true  | true",
                "[1, 2]   | (2, 4]   | true  | false | true  | true  | true  | true",
                "[1, 3]   | [2, 4]   | false | false | true  | true  | false | false",
                "[1, 4]   | [2, 4]   | false | false | true  | false | false | false",
                "[1, 4)   | (1, 4]   | false | false | true  | true  | false | false",
                "(1, 4]   | [1, 4)   | false | false | false | false | false | false",
                "[2, 3]   | [1, 4]   | false | true  | false | false | false | false",
                "(1, 4)   | [1, 4]   | false | true  | false | false | false | false",
                "[1, 3]   | [1, 4]   | false | false | true  | false | false | false",
                "[3, 4]   | [1, 2]   | true  | false | false | false | false | false",
                "(-∞, ∞)  | (-∞, ∞)  | false | true  | true  | true  | false | false",
                "[2, 3]   | (-∞, ∞)  | false | true  | false | false | false | false",
                "(-∞, 1]  | [1, ∞)   | false | false | true  | true  | true  | false",
                "∅        | [1, 2]   | true  | true  | false | false | true  | true",
                "[1, 2]   | ∅        | true  | false | false | false | true  | true",
                "∅        | ∅        | true  | true  | true  | true  | true  | true"
            })
    void relations(
            String one,
            String other,
            boolean disjoint,
            boolean interior,
            boolean less,
            boolean strictlyLess,
            boolean precedes,
            boolean strictlyPrecedes) {
        Bounds a = Bounds.parse(one);
        Bounds b = Bounds.parse(other);

        assertThat(a.isDisjointFrom(b)).as("disjoint").isEqualTo(disjoint);
        assertThat(a.isInteriorOf(b)).as("interior").isEqualTo(interior);
        assertThat(a.isLess(b)).as("less").isEqualTo(less);
        assertThat(a.isStrictlyLess(b)).as("strictly less").isEqualTo(strictlyLess);
        assertThat(a.precedes(b)).as("precedes").isEqualTo(precedes);
        assertThat(a.strictlyPrecedes(b)).as("strictly precedes").isEqualTo(strictlyPrecedes);
    }

    @Test
    void exactly_hostileNumber_isRefusedAtOnce() {
        assertThatThrownBy(() -> Bounds.exactly(new BigDecimal("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Lower bound must have at most 1000 digits before and 1100 after the decimal point: 1E+999999999");
    }
}
