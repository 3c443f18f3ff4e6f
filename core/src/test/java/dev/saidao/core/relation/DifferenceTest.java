package dev.saidao.core.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.quantity.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A difference, and units that are converted before anything is added to anything else. */
class DifferenceTest {

    private static final List<String> ROLES = List.of("from", "to", "difference");
    private static final BoundsArithmetic ARITHMETIC = BoundsArithmetic.withDefaults();

    /** By hand: from 7.0% to 3.2% are 3.2 - 7.0 = -3.8 points; each share is known to half a tenth of a point. */
    @Test
    void solve_betweenShares_isInPoints() {
        Terms shares = terms("[0.0695, 0.0705] ratio", "[0.0315, 0.0325] ratio", "[-3.95, -3.85] percentage points");

        assertThat(solve("difference", shares)).isEqualTo(Bounds.parse("[-3.9, -3.7]"));
        assertThat(solve("to", shares)).isEqualTo(Bounds.parse("[0.03, 0.032]"));
        assertThat(solve("from", shares)).isEqualTo(Bounds.parse("[0.07, 0.072]"));
    }

    @Test
    void solve_betweenAmounts_isInTheirUnit() {
        Terms amounts = terms("[100, 100] CNY", "[130, 140] CNY", "[0, 100] CNY");

        assertThat(solve("difference", amounts)).isEqualTo(Bounds.parse("[30, 40]"));
    }

    /** 4.4 TW and 391 GW make 4.791 TW; 4.791 TW without 391 GW are 4.4 TW. */
    @Test
    void solve_ofMeasuredUnits_converts() {
        SumEquation sum = SumEquation.OF_PARTS;
        Terms terms = Terms.of(
                List.of("total", "part1", "part2"),
                List.of(quantity("[4, 5] TW"), quantity("[4.4, 4.4] TW"), quantity("[391, 391] GW")));

        assertThat(sum.solve("total", terms, ARITHMETIC)).isEqualTo(Bounds.parse("[4.791, 4.791]"));
        assertThat(sum.solveAll(terms.with("total", quantity("[4.791, 4.791] TW")), i -> true, ARITHMETIC))
                .containsExactly(
                        Bounds.parse("[4.791, 4.791]"), Bounds.parse("[4.4, 4.4]"), Bounds.parse("[391, 391]"));
    }

    /** 2 GW to 2,500 MW is growth by a quarter; half of 3 t are 1,500 kg; 1 acre is 4,046.8564224 m². */
    @Test
    void solve_ofEveryEquationWithSizes_converts() {
        assertThat(StepEquation.INSTANCE.solve(
                        "rate",
                        Terms.of(
                                List.of("previous", "current", "rate"),
                                List.of(
                                        quantity("[2, 2] GW"),
                                        quantity("[2500, 2500] MW"),
                                        quantity("(-∞, ∞) per year"))),
                        ARITHMETIC))
                .isEqualTo(Bounds.parse("[0.25, 0.25]"));
        assertThat(ShareEquation.INSTANCE.solve(
                        "part",
                        Terms.of(
                                List.of("whole", "part", "share"),
                                List.of(quantity("[3, 3] t"), quantity("(-∞, ∞) kg"), quantity("[0.5, 0.5] ratio"))),
                        ARITHMETIC))
                .isEqualTo(Bounds.parse("[1500, 1500]"));
        assertThat(GrowthEquation.COMPOUND.solve(
                        "end",
                        Terms.of(
                                List.of("base", "end", "rate", "years"),
                                List.of(
                                        quantity("[1, 1] GWh"),
                                        quantity("(-∞, ∞) MWh"),
                                        quantity("[1, 1] per year"),
                                        quantity("[3, 3] years"))),
                        ARITHMETIC))
                .isEqualTo(Bounds.parse("[8000, 8000]"));
        Bounds same = SameEquation.INSTANCE.solve(
                "number2",
                Terms.of(List.of("number1", "number2"), List.of(quantity("[1, 1] acres"), quantity("(-∞, ∞) m2"))),
                ARITHMETIC);
        assertThat(same.contains(new java.math.BigDecimal("4046.8564224"))).isTrue();
    }

    /** A factor that does not end is taken within what is known of it: 3 mu are 2,000 m², not 2,000.0000000000000000000000000000001. */
    @Test
    void solve_byAFactorWithoutEnd_losesNothing() {
        Bounds area = SameEquation.INSTANCE.solve(
                "number2",
                Terms.of(List.of("number1", "number2"), List.of(quantity("[3, 3] mu"), quantity("(-∞, ∞) m2"))),
                ARITHMETIC);

        assertThat(area.contains(new java.math.BigDecimal(2000))).isTrue();
        assertThat(area.width().orElseThrow()).isLessThan(new java.math.BigDecimal("1e-25"));
    }

    @ParameterizedTest
    @CsvSource({
        "ratio, ratio, '', percentage points",
        "ratio, per year, '', percentage points",
        "'', ratio, percentage points, percentage points",
        "CNY, '', '', CNY",
        "percentage points, percentage points, '', percentage points",
        "ratio, ratio, ratio, ratio",
        "GW, MW, '', GW"
    })
    void units_ofTheDifference_follow(String from, String to, String difference, String completed) {
        assertThat(units(from, to, difference).of("difference")).contains(Unit.parse(completed));
    }

    @ParameterizedTest
    @CsvSource({"CNY, USD, ''", "CNY, CNY, percentage points", "ratio, CNY, ''", "GW, t, ''", "ratio, ratio, CNY"})
    void units_thatDoNotGoTogether_areNotComputedWith(String from, String to, String difference) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> units(from, to, difference))
                .isInstanceOf(UnitMisfitException.class);
    }

    private static Units units(String from, String to, String difference) {
        return SumEquation.OF_DIFFERENCE.units(Units.of(ROLES, List.of(unit(from), unit(to), unit(difference))));
    }

    private static Optional<Unit> unit(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Unit.parse(text));
    }

    private static Bounds solve(String role, Terms terms) {
        return SumEquation.OF_DIFFERENCE.solve(role, terms, ARITHMETIC);
    }

    private static Terms terms(String from, String to, String difference) {
        return Terms.of(ROLES, List.of(quantity(from), quantity(to), quantity(difference)));
    }

    private static BoundedQuantity quantity(String text) {
        int end = Math.max(text.indexOf(']'), text.indexOf(')')) + 1;
        return BoundedQuantity.of(Unit.parse(text.substring(end + 1)), Bounds.parse(text.substring(0, end)));
    }
}
