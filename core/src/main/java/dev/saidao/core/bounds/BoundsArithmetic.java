package dev.saidao.core.bounds;

import dev.saidao.core.bounds.Ends.End;
import dev.saidao.core.internal.DirectedMath;
import dev.saidao.core.internal.DirectedMath.Enclosure;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Computes with {@link Bounds} so that no possible value is lost: the result holds {@code x ∘ y} for every x and y of the
 * operands for which the operation is defined, and is the smallest interval of the working length that does; of exponents,
 * one may be wider by a unit of the last digit where it is neither whole nor has a few places.
 *
 * <ul>
 *   <li>An end that has more digits than the working length is rounded outward, and is then open.
 *   <li>An end is closed if its value is reached, open if it is only approached.
 *   <li>Values for which an operation is not defined (a divisor of 0, the root of a negative number) are left out; if none
 *       is left the result is empty. An empty operand gives an empty result.
 *   <li>Beyond 10^1000 an upper end is infinite, a lower end stays at the last number below; nearer to zero than 10^-1050
 *       an end becomes 0 or stays at that number, whichever is outward.
 * </ul>
 *
 * <p>The reverse operations take the result of a forward operation, the other operand, and what is known of the unknown
 * one, and return what of it can be true: {@code timesReverse(b, c, x)} is the hull of the x in {@code x} for which some b
 * in {@code b} makes {@code b × x} a member of {@code c}.
 *
 * <p>Source: IEEE Std 1788-2015, clauses 10.5.3 (forward), 10.5.4 (reverse) and 12.12.3 (set-based flavour); open ends are
 * an addition.
 *
 * @since 0.1
 */
public final class BoundsArithmetic {

    /** Digits of the ends where nothing else is asked for. */
    public static final int DEFAULT_DIGITS = 34;

    /** Most digits that can be asked for. */
    public static final int MAX_DIGITS = 500;

    /** Largest size of a whole exponent or degree. */
    public static final int MAX_EXPONENT = 10_000;

