package dev.saidao.core;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The values that properties of this module are tried on. */
public final class Generators {

    private Generators() {}

    /** Numbers between two, with up to six decimals. */
    public static Arbitrary<BigDecimal> decimals(String low, String high) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(low), new BigDecimal(high))
                .ofScale(6);
    }

    /** Numbers of every size that reports use, from thousandths to trillions. */
    public static Arbitrary<BigDecimal> sizes() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 999_999),
                        Arbitraries.integers().between(-3, 9))
                .as((digits, exponent) -> BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent));
    }

    /** Growth rates above -1: -99.9% to 500%. */
    public static Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-0.999"), new BigDecimal("5"))
                .ofScale(4);
    }

    /** Bounds with ends of moderate size, open, closed and infinite, never empty. */
    public static Arbitrary<Bounds> bounds(String low, String high) {
        Arbitrary<BigDecimal> ends = Arbitraries.oneOf(
                decimals(low, high),
                Arbitraries.of("0", "1", "-1", "2", "0.5")
                        .map(BigDecimal::new)
                        .filter(end -> end.compareTo(new BigDecimal(low)) >= 0));
        return Combinators.combine(ends, ends, Arbitraries.integers().between(0, 15))
                .as((a, b, form) -> {
                    BigDecimal least = a.min(b);
                    BigDecimal most = a.max(b);
                    if (least.compareTo(most) == 0) {
                        return Bounds.exactly(least);
                    }
                    return switch (form) {
                        case 0 -> Bounds.atLeast(least);
                        case 1 -> Bounds.greaterThan(least);
                        case 2 -> Bounds.atMost(most);
                        case 3 -> Bounds.lessThan(most);
                        case 4, 5, 6 -> Bounds.open(least, most);
                        case 7, 8 -> Bounds.closedOpen(least, most);
                        case 9, 10 -> Bounds.openClosed(least, most);
                        case 11 -> Bounds.all();
                        default -> Bounds.closed(least, most);
                    };
                });
    }

    /** A member of bounds that are not empty: an end, or a number between, by a choice from 0 to 1. */
    public static BigDecimal member(Bounds bounds, double choice) {
        BigDecimal low = bounds.lower()
                .orElse(bounds.upper()
                        .map(end -> end.subtract(BigDecimal.valueOf(1_000)))
                        .orElse(BigDecimal.valueOf(-1_000)));
        BigDecimal high = bounds.upper().orElse(low.add(BigDecimal.valueOf(2_000)));
        BigDecimal part = BigDecimal.valueOf(Math.round(choice * 1_000), 3);
        BigDecimal between = low.add(high.subtract(low).multiply(part));
        return bounds.contains(between) ? between : low.add(high).divide(BigDecimal.valueOf(2));
    }

    /** Bounds that hold others, by an amount at each end. */
    public static Bounds widened(Bounds bounds, BigDecimal below, BigDecimal above) {
        Bounds lower =
                bounds.lower().map(end -> Bounds.atLeast(end.subtract(below))).orElse(Bounds.all());
        Bounds upper = bounds.upper().map(end -> Bounds.atMost(end.add(above))).orElse(Bounds.all());
        return lower.intersection(upper);
    }

    /** Printed numbers of every unit and qualifier, with the multipliers given. */
    public static Arbitrary<PrintedNumber> printed(List<UnitMultiplier> multipliers) {
        Arbitrary<String> digits = Combinators.combine(
                        Arbitraries.longs().between(0, 99_999_999),
                        Arbitraries.integers().between(0, 4))
                .as((number, decimals) -> BigDecimal.valueOf(number, decimals).toPlainString());
        Arbitrary<Unit> units = Arbitraries.of(
                        "CNY",
                        "USD",
                        "CHF",
                        "persons",
                        "companies",
                        "widgets",
                        "persons per 10 000 employed",
                        "percentage points",
                        "times",
                        "years",
                        "GW",
                        "tCO2e",
                        "[Scoville]",
                        "number")
                .map(Unit::parse);
        Arbitrary<Qualifier> qualifiers = Arbitraries.of(Qualifier.class);
        Arbitrary<PrintedNumber> amounts = Combinators.combine(digits, Arbitraries.of(multipliers), units, qualifiers)
                .as(PrintedNumber::of);
        Arbitrary<PrintedNumber> fractions = Combinators.combine(
                        digits,
                        Arbitraries.of(
                                UnitMultiplier.ONE,
                                UnitMultiplier.PERCENT,
                                UnitMultiplier.PER_MILLE,
                                UnitMultiplier.TENTH),
                        Arbitraries.of(Unit.SHARE, Unit.GROWTH_RATE),
                        qualifiers)
                .as(PrintedNumber::of);
        Arbitrary<PrintedNumber> years = Combinators.combine(
                        Arbitraries.integers().between(1000, 2999), qualifiers)
                .as((year, qualifier) ->
                        PrintedNumber.of(String.valueOf(year), UnitMultiplier.ONE, Unit.CALENDAR_YEAR, qualifier));
        return Arbitraries.oneOf(amounts, fractions, years);
    }
}
