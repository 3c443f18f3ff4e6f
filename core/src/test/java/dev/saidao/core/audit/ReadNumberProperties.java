package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.Generators;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ReadNumberProperties {

    @Property(tries = 5000)
    void doubles_areTheNearestToTheDecimals(@ForAll("prints") PrintedNumber printed, @ForAll boolean strict) {
        ReadNumber number = ReadNumber.of(printed, strict ? ReadingConvention.strict() : ReadingConvention.customary());

        assertThat(number.valueApprox).isEqualTo(number.value().doubleValue());
        assertEnds(number.digits(), number.digitsLow, number.digitsHigh);
        assertEnds(number.bounds(), number.boundsLow, number.boundsHigh);
        assertEnds(number.rounding(), number.roundingLow, number.roundingHigh);
        assertEnds(number.truncated(), number.truncatedLow, number.truncatedHigh);
        assertThat(number.isUnqualified).isEqualTo(number.rounding().equals(number.bounds()));
        assertThat(number.isCutAlike).isEqualTo(number.truncated().equals(number.bounds()));
        assertThat(number.mayBePadded())
                .isEqualTo(!strict
                        && printed.digits().endsWith("0")
                        && !number.padded().equals(number.bounds()));
    }

    /** Numbers that end in zeros, some with so few other digits that a twentieth of them is less than the zeros allow. */
    @Property(tries = 2000)
    void doubles_ofNumbersWithZerosAtTheEnd_areTheNearestToTheDecimals(
            @ForAll @LongRange(max = 3000) long number,
            @ForAll @IntRange(max = 5) int zeros,
            @ForAll @IntRange(max = 6) int decimals,
            @ForAll Qualifier qualifier) {
        BigDecimal digits =
                BigDecimal.valueOf(number).scaleByPowerOfTen(zeros).setScale(0).movePointLeft(decimals);

        doubles_areTheNearestToTheDecimals(
                PrintedNumber.of(digits.toPlainString(), UnitMultiplier.MILLION, Unit.parse("USD"), qualifier), false);
    }

    /** Of rates some are so low that what rounding allows goes below -100%, where bounds end. */
    @Property(tries = 2000)
    void doubles_ofNumbersBelowZero_areTheNearestToTheDecimals(
            @ForAll @LongRange(max = 100_000) long number,
            @ForAll @IntRange(max = 4) int decimals,
            @ForAll boolean isRate,
            @ForAll Qualifier qualifier,
            @ForAll boolean strict) {
        String digits = "-" + BigDecimal.valueOf(number, decimals).toPlainString();
        Assume.that(!isRate || number <= Math.pow(10, 2 + decimals));

        doubles_areTheNearestToTheDecimals(
                isRate
                        ? PrintedNumber.of(digits, UnitMultiplier.PERCENT, Unit.GROWTH_RATE, qualifier)
                        : PrintedNumber.of(digits, UnitMultiplier.MILLION, Unit.parse("USD"), qualifier),
                strict);
    }

    @Property(tries = 5000)
    void customaryReading_holdsTheStrictOne(@ForAll("prints") PrintedNumber printed) {
        // of "nearly 24 persons" the strict reading has no whole number, and says so by bounds that are not whole
        Assume.that(printed.qualifier() != Qualifier.NEARLY);
        ReadNumber strict = ReadNumber.of(printed, ReadingConvention.strict());
        ReadNumber customary = ReadNumber.of(printed, ReadingConvention.customary());

        assertThat(customary.bounds().encloses(strict.bounds())).isTrue();
        assertThat(customary.rounding().encloses(strict.rounding())).isTrue();
        assertThat(strict.bounds().encloses(strict.rounding())).isTrue();
    }

    private static void assertEnds(Bounds bounds, double low, double high) {
        if (bounds.isEmpty()) {
            assertThat(low).isNaN();
            assertThat(high).isNaN();
        } else {
            assertThat(low)
                    .isEqualTo(bounds.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY));
            assertThat(high)
                    .isEqualTo(bounds.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY));
        }
    }

    @Provide
    Arbitrary<PrintedNumber> prints() {
        return Generators.printed(List.of(UnitMultiplier.values()).stream()
                .filter(multiplier -> multiplier.exponent() >= 0)
                .toList());
    }
}
