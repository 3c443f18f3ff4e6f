package dev.saidao.core.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Exponentials, logarithms and roots to any number of digits, in whole numbers of 2^-p.
 *
 * <p>Each operation rounds down and is wrong by at most one such unit, so the errors can be counted: a series of n terms is
 * wrong by at most 2 n units, and squaring doubles the relative error. With {@value #GUARD_BITS} bits more than the result needs,
 * there is room for some 2^30 units.
 *
 * <p>big-math computes the same, and is what tests hold this against. It is not used here for two reasons: it is no named module, so
 * that no run-time image could be made of an application with this library in it, and it takes several times as long (some 20 times
 * for a logarithm, 6 for an exponential, 2 to 5 for a root of 48 digits; {@code DecimalMathBenchmark} compares the two).
 */
final class FixedPoint {

    private static final int GUARD_BITS = 32;
    /** Bits in a decimal digit, rounded up. */
    private static final double BITS_OF_DIGIT = 3.3220;

    private static final double LN_10 = Math.log(10);
    /** So many digits are found from a root in double precision, more from one of a fifth as many. */
    private static final int DIGITS_FROM_DOUBLE = 90;

    private static final int COMMON_BITS = 2_048;
    private static final BigInteger COMMON_LN_10 = computeLn10(COMMON_BITS);

    private FixedPoint() {}

    /** e^x, wrong by less than one of its last digit. */
    static BigDecimal exp(BigDecimal x, int digits) {
        int tens = Math.toIntExact(Math.round(x.doubleValue() / LN_10));
        int bits = bits(digits);
        // the whole tens cost as many bits as they have
        int more = bits + Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(tens)) + 2;
        BigInteger rest = of(x, more).subtract(ln10(more).multiply(BigInteger.valueOf(tens)));
        BigInteger power = exp(rest.shiftRight(more - bits), bits);
        return decimal(power, bits, digits + 2).scaleByPowerOfTen(tens);
    }

    /** ln x for positive x, wrong by less than one of the last of so many digits behind the point, or of its last digit if it is 1 or more. */
    static BigDecimal log(BigDecimal x, int digits) {
        // x as m × 10^tens with m from 0.32 to 3.2: where m is near 1 there are no tens, and nothing cancels
        int tens = x.precision() - x.scale() - 1;
        BigDecimal m = x.scaleByPowerOfTen(-tens);
        if (m.doubleValue() > 3.1622) {
            tens++;
            m = m.scaleByPowerOfTen(-1);
        }
        int bits = bits(digits);
        BigInteger fraction = of(m, bits);
        // ln m = y + ln(m e^-y), and what is left of m after a logarithm in double precision is 1 within some 2^-50
        BigInteger approximation = of(new BigDecimal(Math.log(m.doubleValue())), bits);
        BigInteger left = fraction.multiply(exp(approximation.negate(), bits)).shiftRight(bits);
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        BigInteger logarithm =
                approximation.add(atanh(left.subtract(one).shiftLeft(bits).divide(left.add(one)), bits)
                        .shiftLeft(1));
        return decimal(logarithm.add(ln10(bits).multiply(BigInteger.valueOf(tens))), bits, digits + 2);
    }

    /**
     * The positive root of a positive number, wrong by less than one of its last digit.
     *
     * <p>x = near^n (1 + d) for a root of fewer digits, so that the root is near (1 + d)^(1/n), whose binomial series is short.
     */
    static BigDecimal root(BigDecimal x, int degree, int digits) {
        int tens = x.precision() - x.scale() - 1;
        int shift = Math.floorDiv(tens, degree);
        BigDecimal scaled = x.scaleByPowerOfTen(-shift * degree);
        MathContext context = new MathContext(digits + 8);
        BigDecimal near = digits < DIGITS_FROM_DOUBLE
                ? nearRoot(x.scaleByPowerOfTen(-tens), tens - shift * degree, degree)
                : root(scaled, degree, digits / 5);
        BigDecimal rest = scaled.divide(near.pow(degree, context), context).subtract(BigDecimal.ONE);
        int bits = bits(digits);
        BigInteger d = of(rest, bits);
        BigInteger term = BigInteger.ONE.shiftLeft(bits);
        BigInteger sum = term;
        for (long k = 1; term.bitLength() > 1; k++) {
            // the binomial coefficient of k is that of k - 1, times (1/n - k + 1) / k
            term = term.multiply(d)
                    .shiftRight(bits)
                    .multiply(BigInteger.valueOf(1 - (k - 1) * degree))
                    .divide(BigInteger.valueOf(k * degree));
            sum = sum.add(term);
        }
        return near.multiply(decimal(sum, bits, digits + 2)).scaleByPowerOfTen(shift);
    }

    /** The root of m × 10^tens, from 1 to 10, in double precision. */
    private static BigDecimal nearRoot(BigDecimal m, int tens, int degree) {
        double root = Math.exp((Math.log(m.doubleValue()) + tens * LN_10) / degree);
        return BigDecimal.valueOf((long) (root * 1e17), 17);
    }

    private static int bits(int digits) {
        return (int) (digits * BITS_OF_DIGIT) + GUARD_BITS;
    }

    private static BigInteger of(BigDecimal x, int bits) {
        BigInteger shifted = x.unscaledValue().shiftLeft(bits);
        return x.scale() > 0
                ? shifted.divide(BigInteger.TEN.pow(x.scale()))
                : shifted.multiply(BigInteger.TEN.pow(-x.scale()));
    }

    /** So many digits behind the point. */
    private static BigDecimal decimal(BigInteger fraction, int bits, int digits) {
        return new BigDecimal(fraction.multiply(BigInteger.TEN.pow(digits)).shiftRight(bits), digits);
    }

    /** e^x for small x: its series at x / 2^k, squared k times. */
    private static BigInteger exp(BigInteger x, int bits) {
        int halvings = (int) Math.sqrt(bits) + 1;
        // with k bits more, x / 2^k is the same number of units
        int inner = bits + halvings;
        BigInteger term = BigInteger.ONE.shiftLeft(inner);
        BigInteger sum = term;
        for (int i = 1; term.bitLength() > 1; i++) {
            term = term.multiply(x).shiftRight(inner).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum).shiftRight(inner);
        }
        return sum.shiftRight(halvings);
    }

    /** atanh x = x + x³ / 3 + x⁵ / 5 + …, for small x. */
    private static BigInteger atanh(BigInteger x, int bits) {
        BigInteger square = x.multiply(x).shiftRight(bits);
        BigInteger power = x;
        BigInteger sum = x;
        for (int i = 3; power.bitLength() > 1; i += 2) {
            power = power.multiply(square).shiftRight(bits);
            sum = sum.add(power.divide(BigInteger.valueOf(i)));
        }
        return sum;
    }

    private static BigInteger ln10(int bits) {
        return bits <= COMMON_BITS ? COMMON_LN_10.shiftRight(COMMON_BITS - bits) : computeLn10(bits);
    }

    /** ln 10 = 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161). */
    private static BigInteger computeLn10(int bits) {
        int inner = bits + GUARD_BITS;
        return times(46, 31, inner)
                .add(times(34, 49, inner))
                .add(times(20, 161, inner))
                .shiftRight(GUARD_BITS);
    }

    private static BigInteger times(int factor, int inverse, int bits) {
        BigInteger square = BigInteger.valueOf((long) inverse * inverse);
        BigInteger power = BigInteger.valueOf(factor).shiftLeft(bits).divide(BigInteger.valueOf(inverse));
        BigInteger sum = power;
        for (int i = 3; power.signum() != 0; i += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(i)));
        }
        return sum;
    }
}
