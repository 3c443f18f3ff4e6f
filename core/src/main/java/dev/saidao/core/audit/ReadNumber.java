package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.DigitConvention;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;

/**
 * A printed number as an audit reads it: in ever wider bounds, from what prints the same digits to what its words allow.
 *
 * <p>Reading costs more than auditing, so a number that occurs often is best read once. Immutable and thread-safe.
 */
public final class ReadNumber {

    private final PrintedNumber printed;
    private final ReadingConvention reading;
    private final BigDecimal value;
    private final Bounds digits;
    private final Bounds rounding;
    private final Bounds bounds;
    private final Bounds truncated;

    // the same as doubles, each the nearest one; infinite where there is no end, NaN where there is no set
    final double valueApprox;
    final double digitsLow;
    final double digitsHigh;
    final double roundingLow;
    final double roundingHigh;
    final double boundsLow;
    final double boundsHigh;
    final double truncatedLow;
    final double truncatedHigh;
    /** Whether no word beside the digits makes the bounds other than rounding does. */
    final boolean isUnqualified;
    /** Whether digits cut off would give the same bounds. */
    final boolean isCutAlike;

    private ReadNumber(PrintedNumber printed, ReadingConvention reading) {
        this.printed = printed;
        this.reading = reading;
        this.value = printed.amount();
        PrintedNumber bare = PrintedNumber.of(printed.digits(), printed.multiplier(), printed.unit(), Qualifier.NONE);
        BigDecimal half = printed.lastPlace().divide(BigDecimal.valueOf(2));
        this.digits = Bounds.closed(value.subtract(half), value.add(half));
        this.bounds = reading.read(printed).bounds();
        this.rounding = reading.read(bare).bounds().intersection(bounds);
        boolean plain = printed.qualifier() == Qualifier.NONE
                || printed.qualifier() == Qualifier.REACHED
                || printed.qualifier() == Qualifier.AS_HIGH_AS;
        this.truncated =
                plain ? reading.with(DigitConvention.TRUNCATED).read(printed).bounds() : bounds;
        this.valueApprox = value.doubleValue();
        this.digitsLow = low(digits);
        this.digitsHigh = high(digits);
        this.roundingLow = low(rounding);
        this.roundingHigh = high(rounding);
        this.boundsLow = low(bounds);
        this.boundsHigh = high(bounds);
        this.truncatedLow = low(truncated);
        this.truncatedHigh = high(truncated);
        this.isUnqualified = rounding.equals(bounds);
        this.isCutAlike = truncated.equals(bounds);
    }

    /**
     * Reads a number.
     *
     * @param printed the number
     * @param reading how to read it: {@link ReadingConvention#strict()}, {@link ReadingConvention#customary()} or another
     * @return the number as read
     */
    public static ReadNumber of(PrintedNumber printed, ReadingConvention reading) {
        return new ReadNumber(printed, reading);
    }

    /** {@return the number as printed} */
    public PrintedNumber printed() {
        return printed;
    }

    /** {@return how it was read} */
    public ReadingConvention reading() {
        return reading;
    }

    /** {@return the unit} */
    public Unit unit() {
        return printed.unit();
    }

    /** {@return the printed value, apart from the qualifier} */
    public BigDecimal value() {
        return value;
    }

    /** {@return the numbers that print the same digits when rounded to the printed place, both ends included} */
    public Bounds digits() {
        return digits;
    }

    /** {@return what of {@link #bounds} is due to rounding alone; empty if there is nothing such} */
    public Bounds rounding() {
        return rounding;
    }

    /** {@return the numbers that can be true, by the reading} */
    public Bounds bounds() {
        return bounds;
    }

    /** {@return the numbers that can be true if digits were cut off rather than rounded} */
    public Bounds truncated() {
        return truncated;
    }

    private static double low(Bounds bounds) {
        return bounds.isEmpty()
                ? Double.NaN
                : bounds.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double high(Bounds bounds) {
        return bounds.isEmpty()
                ? Double.NaN
                : bounds.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public String toString() {
        return printed.value() + " in " + bounds;
    }
}