    private static final BigDecimal HUGE = BigDecimal.ONE.scaleByPowerOfTen(1_000);
    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-1_050);
    private static final BigDecimal MOST_EXPONENT = BigDecimal.valueOf(MAX_EXPONENT);
    // exponents that lead from one decimal to another are whole, or have few places
    private static final int PLAIN_PLACES = 4;
    // the exponential of these is beyond HUGE and TINY
    private static final BigDecimal MOST_LOGARITHM = BigDecimal.valueOf(2_500);
    // by the number of digits, each made when it is first asked for
    private static final AtomicReferenceArray<BoundsArithmetic> BY_DIGITS = new AtomicReferenceArray<>(MAX_DIGITS + 1);

    private final int digits;
    private final MathContext downward;
    private final MathContext upward;
    private final BigDecimal largest;

    private BoundsArithmetic(int digits) {
        this.digits = digits;
        this.downward = new MathContext(digits, RoundingMode.FLOOR);
        this.upward = new MathContext(digits, RoundingMode.CEILING);
        this.largest = HUGE.subtract(HUGE.scaleByPowerOfTen(-digits));
    }

    /** {@return arithmetic with ends of 34 digits} */
    public static BoundsArithmetic withDefaults() {
        return ofDigits(DEFAULT_DIGITS);
    }

    /**
     * Returns arithmetic with ends of another length.
     *
     * @param digits significant digits, 1 to 500
     * @return the arithmetic
     * @throws IllegalArgumentException if {@code digits} is out of range
     */
    public BoundsArithmetic withDigits(int digits) {
        return ofDigits(Require.between(digits, 1, MAX_DIGITS, "Digits"));
    }

    private static BoundsArithmetic ofDigits(int digits) {
        BoundsArithmetic made = BY_DIGITS.get(digits);
        if (made == null) {
            made = new BoundsArithmetic(digits);
            BY_DIGITS.set(digits, made);
        }
        return made;
    }

    /**
     * {@return arithmetic with twice the digits, at most {@value #MAX_DIGITS}: digits to spare for the steps before the last,
     * so that a result is rounded once, to within one unit of its last digit}
     */
    public BoundsArithmetic finer() {
        return ofDigits(Math.min(2 * digits, MAX_DIGITS));
    }

    /** {@return the significant digits of the ends} */
    public int digits() {
        return digits;
    }

    /**
     * Negates: {@code -x}.
     *
     * @param x the operand
     * @return the mirror image, exact
     */
    public Bounds negated(Bounds x) {
        return x.isEmpty()
                ? x
                : Ends.between(Ends.upperOf(x).negated(), Ends.lowerOf(x).negated());
    }

    /**
     * Brings a set to the working length, such as one that was computed with more digits.
     *
     * @param x the set
     * @return the smallest set of the working length that holds it
     */
    public Bounds outward(Bounds x) {
        return x.isEmpty() ? x : rounded(Ends.lowerOf(x), Ends.upperOf(x));
    }

    /**
     * Adds: {@code x + y}.
     *
     * @param x the one operand
     * @param y the other
     * @return the sums
     */
    public Bounds plus(Bounds x, Bounds y) {
        if (x.isEmpty() || y.isEmpty()) {
            return Bounds.empty();
        }
        End least = sum(Ends.lowerOf(x), Ends.lowerOf(y));
        return rounded(least, isPoint(x) && isPoint(y) ? least : sum(Ends.upperOf(x), Ends.upperOf(y)));
    }

    /**
     * Subtracts: {@code x - y}. The operands are taken to vary independently.
     *
     * @param x the one operand
     * @param y the other
     * @return the differences
     */
    public Bounds minus(Bounds x, Bounds y) {
        return plus(x, negated(y));
    }

    /**
     * Takes the lesser.
     *
     * @param x the one operand
     * @param y the other
     * @return what the lesser of both can be, exact
     */
    public Bounds min(Bounds x, Bounds y) {
        return x.isEmpty() || y.isEmpty()
                ? Bounds.empty()
                : Ends.between(
                        Ends.outerLower(Ends.lowerOf(x), Ends.lowerOf(y)),
                        Ends.innerUpper(Ends.upperOf(x), Ends.upperOf(y)));
    }

    /**
     * Takes the greater.
     *
     * @param x the one operand
     * @param y the other
     * @return what the greater of both can be, exact
     */
    public Bounds max(Bounds x, Bounds y) {
        return x.isEmpty() || y.isEmpty()
                ? Bounds.empty()
                : Ends.between(
                        Ends.innerLower(Ends.lowerOf(x), Ends.lowerOf(y)),
                        Ends.outerUpper(Ends.upperOf(x), Ends.upperOf(y)));
    }

    /**
     * Multiplies: {@code x × y}.
     *
     * @param x the one operand
     * @param y the other
     * @return the products
     */
    public Bounds times(Bounds x, Bounds y) {
        if (x.isEmpty() || y.isEmpty()) {
            return Bounds.empty();
        }
        End xLow = Ends.lowerOf(x);
        End yLow = Ends.lowerOf(y);
        End xHigh = Ends.upperOf(x);
        End yHigh = Ends.upperOf(y);
        if (xLow.signum() <= 0 || yLow.signum() <= 0) {
            return corners(xLow, xHigh, yLow, yHigh, this::product);
        }
        End least = product(xLow, yLow).floor();
        return rounded(
                least, isPoint(x) && isPoint(y) ? least : product(xHigh, yHigh).ceiling());
    }

    /**
     * Divides: {@code x / y} for the y that are not 0.
     *
     * @param x the dividend
     * @param y the divisor; if it is only 0 the result is empty, if 0 is inside the hull of both branches is returned
     * @return the quotients
     */
    public Bounds dividedBy(Bounds x, Bounds y) {
        return isPositive(y) ? quotient(x, y) : quotient(x, negativePart(y)).hull(quotient(x, positivePart(y)));
    }

    /**
     * Raises to a whole power: {@code x^n}.
     *
     * @param x the base; 0 is left out if the exponent is negative
     * @param exponent the exponent, -10,000 to 10,000; x^0 is 1 for every x
     * @return the powers
     * @throws IllegalArgumentException if the exponent is out of range
     */
    public Bounds power(Bounds x, int exponent) {
        requireExponent(exponent, "Exponent");
        if (x.isEmpty()) {
            return x;
        }
        if (exponent == 0) {
            return Bounds.exactly(BigDecimal.ONE);
        }
        if (exponent < 0) {
            // so that the second rounding does not widen by more than the last place
            return dividedBy(Bounds.exactly(BigDecimal.ONE), finer().power(x, -exponent));
        }
        End low = Ends.lowerOf(x);
        End high = Ends.upperOf(x);
        if (exponent % 2 == 0 && low.signum() < 0) {
            End mirrored = low.negated();
            low = high.signum() >= 0 ? Ends.ZERO : high.negated();
            high = Ends.outerUpper(mirrored, high);
            if (low.isZero() && !x.contains(BigDecimal.ZERO)) {
                low = Ends.OPEN_ZERO;
            }
        }
        return monotone(low, high, value -> DirectedMath.power(value, exponent, digits));
    }

    /**
     * Raises to a power that need not be whole: {@code x^e}, for x above 0, and for x = 0 if the exponent is positive.
     *
     * @param x the base; negative numbers are left out
     * @param exponent the exponent, -10,000 to 10,000
     * @return the powers
     * @throws IllegalArgumentException if the exponent is out of range
     */
    public Bounds power(Bounds x, BigDecimal exponent) {
        requireExponent(exponent);
        Bounds base = x.intersection(Bounds.atLeast(BigDecimal.ZERO));
        if (base.isEmpty()) {
            return base;
        }
        if (exponent.signum() == 0) {
            return Bounds.exactly(BigDecimal.ONE);
        }
        if (exponent.signum() < 0) {
            return dividedBy(Bounds.exactly(BigDecimal.ONE), finer().power(base, exponent.negate()));
        }
        return monotone(Ends.lowerOf(base), Ends.upperOf(base), value -> positivePower(value, exponent));
    }

    /**
     * Raises to powers: {@code x^y} for x above 0.
     *
     * @param x the base; 0 and negative numbers are left out
     * @param y the exponents; their finite ends are -10,000 to 10,000
     * @return the powers
     * @throws IllegalArgumentException if a finite end of the exponents is out of range
     */
    public Bounds power(Bounds x, Bounds y) {
        Bounds base = positivePart(x);
        if (base.isEmpty() || y.isEmpty()) {
            return Bounds.empty();
        }
        y.lower().ifPresent(BoundsArithmetic::requireExponent);
        y.upper().ifPresent(BoundsArithmetic::requireExponent);
        if (y.singleValue().isPresent()) {
            return power(base, y.singleValue().get());
        }
        // the logarithm of a power is a product, so that its extremes are those of a product
        return corners(Ends.lowerOf(base), Ends.upperOf(base), Ends.lowerOf(y), Ends.upperOf(y), this::power);
    }

    /** A power at a corner; where one of the two logarithms is 0 and the other infinite, as at a corner of a product. */
    private Corner power(End x, End y) {
        boolean closed = x.closed() && y.closed();
        boolean isOne = isOne(x);
        if (isOne || y.isZero()) {
            return Corner.exact(
                    Ends.finite(BigDecimal.ONE, closed || (isOne && x.closed()) || (y.isZero() && y.closed())));
        }
        if (x.infinity() != 0 || x.isZero() || y.infinity() != 0) {
            boolean rises = x.infinity() != 0 || (!x.isZero() && x.value().compareTo(BigDecimal.ONE) > 0);
            return Corner.exact(rises == y.signum() > 0 ? Ends.infinite(1) : Ends.OPEN_ZERO);
        }
        Enclosure power = power(x.value(), y.value());
        boolean reached = closed && power.isExact();
        return new Corner(Ends.finite(power.floor(), reached), Ends.finite(power.ceiling(), reached));
    }

    /** A power of a positive number other than 1 with an exponent other than 0. */
    private Enclosure power(BigDecimal base, BigDecimal exponent) {
        if (exponent.signum() > 0) {
            return DirectedMath.power(base, exponent, digits);
        }
        Enclosure inverse = DirectedMath.power(base, exponent.negate(), finer().digits);
        return new Enclosure(
                DirectedMath.quotient(BigDecimal.ONE, inverse.ceiling(), digits).floor(),
                DirectedMath.quotient(BigDecimal.ONE, inverse.floor(), digits).ceiling());
    }

    private static boolean isOne(End end) {
        return end.infinity() == 0 && end.value().compareTo(BigDecimal.ONE) == 0;
    }

    /**
     * Takes a root: the real y with {@code y^n = x}.
     *
     * @param x the radicand; negative numbers are left out if the degree is even
     * @param degree the degree, 1 to 10,000
     * @return the roots; those of even degree are not negative
     * @throws IllegalArgumentException if the degree is out of range
     */
    public Bounds root(Bounds x, int degree) {
        Require.between(degree, 1, MAX_EXPONENT, "Degree");
        Bounds radicand = degree % 2 == 0 ? x.intersection(Bounds.atLeast(BigDecimal.ZERO)) : x;
        if (radicand.isEmpty()) {
            return radicand;
        }
        return monotone(Ends.lowerOf(radicand), Ends.upperOf(radicand), value -> root(value, degree));
    }

    /**
     * Takes the natural logarithm: {@code ln x} for x above 0.
     *
     * @param x the operand; 0 and negative numbers are left out
     * @return the logarithms
     */
    public Bounds log(Bounds x) {
        Bounds argument = positivePart(x);
        if (argument.isEmpty()) {
            return argument;
        }
        End low = Ends.lowerOf(argument);
        End high = Ends.upperOf(argument);
        return between(
                low.isZero() ? Ends.infinite(-1) : enclosed(DirectedMath.log(low.value(), digits), low, false),
                high.infinity() != 0 ? high : enclosed(DirectedMath.log(high.value(), digits), high, true));
    }

    /**
     * Raises e to a power: {@code e^x}.
     *
     * @param x the operand
     * @return the exponentials, all above 0
     */
    public Bounds exp(Bounds x) {
        if (x.isEmpty()) {
            return x;
        }
        End low = Ends.lowerOf(x);
        End high = Ends.upperOf(x);
        return between(expEnd(low, false), expEnd(high, true));
    }

    /**
     * Reverses {@link #plus}: the x with {@code x + addend ∈ sum}.
     *
     * @param addend the known operand
     * @param sum the known result
     * @param x what is known of the unknown operand
     * @return what of {@code x} can be true
     */
    public Bounds plusReverse(Bounds addend, Bounds sum, Bounds x) {
        return minus(sum, addend).intersection(x);
    }

    /**
     * Reverses {@link #times}: the x with {@code factor × x ∈ product}.
     *
     * @param factor the known operand; if it can be 0 and the product can be 0, every x can be true
     * @param product the known result
     * @param x what is known of the unknown operand
     * @return what of {@code x} can be true
     */
    public Bounds timesReverse(Bounds factor, Bounds product, Bounds x) {
        if (factor.isEmpty() || product.isEmpty()) {
            return Bounds.empty();
        }
        if (factor.contains(BigDecimal.ZERO) && product.contains(BigDecimal.ZERO)) {
            return x;
        }
        return quotient(product, negativePart(factor))
                .intersection(x)
                .hull(quotient(product, positivePart(factor)).intersection(x));
    }

    /**
     * Reverses {@link #dividedBy} for the dividend: the x with {@code x / divisor ∈ quotient}.
     *
     * @param divisor the known divisor; 0 is left out
     * @param quotient the known result
     * @param x what is known of the dividend
     * @return what of {@code x} can be true
     */
    public Bounds dividendReverse(Bounds divisor, Bounds quotient, Bounds x) {
        return times(quotient, negativePart(divisor))
                .intersection(x)
                .hull(times(quotient, positivePart(divisor)).intersection(x));
    }

    /**
     * Reverses {@link #dividedBy} for the divisor: the x other than 0 with {@code dividend / x ∈ quotient}.
     *
     * @param dividend the known dividend
     * @param quotient the known result
     * @param x what is known of the divisor
     * @return what of {@code x} can be true
     */
    public Bounds divisorReverse(Bounds dividend, Bounds quotient, Bounds x) {
        return timesReverse(quotient, dividend, negativePart(x))
                .hull(timesReverse(quotient, dividend, positivePart(x)));
    }

    /**
     * Reverses {@link #power(Bounds, int)} for the base: the x with {@code x^n ∈ power}.
     *
     * @param exponent the exponent, -10,000 to 10,000
     * @param power the known result
     * @param x what is known of the base
     * @return what of {@code x} can be true
     * @throws IllegalArgumentException if the exponent is out of range
     */
    public Bounds powerReverse(int exponent, Bounds power, Bounds x) {
        requireExponent(exponent, "Exponent");
        if (exponent == 0) {
            return power.contains(BigDecimal.ONE) ? x : Bounds.empty();
        }
        if (exponent > 0) {
            return rootReverse(exponent, power, x);
        }
        // the sides of zero have reciprocals apart from each other; digits to spare, as the root rounds again
        BoundsArithmetic finer = finer();
        Bounds one = Bounds.exactly(BigDecimal.ONE);
        return rootReverse(-exponent, finer.quotient(one, negativePart(power)), x)
                .hull(rootReverse(-exponent, finer.quotient(one, positivePart(power)), x));
    }

    private Bounds rootReverse(int degree, Bounds power, Bounds x) {
        Bounds root = root(power, degree);
        return degree % 2 != 0
                ? root.intersection(x)
                : root.intersection(x).hull(negated(root).intersection(x));
    }

    /**
     * Reverses {@link #power(Bounds, Bounds)} for the exponent: the y with {@code base^y ∈ power}.
     *
     * @param base the known base; 0 and negative numbers are left out
     * @param power the known result; 0 and negative numbers are left out
     * @param y what is known of the exponent
     * @return what of {@code y} can be true; all of it if base and power can both be 1
     */
    public Bounds exponentReverse(Bounds base, Bounds power, Bounds y) {
        Bounds from = positivePart(base);
        Bounds to = positivePart(power);
        if (from.contains(BigDecimal.ONE) && to.contains(BigDecimal.ONE)) {
            return y;
        }
        Bounds falling = from.intersection(Bounds.lessThan(BigDecimal.ONE));
        Bounds rising = from.intersection(Bounds.greaterThan(BigDecimal.ONE));
        return logarithms(to, falling, -1)
                .intersection(y)
                .hull(logarithms(to, rising, 1).intersection(y));
    }

    /** The logarithms of some numbers to bases that are on one side of 1. */
    private Bounds logarithms(Bounds x, Bounds base, int side) {
        return x.isEmpty() || base.isEmpty()
                ? Bounds.empty()
                : corners(
                        Ends.lowerOf(x),
                        Ends.upperOf(x),
                        Ends.lowerOf(base),
                        Ends.upperOf(base),
                        (a, b) -> logarithm(a, b, side));
    }

    private Corner logarithm(End x, End base, int side) {
        boolean plain = x.infinity() == 0 && !x.isZero() && !isOne(x);
        if (!plain || base.infinity() != 0 || base.isZero() || isOne(base)) {
            return quotient(logarithmOf(x), logarithmOf(base), side);
        }
        BoundsArithmetic finer = finer();
        Bounds quotient =
                finer.dividedBy(finer.log(Bounds.exactly(x.value())), finer.log(Bounds.exactly(base.value())));
        BigDecimal near = quotient.lower()
                .orElseThrow()
                .setScale(PLAIN_PLACES, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        if (near.signum() != 0 && near.abs().compareTo(MOST_EXPONENT) <= 0 && quotient.contains(near)) {
            Enclosure power = finer.power(base.value(), near);
            if (power.isExact() && power.floor().compareTo(x.value()) == 0) {
                return Corner.exact(Ends.finite(near, x.closed() && base.closed()));
            }
        }
        return new Corner(
                Ends.finite(quotient.lower().orElseThrow(), false),
                Ends.finite(quotient.upper().orElseThrow(), false));
    }

    /** The logarithm of an end: its size, if it is neither 0 nor infinite, does not matter where this is asked. */
    private static End logarithmOf(End end) {
        if (end.infinity() != 0) {
            return end;
        }
        return end.isZero()
                ? Ends.infinite(-1)
                : Ends.finite(BigDecimal.valueOf(end.value().compareTo(BigDecimal.ONE)), end.closed());
    }

    // ---- cancelling ----

    /**
     * Cancels a summand: the smallest z with {@code y + z ⊇ x}, which undoes {@link #plus} where {@link #minus} would widen.
     * ({@code cancelMinus} of IEEE 1788.)
     *
     * @param x the sum; bounded
     * @param y the summand; bounded
     * @return z; empty if x is; all numbers if y is empty or wider than x, if either is unbounded, or if an end of x is reached
     *     that of y is not, as no z, or no smallest, does it then
     */
    public Bounds cancelMinus(Bounds x, Bounds y) {
        if (x.isEmpty() && (y.isEmpty() || y.isBounded())) {
            return x;
        }
        if (y.isEmpty() || !x.isBounded() || !y.isBounded()) {
            return Bounds.all();
        }
        boolean reachable = (y.isLowerClosed() || !x.isLowerClosed()) && (y.isUpperClosed() || !x.isUpperClosed());
        BigDecimal low = x.lower().orElseThrow().subtract(y.lower().orElseThrow());
        BigDecimal high = x.upper().orElseThrow().subtract(y.upper().orElseThrow());
        int width = low.compareTo(high);
        if (!reachable || width > 0) {
            return Bounds.all();
        }
        // of two sets of one width, even open ones, a point is left
        return rounded(
                Ends.finite(low, width == 0 || x.isLowerClosed()), Ends.finite(high, width == 0 || x.isUpperClosed()));
    }

    /**
     * Cancels a subtrahend: the smallest z with {@code z - y ⊇ x}, {@code cancelPlus} of IEEE 1788.
     *
     * @param x the difference; bounded
     * @param y the subtrahend; bounded
     * @return as {@link #cancelMinus} of x and {@code -y}
     */
    public Bounds cancelPlus(Bounds x, Bounds y) {
        return cancelMinus(x, negated(y));
    }

    private static Bounds positivePart(Bounds x) {
        return isPositive(x) ? x : x.intersection(Bounds.greaterThan(BigDecimal.ZERO));
    }

    private static Bounds negativePart(Bounds x) {
        return isPositive(x) ? Bounds.empty() : x.intersection(Bounds.lessThan(BigDecimal.ZERO));
    }

    private static void requireExponent(int exponent, String what) {
        Require.between(exponent, -MAX_EXPONENT, MAX_EXPONENT, what);
    }

    private static void requireExponent(BigDecimal exponent) {
        Require.that(
                exponent.abs().compareTo(MOST_EXPONENT) <= 0,
                "Exponent must be %s to %s: %s",
                -MAX_EXPONENT,
                MAX_EXPONENT,
                exponent);
    }

    /** Divides by a divisor that is on one side of zero. */
    private Bounds quotient(Bounds x, Bounds divisor) {
        if (x.isEmpty() || divisor.isEmpty()) {
            return Bounds.empty();
        }
        if (isPositive(x) && isPositive(divisor) && x.isBounded() && divisor.isBounded()) {
            return between(
                    quotient(Ends.lowerOf(x), Ends.upperOf(divisor), downward),
                    quotient(Ends.upperOf(x), Ends.lowerOf(divisor), upward));
        }
        int side = Ends.lowerOf(divisor).signum() + Ends.upperOf(divisor).signum() > 0 ? 1 : -1;
        return corners(
                Ends.lowerOf(x),
                Ends.upperOf(x),
                Ends.lowerOf(divisor),
                Ends.upperOf(divisor),
                (a, b) -> quotient(a, b, side));
    }

    private static boolean isPoint(Bounds x) {
        return x.lower().isPresent() && x.lower().equals(x.upper());
    }

    private static boolean isPositive(Bounds x) {
        return x.lower().isPresent() && x.lower().get().signum() > 0;
    }

    /** An end of a quotient of finite numbers other than 0. */
    private static End quotient(End x, End y, MathContext context) {
        BigDecimal quotient = x.value().divide(y.value(), context);
        boolean closed = x.closed() && y.closed();
        return Ends.finite(quotient, closed && quotient.multiply(y.value()).compareTo(x.value()) == 0);
    }

    /** A value at a corner of two operands, with its neighbours where it cannot be written exactly. */
    private record Corner(End floor, End ceiling) {

        static Corner exact(End end) {
            return new Corner(end, end);
        }
    }

    @FunctionalInterface
    private interface CornerOperation {
        Corner at(End x, End y);
    }

    private Bounds corners(End xLow, End xHigh, End yLow, End yHigh, CornerOperation operation) {
        Corner first = operation.at(xLow, yLow);
        if (xLow.equals(xHigh) && yLow.equals(yHigh)) {
            return rounded(first.floor(), first.ceiling());
        }
        Corner second = operation.at(xLow, yHigh);
        Corner third = operation.at(xHigh, yLow);
        Corner fourth = operation.at(xHigh, yHigh);
        return rounded(
                Ends.outerLower(
                        Ends.outerLower(first.floor(), second.floor()), Ends.outerLower(third.floor(), fourth.floor())),
                Ends.outerUpper(
                        Ends.outerUpper(first.ceiling(), second.ceiling()),
                        Ends.outerUpper(third.ceiling(), fourth.ceiling())));
    }

    private static End sum(End x, End y) {
        if (x.infinity() != 0 || y.infinity() != 0) {
            return Ends.infinite(x.infinity() != 0 ? x.infinity() : y.infinity());
        }
        return Ends.finite(x.value().add(y.value()), x.closed() && y.closed());
    }

    private Corner product(End x, End y) {
        boolean closed = x.closed() && y.closed();
        if (x.isZero() || y.isZero()) {
            // zero times anything is zero, so a closed zero reaches it whatever the other end is
            return Corner.exact(
                    Ends.finite(BigDecimal.ZERO, closed || (x.isZero() && x.closed()) || (y.isZero() && y.closed())));
        }
        if (x.infinity() != 0 || y.infinity() != 0) {
            return Corner.exact(Ends.infinite(x.signum() * y.signum()));
        }
        return Corner.exact(Ends.finite(x.value().multiply(y.value()), closed));
    }

    private Corner quotient(End x, End y, int side) {
        if (y.infinity() != 0 || (x.isZero() && (x.closed() || !y.isZero()))) {
            return Corner.exact(x.isZero() && x.closed() ? Ends.ZERO : Ends.OPEN_ZERO);
        }
        if (y.isZero()) {
            return Corner.exact(x.isZero() ? Ends.OPEN_ZERO : Ends.infinite(x.signum() * side));
        }
        if (x.infinity() != 0) {
            return Corner.exact(Ends.infinite(x.signum() * side));
        }
        Enclosure quotient = DirectedMath.quotient(x.value(), y.value(), digits);
        boolean closed = x.closed() && y.closed() && quotient.isExact();
        return new Corner(Ends.finite(quotient.floor(), closed), Ends.finite(quotient.ceiling(), closed));
    }

    /** Maps both ends by a function that rises over the whole set. */
    private Bounds monotone(End low, End high, Function<BigDecimal, Enclosure> function) {
        Enclosure lower = low.infinity() != 0 ? null : function.apply(low.value());
        Enclosure upper = high.infinity() != 0 || high.compareTo(low) == 0 ? lower : function.apply(high.value());
        return between(
                lower == null ? low : enclosed(lower, low, false),
                upper == null || high.infinity() != 0 ? high : enclosed(upper, high, true));
    }

    private Enclosure root(BigDecimal value, int degree) {
        if (value.signum() == 0) {
            return new Enclosure(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        if (value.signum() < 0) {
            Enclosure mirrored = DirectedMath.root(value.negate(), degree, digits);
            return new Enclosure(mirrored.ceiling().negate(), mirrored.floor().negate());
        }
        return DirectedMath.root(value, degree, digits);
    }

    private Enclosure positivePower(BigDecimal value, BigDecimal exponent) {
        return value.signum() == 0
                ? new Enclosure(BigDecimal.ZERO, BigDecimal.ZERO)
                : DirectedMath.power(value, exponent, digits);
    }

    private End expEnd(End end, boolean upper) {
        if (end.infinity() != 0) {
            return end.infinity() > 0 ? end : Ends.OPEN_ZERO;
        }
        if (end.value().abs().compareTo(MOST_LOGARITHM) > 0) {
            BigDecimal extreme = end.value().signum() > 0 ? HUGE : TINY.scaleByPowerOfTen(-10);
            return Ends.finite(extreme, false);
        }
        return enclosed(DirectedMath.exp(end.value(), digits), end, upper);
    }

    private static End enclosed(Enclosure enclosure, End origin, boolean upper) {
        return Ends.finite(upper ? enclosure.ceiling() : enclosure.floor(), origin.closed() && enclosure.isExact());
    }

    private Bounds rounded(End lower, End upper) {
        End low = rounded(lower, downward);
        return between(low, lower.equals(upper) && low.equals(lower) ? low : rounded(upper, upward));
    }

    private static End rounded(End end, MathContext context) {
        if (end.infinity() != 0) {
            return end;
        }
        BigDecimal rounded = end.value().round(context);
        return isEqual(rounded, end.value()) ? end : Ends.finite(rounded, false);
    }

    /** Whether rounding left a value as it was; most that it shortened are told by the factors of 2 that they lack. */
    private static boolean isEqual(BigDecimal rounded, BigDecimal value) {
        int dropped = value.scale() - rounded.scale();
        return dropped == 0 || (value.unscaledValue().getLowestSetBit() >= dropped && rounded.compareTo(value) == 0);
    }

    /** The set between two ends of the working length, brought outward into the range of numbers admitted. */
    private Bounds between(End lower, End upper) {
        return Ends.between(
                lower.infinity() != 0 ? lower : withinRange(lower, false),
                upper.infinity() != 0 ? upper : withinRange(upper, true));
    }

    private End withinRange(End end, boolean upper) {
        BigDecimal size = end.value().abs();
        boolean outward = upper == (end.value().signum() > 0);
        if (size.compareTo(largest) > 0) {
            return outward
                    ? Ends.infinite(end.value().signum())
                    : Ends.finite(end.value().signum() > 0 ? largest : largest.negate(), false);
        }
        if (size.signum() > 0 && size.compareTo(TINY) < 0) {
            return outward ? Ends.finite(end.value().signum() > 0 ? TINY : TINY.negate(), false) : Ends.OPEN_ZERO;
        }
        return end;
    }
}
