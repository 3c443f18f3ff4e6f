package dev.saidao.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedQuantityTest {

    private static final Unit CNY = Unit.parse("CNY");

    private static BoundedQuantity cny(String bounds) {
        return BoundedQuantity.of(CNY, Bounds.parse(bounds));
    }

    @Test
    void exactly_hasThePointAndNothingElse() {
        BoundedQuantity five = BoundedQuantity.exactly(Money.of(5, "CNY"));

        assertThat(five).hasToString("[5, 5] CNY");
        assertThat(five.pointQuantity()).contains(Money.of(5, "CNY"));
        assertThat(cny("[5, 5]").pointQuantity()).isEmpty();
        assertThat(five).isNotEqualTo(cny("[5, 5]"));
    }

    /** A point that was rounded to the working length may lie on an end that is not itself possible. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2] | 1",
                "[1, 2] | 1.50",
                "(1, 2) | 1",
                "(1, 2) | 2",
                "(1, ∞) | 1",
                "(-∞, 2) | 2",
                "(-∞, ∞) | -7"
            })
    void point_isWithinTheBoundsOrOnAnEnd(String bounds, BigDecimal point) {
        BoundedQuantity quantity = BoundedQuantity.of(CNY, Bounds.parse(bounds), point);

        assertThat(quantity.point()).contains(point.stripTrailingZeros());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1, 2] | 0.9", "[1, 2] | 2.1", "(1, 2) | 3", "(1, ∞) | 0", "(-∞, 2) | 2.5"})
    void point_elsewhere_isRefused(String bounds, BigDecimal point) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedQuantity.of(CNY, Bounds.parse(bounds), point))
                .withMessage("Point must be within the bounds " + bounds + ": " + point);
    }

    @Test
    void narrowedTo_keepsThePointWhileItIsPossible() {
        BoundedQuantity known = BoundedQuantity.of(CNY, Bounds.parse("[1, 9]"), new BigDecimal("4"));

        assertThat(known.narrowedTo(Bounds.parse("[3, 20]")))
                .isEqualTo(BoundedQuantity.of(CNY, Bounds.parse("[3, 9]"), new BigDecimal("4")));
        assertThat(known.narrowedTo(Bounds.parse("[5, 20]"))).isEqualTo(cny("[5, 9]"));
        assertThat(known.narrowedTo(Bounds.parse("[10, 20]"))).isEqualTo(cny("∅"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"(0, ∞) | false", "(-∞, ∞) | false", "(0, 1] | true", "[1, ∞) | true", "∅ | true"})
    void isInformative_ifAPositiveSizeIsExcluded(String bounds, boolean isInformative) {
        assertThat(cny(bounds).isInformative()).isEqualTo(isInformative);
    }
}
