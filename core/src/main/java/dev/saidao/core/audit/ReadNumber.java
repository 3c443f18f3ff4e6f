package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.DigitConvention;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A printed number as an audit reads it: in ever wider bounds, from what prints the same digits to what its words allow.
 *
 * <p>Reading costs more than auditing, so a number that occurs often is best read once. Immutable and thread-safe.
 */
public final class ReadNumber {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final PrintedNumber printed;
    private final ReadingConvention reading;
    private final BigDecimal value;
    private volatile @Nullable Exact exact;

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

    /**
     * The bounds as decimals.
     *
     * @param rounding what is due to rounding alone
     * @param bounds what can be true
     * @param truncated what can be true if digits were cut off
     */
    private record Exact(Bounds rounding, Bounds bounds, Bounds truncated) {

        static Exact of(PrintedNumber printed, ReadingConvention reading) {
            Bounds bounds = reading.read(printed).bounds();
            PrintedNumber bare =
                    PrintedNumber.of(printed.digits(), printed.multiplier(), printed.unit(), Qualifier.NONE);
            return new Exact(
                    reading.read(bare).bounds().intersection(bounds),
                    bounds,
                    isPlain(printed)
                            ? reading.with(DigitConvention.TRUNCATED)
                                    .read(printed)
                                    .bounds()
                            : bounds);
        }
    }

    private ReadNumber(PrintedNumber printed, ReadingConvention reading) {
        this.printed = printed;
        this.reading = reading;
        this.value = printed.amount();
        this.valueApprox = value.doubleValue();
        BigDecimal place = printed.lastPlace();
        BigDecimal half = place.divide(TWO);
        this.digitsLow = value.subtract(half).doubleValue();
        this.digitsHigh = value.add(half).doubleValue();
        if (isSimple(printed, reading)) {
            // what ReadingConvention says of such numbers, without making the sets
            boolean customary = reading.digits() == DigitConvention.CUSTOMARY;
            BigDecimal width = customary ? printed.customaryPlace().divide(TWO) : half;
            Qualifier qualifier = printed.qualifier();
            boolean about = qualifier == Qualifier.ABOUT || qualifier == Qualifier.NEARLY;
            BigDecimal loose = about ? reading.about().width(printed) : width;
            boolean above = qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.MORE_THAN;
            boolean below = qualifier == Qualifier.AT_MOST || qualifier == Qualifier.LESS_THAN;
            double low = value.subtract(loose).doubleValue();
            double high = value.add(loose).doubleValue();
            BigDecimal narrow = width.min(loose);
            boolean toValue = below || qualifier == Qualifier.NEARLY;
            this.boundsLow = above ? valueApprox : below ? Double.NEGATIVE_INFINITY : low;
            this.boundsHigh = above ? Double.POSITIVE_INFINITY : toValue ? valueApprox : high;
            this.roundingLow = above ? valueApprox : value.subtract(narrow).doubleValue();
            this.roundingHigh = toValue ? valueApprox : value.add(narrow).doubleValue();
            this.isUnqualified = !above && !below && loose.compareTo(width) <= 0;
            this.isCutAlike = qualifier != Qualifier.NONE;
            this.truncatedLow = isCutAlike ? boundsLow : valueApprox;
            this.truncatedHigh = isCutAlike ? boundsHigh : value.add(place).doubleValue();
            return;
        }
        Exact sets = Exact.of(printed, reading);
        this.exact = sets;
        this.boundsLow = low(sets.bounds());
        this.boundsHigh = high(sets.bounds());
        this.roundingLow = low(sets.rounding());
        this.roundingHigh = high(sets.rounding());
        this.truncatedLow = low(sets.truncated());
        this.truncatedHigh = high(sets.truncated());
        this.isUnqualified = sets.rounding().equals(sets.bounds());
        this.isCutAlike = sets.truncated().equals(sets.bounds());
    }

    private static boolean isPlain(PrintedNumber printed) {
        return printed.qualifier() == Qualifier.NONE
                || printed.qualifier() == Qualifier.REACHED
                || printed.qualifier() == Qualifier.AS_HIGH_AS;
    }

    /** Whether a number has no limits but those of its digits and its word. */
    private static boolean isSimple(PrintedNumber printed, ReadingConvention reading) {
        boolean rounded = reading.digits() == DigitConvention.ROUNDED || reading.digits() == DigitConvention.CUSTOMARY;
        boolean money = printed.unit().kind() == Unit.Kind.MONEY;
        boolean rate = printed.unit().kind() == Unit.Kind.GROWTH_RATE
                && !printed.digits().startsWith("-");
        boolean plain = printed.qualifier() == Qualifier.NONE;
        boolean emphatic = printed.qualifier() == Qualifier.REACHED || printed.qualifier() == Qualifier.AS_HIGH_AS;
        return rounded && !emphatic && ((money && !printed.digits().startsWith("-")) || (rate && plain));
    }

    private Exact sets() {
        Exact known = exact;
        if (known == null) {
            known = Exact.of(printed, reading);
            exact = known;
        }
        return known;
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
        BigDecimal half = printed.lastPlace().divide(TWO);
        return Bounds.closed(value.subtract(half), value.add(half));
    }

    /** {@return what of {@link #bounds} is due to rounding alone; empty if there is nothing such} */
    public Bounds rounding() {
        return sets().rounding();
    }

    /** {@return the numbers that can be true, by the reading} */
    public Bounds bounds() {
        return sets().bounds();
    }

    /** {@return the numbers that can be true if digits were cut off rather than rounded} */
    public Bounds truncated() {
        return sets().truncated();
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
        return printed.value() + " in " + bounds();
    }
}
