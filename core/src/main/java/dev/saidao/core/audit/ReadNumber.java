package dev.saidao.core.audit;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.RoughBounds;
import dev.saidao.core.figure.AboutWidth;
import dev.saidao.core.figure.DigitConvention;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A printed number as an audit reads it: in ever wider bounds, from what prints the same digits to what its words allow.
 *
 * <p>Reading costs more than auditing, so a number that occurs often is best read once. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ReadNumber {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final PrintedNumber printed;
    private final ReadingConvention reading;
    // asked of every claim
    private final Unit unit;
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
    /** Whether value, digits and bounds have so few digits that the double of each tells it from all others such. */
    private final boolean isShort;

    /**
     * The bounds as decimals.
     *
     * @param rounding what is due to rounding alone
     * @param read the number with what can be true
     */
    private record Exact(Bounds rounding, BoundedQuantity read) {

        static Exact of(PrintedNumber printed, ReadingConvention reading) {
            BoundedQuantity read = reading.read(printed);
            Bounds bounds = read.bounds();
            return new Exact(
                    printed.qualifier() == Qualifier.NONE
                            ? bounds
                            : reading.read(printed.with(Qualifier.NONE))
                                    .bounds()
                                    .intersection(bounds),
                    read);
        }

        Bounds bounds() {
            return read.bounds();
        }
    }

    private ReadNumber(PrintedNumber printed, ReadingConvention reading) {
        this.printed = printed;
        this.reading = reading;
        this.unit = printed.unit();
        Ends ends = Ends.of(printed, reading);
        if (ends == null) {
            BigDecimal value = middle(printed);
            Bounds digits = digitsOf(printed);
            Exact sets = Exact.of(printed, reading);
            this.exact = sets;
            this.valueApprox = value.doubleValue();
            this.digitsLow = low(digits);
            this.digitsHigh = high(digits);
            this.boundsLow = low(sets.bounds());
            this.boundsHigh = high(sets.bounds());
            this.roundingLow = low(sets.rounding());
            this.roundingHigh = high(sets.rounding());
            Bounds cut = truncated();
            this.truncatedLow = low(cut);
            this.truncatedHigh = high(cut);
            this.isUnqualified = sets.rounding().equals(sets.bounds());
            this.isCutAlike = cut.equals(sets.bounds());
            this.isShort = RoughBounds.isShort(Bounds.exactly(value))
                    && RoughBounds.isShort(digits)
                    && RoughBounds.isShort(sets.bounds());
            return;
        }
        this.isShort = true;
        Qualifier qualifier = printed.qualifier();
        boolean above = qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.MORE_THAN;
        boolean below = qualifier == Qualifier.AT_MOST || qualifier == Qualifier.LESS_THAN;
        boolean toValue = below || qualifier == Qualifier.NEARLY;
        double value = ends.at(0);
        this.valueApprox = value;
        this.digitsLow = ends.at(-Ends.HALF);
        this.digitsHigh = ends.at(Ends.HALF);
        this.roundingLow = above ? value : ends.at(-ends.width());
        this.roundingHigh = toValue ? value : ends.at(ends.width());
        this.boundsLow = above ? value : below ? Double.NEGATIVE_INFINITY : ends.at(-ends.loose());
        this.boundsHigh = above ? Double.POSITIVE_INFINITY : toValue ? value : ends.at(ends.loose());
        this.isUnqualified = !above && !below && ends.loose() == ends.width();
        this.isCutAlike = qualifier != Qualifier.NONE;
        this.truncatedLow = isCutAlike ? boundsLow : value < 0 ? ends.at(-2 * Ends.HALF) : value;
        this.truncatedHigh = isCutAlike ? boundsHigh : value < 0 ? value : ends.at(2 * Ends.HALF);
    }

    /**
     * The ends of a number that has no limits but those of its digits and its word, as multiples of a tenth of the last place:
     * what {@link ReadingConvention} says of such numbers, without decimals and sets.
     *
     * @param tenths the value
     * @param width how far from the value rounding leads
     * @param loose how far the word leads, if it is "about" or "nearly"; else the same
     * @param exponent the power of ten of a tenth of the last place
     */
    private record Ends(long tenths, long width, long loose, int exponent) {

        static final long HALF = 5;
        // so that all ends are whole numbers below 2^53 and powers of ten are exact
        private static final int MOST_DIGITS = 14;
        private static final double MOST_TENTHS = 0x1p53;
        private static final int MOST_EXPONENT = 22;

        static @Nullable Ends of(PrintedNumber printed, ReadingConvention reading) {
            boolean customary = reading.digits() == DigitConvention.CUSTOMARY;
            String digits = printed.digits();
            if (!(customary || reading.digits() == DigitConvention.ROUNDED)
                    || !hasItsWordOnly(printed)
                    || printed.isRange()
                    || digits.length() > MOST_DIGITS) {
                return null;
            }
            boolean minus = digits.charAt(0) == '-';
            if (minus && printed.qualifier() != Qualifier.NONE) {
                return null;
            }
            long whole = 0;
            int point = digits.length();
            for (int i = minus ? 1 : 0; i < digits.length(); i++) {
                char c = digits.charAt(i);
                if (c == '.') {
                    point = i + 1;
                } else {
                    whole = 10 * whole + (c - '0');
                }
            }
            int exponent = printed.multiplier().exponent() - (digits.length() - point) - 1;
            if (Math.abs(exponent) > MOST_EXPONENT) {
                return null;
            }
            long place = point == digits.length() ? customaryPlace(whole) : 1;
            long width = customary ? HALF * place : HALF;
            boolean about = printed.qualifier() == Qualifier.ABOUT || printed.qualifier() == Qualifier.NEARLY;
            if (about && reading.about() != AboutWidth.CUSTOMARY && reading.about() != AboutWidth.ROUNDING_ONLY) {
                return null;
            }
            long loose =
                    !about ? width : reading.about() == AboutWidth.CUSTOMARY && whole > 9 ? 2 * HALF * place : HALF;
            Ends ends = new Ends(minus ? -10 * whole : 10 * whole, Math.min(width, loose), loose, exponent);
            // a rate is no less than -1, which narrows bounds that go beyond
            boolean mayBeNarrowed = minus && printed.unit().kind() == Unit.Kind.GROWTH_RATE;
            return mayBeNarrowed && ends.at(-Math.max(loose, 2 * HALF)) < -1 ? null : ends;
        }

        /** See {@link PrintedNumber#customaryPlace()}. */
        private static long customaryPlace(long whole) {
            long place = 1;
            while (whole >= 100 * place && whole % (10 * place) == 0) {
                place *= 10;
            }
            return place;
        }

        /** The same with tenths of a lower place; absent if they are too many for a double. */
        @Nullable Ends withExponent(int lower) {
            if (exponent == lower) {
                return this;
            }
            int places = exponent - lower;
            if (places > MOST_DIGITS || Math.abs(tenths) + loose > MOST_TENTHS / POWERS[places]) {
                return null;
            }
            long more = (long) POWERS[places];
            return new Ends(tenths * more, width * more, loose * more, lower);
        }

        /** Whether zeros taken for padding lead farther than the ends, as in {@link #padded}: positive if so, 0 if just as far. */
        int comparePadded() {
            long place = 10;
            while (tenths != 0 && tenths % (10 * place) == 0) {
                place *= 10;
            }
            return Math.min(Long.compare(HALF * place / 10, loose), Long.compare(Math.abs(tenths), 20 * loose));
        }

        /** The double nearest to the value plus some tenths. */
        double at(long more) {
            double exact = tenths + more;
            return exponent < 0 ? exact / POWERS[-exponent] : exact * POWERS[exponent];
        }

        private static boolean hasItsWordOnly(PrintedNumber printed) {
            return switch (printed.qualifier()) {
                case NONE ->
                    switch (printed.unit().kind()) {
                        case MONEY, GROWTH_RATE, SHARE, PERCENTAGE_POINTS, MULTIPLE, NUMBER -> true;
                        case COUNT, DENSITY, YEARS, CALENDAR_YEAR, PHYSICAL -> false;
                    };
                case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, ABOUT, NEARLY ->
                    printed.unit().kind() == Unit.Kind.MONEY;
                default -> false;
            };
        }
    }

    private static boolean isPlain(PrintedNumber printed) {
        return printed.qualifier() == Qualifier.NONE
                || printed.qualifier() == Qualifier.REACHED
                || printed.qualifier() == Qualifier.AS_HIGH_AS;
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

    /**
     * Reads a printed number, English or Chinese, by the default reading.
     *
     * @param text the number with its unit and words, as a source printed it: {@code over USD 6.4 bn}, {@code 73% a year}
     * @return the number as read
     * @throws IllegalArgumentException if it is no number, or in no known unit; the message names what would be read
     */
    public static ReadNumber parse(String text) {
        return of(FigureFormat.english().parse(text), ReadingConvention.withDefaults());
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
        return unit;
    }

    /** {@return the printed value, apart from the qualifier; of a range the middle of its ends} */
    public BigDecimal value() {
        return middle(printed);
    }

    private static BigDecimal middle(PrintedNumber printed) {
        return printed.isRange()
                ? printed.amount().add(printed.upperEnd().amount()).divide(TWO)
                : printed.amount();
    }

    /** {@return the numbers that print the same digits when rounded to the printed place, both ends included} */
    public Bounds digits() {
        return digitsOf(printed);
    }

    private static Bounds digitsOf(PrintedNumber printed) {
        PrintedNumber upper = printed.upperEnd();
        return Bounds.closed(
                printed.amount().subtract(printed.lastPlace().divide(TWO)),
                upper.amount().add(upper.lastPlace().divide(TWO)));
    }

    /** {@return what of {@link #bounds} is due to rounding alone; empty if there is nothing such} */
    public Bounds rounding() {
        return sets().rounding();
    }

    /** {@return the numbers that can be true, by the reading} */
    public Bounds bounds() {
        return sets().bounds();
    }

    /** The number with what can be true, as it is read where it goes into a calculation. */
    BoundedQuantity read() {
        return sets().read();
    }

    /** {@return the numbers that can be true if digits were cut off rather than rounded} */
    public Bounds truncated() {
        return isPlain(printed)
                ? reading.with(DigitConvention.TRUNCATED).read(printed).bounds()
                : bounds();
    }

    /** Two of the doubles, each the nearest one to an end. */
    RoughBounds rough(double low, double high) {
        return RoughBounds.nearest(low, high, isShort);
    }

    /**
     * The growth from this number to another one in the same unit, as a fraction of this one: for bounds without words and not too
     * different digits, to a relative error below 10^-15 however little it is, without decimals.
     *
     * @param side 0 from value to value; 1 the most, from the lower end of the bounds to the upper end; -1 the least
     * @return the growth; NaN if it takes decimals
     */
    double growthTo(ReadNumber other, int side) {
        Ends from = isUnqualified ? Ends.of(printed, reading) : null;
        Ends to = other.isUnqualified ? Ends.of(other.printed, other.reading) : null;
        if (from == null || to == null) {
            return Double.NaN;
        }
        int exponent = Math.min(from.exponent(), to.exponent());
        from = from.withExponent(exponent);
        to = to.withExponent(exponent);
        if (from == null || to == null) {
            return Double.NaN;
        }
        long start = from.tenths() - side * from.loose();
        return (double) (to.tenths() + side * to.loose() - start) / start;
    }

    // ---- padding ----

    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    /**
     * {@return the numbers that can be true if the zeros at the end, before and behind the point, are no digits: half a unit of the
     * last other digit either way, but at most a twentieth of the number; the {@link #bounds} if that is less, if there are no such
     * zeros, or if there is a word beside the digits}
     */
    public Bounds padded() {
        int zeros = padding();
        if (zeros == 0) {
            return bounds();
        }
        BigDecimal amount = printed.amount();
        BigDecimal width = printed.lastPlace()
                .scaleByPowerOfTen(zeros)
                .divide(TWO)
                .min(amount.abs().multiply(TWENTIETH));
        return bounds().hull(Bounds.closed(amount.subtract(width), amount.add(width)));
    }

    /** How many zeros stand at the end of the digits that may be padding. */
    int padding() {
        if (printed.isRange() || !isPlain(printed)) {
            return 0;
        }
        BigDecimal digits = new BigDecimal(printed.digits());
        return digits.signum() == 0
                ? 0
                : digits.scale() - digits.stripTrailingZeros().scale();
    }

    /** Whether zeros at its end may be padding in the reading at hand. */
    boolean mayBePadded() {
        String digits = printed.digits();
        if (reading.digits() != DigitConvention.CUSTOMARY || digits.charAt(digits.length() - 1) != '0') {
            return false;
        }
        Ends ends = isPlain(printed) ? Ends.of(printed, reading) : null;
        int padded = ends == null ? 0 : ends.comparePadded();
        return padded == 0 ? !padded().equals(bounds()) : padded > 0;
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

    /** {@return the number, its unit and its bounds} */
    @Override
    public String toString() {
        return value().toPlainString() + " " + unit() + " in " + bounds();
    }
}
