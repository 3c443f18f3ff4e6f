package dev.saidao.core.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Roots, powers, logarithms and exponentials enclosed by the two neighbouring decimals of a given number of digits.
 *
 * <p>Each is computed with guard digits and an error bound; if the bound straddles a decimal of the wanted length, the
 * decimal is tested exactly, or the computation is repeated with twice the digits (Ziv's strategy). So the enclosure is
 * the tightest there is, and therefore monotone.
 */
public final class DirectedMath {

    private static final int GUARD_DIGITS = 14;
    private static final int MOST_DIGITS = 4_000;
    private static final int EXACT_POWER_DIGITS = 400;

    private DirectedMath() {}

    /**
     * Two decimals with the true value between them.
     *
     * @param floor the largest decimal of the wanted length that is not above the true value
     * @param ceiling the smallest that is not below it
     */
    public record Enclosure(BigDecimal floor, BigDecimal ceiling) {

        /** {@return whether both are the true value} */
        public boolean isExact() {
            return floor.compareTo(ceiling) == 0;
        }

        /**
         * Returns the enclosure of a number that is known exactly.
         *
         * @param exact the number
         * @param digits the wanted digits
         * @return its neighbours of that length
         */
        public static Enclosure of(BigDecimal exact, int digits) {
            BigDecimal nearer = exact.round(new MathContext(digits, RoundingMode.DOWN));
            if (nearer.compareTo(exact) == 0) {
                return new Enclosure(nearer, nearer);
            }
            // away from zero the neighbour is one unit of the last digit on, also where that makes a digit more
            return exact.signum() > 0
                    ? new Enclosure(nearer, nearer.add(nearer.ulp()))
                    : new Enclosure(nearer.subtract(nearer.ulp()), nearer);
        }
    }

    /**
     * Encloses a quotient.
     *
     * @param dividend any number
     * @param divisor any number but 0
     * @param digits the wanted digits
     * @return the enclosure
     */
    public static Enclosure quotient(BigDecimal dividend, BigDecimal divisor, int digits) {
        return new Enclosure(
                dividend.divide(divisor, new MathContext(digits, RoundingMode.FLOOR)),
                dividend.divide(divisor, new MathContext(digits, RoundingMode.CEILING)));
    }

    /**
     * Encloses a power with a whole exponent.
     *
     * @param base any number
     * @param exponent 0 or more
     * @param digits the wanted digits
     * @return the enclosure
     */
    public static Enclosure power(BigDecimal base, int exponent, int digits) {
        if (exponent == 0) {
            return Enclosure.of(BigDecimal.ONE, digits);
        }
        BigDecimal stripped = base.stripTrailingZeros();
        if ((long) stripped.precision() * exponent <= EXACT_POWER_DIGITS
                || stripped.unscaledValue().abs().equals(BigInteger.ONE)
                || stripped.signum() == 0) {
            return Enclosure.of(stripped.pow(exponent), digits);
        }
        // a coefficient without trailing zeros has a power without them, so this one is longer than the wanted digits
        return enclose(digits, work -> power(stripped, exponent, new MathContext(work)), grid -> false);
    }

    /**
     * Encloses a power of a positive number with a positive exponent that need not be whole.
     *
     * @param base positive
     * @param exponent positive, of moderate size
     * @param digits the wanted digits
     * @return the enclosure
     */
    public static Enclosure power(BigDecimal base, BigDecimal exponent, int digits) {
        if (base.compareTo(BigDecimal.ONE) == 0) {
            return Enclosure.of(BigDecimal.ONE, digits);
        }
        BigDecimal stripped = exponent.stripTrailingZeros();
        if (stripped.scale() <= 0) {
            return power(base, stripped.intValueExact(), digits);
        }
        BigInteger denominator = BigInteger.TEN.pow(stripped.scale());
        BigInteger numerator = stripped.multiply(new BigDecimal(denominator)).toBigIntegerExact();
        BigInteger common = numerator.gcd(denominator);
        return enclose(
                digits,
                work -> {
                    MathContext context = new MathContext(work + 8);
                    return FixedPoint.exp(exponent.multiply(FixedPoint.log(base, work + 8), context), work + 8);
                },
                grid -> isPower(base, numerator.divide(common), denominator.divide(common), grid));
    }

    /**
     * Encloses a root of a positive number.
     *
     * @param radicand positive
     * @param degree 1 or more
     * @param digits the wanted digits
     * @return the enclosure
     */
    public static Enclosure root(BigDecimal radicand, int degree, int digits) {
        if (degree == 1) {
            return Enclosure.of(radicand, digits);
        }
        BigInteger n = BigInteger.valueOf(degree);
        return enclose(
                digits,
                work -> FixedPoint.root(radicand, degree, work),
                grid -> isPower(radicand, BigInteger.ONE, n, grid));
    }

    /**
     * Encloses a natural logarithm.
     *
     * @param value positive
     * @param digits the wanted digits
     * @return the enclosure
     */
    public static Enclosure log(BigDecimal value, int digits) {
        if (value.compareTo(BigDecimal.ONE) == 0) {
            return Enclosure.of(BigDecimal.ZERO, digits);
        }
        // near 1 the logarithm is about as small as the distance from 1, and its leading digits cancel
        int lost = Math.max(
                0,
                value.subtract(BigDecimal.ONE).scale()
                        - value.subtract(BigDecimal.ONE).precision());
        return enclose(digits, work -> FixedPoint.log(value, work + lost + 4), grid -> false);
    }

    /**
     * Encloses an exponential.
     *
     * @param value of moderate size
     * @param digits the wanted digits
     * @return the enclosure
     */
    public static Enclosure exp(BigDecimal value, int digits) {
        if (value.signum() == 0) {
            return Enclosure.of(BigDecimal.ONE, digits);
        }
        return enclose(digits, work -> FixedPoint.exp(value, work + 8), grid -> false);
    }

    static BigDecimal floor(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.FLOOR));
    }

    static BigDecimal ceiling(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.CEILING));
    }

    private static BigDecimal power(BigDecimal base, int exponent, MathContext context) {
        // JDK: within two units of the last of context's digits
        return base.pow(exponent, new MathContext(context.getPrecision() + 2, RoundingMode.HALF_EVEN));
    }

    /** Tests base^(numerator/denominator) = grid, by whole powers of both sides. */
    private static boolean isPower(BigDecimal base, BigInteger numerator, BigInteger denominator, BigDecimal grid) {
        if (grid.signum() <= 0 || numerator.bitLength() > 16 || denominator.bitLength() > 16) {
            return false;
        }
        int p = numerator.intValue();
        int q = denominator.intValue();
        BigDecimal left = base.stripTrailingZeros();
        BigDecimal right = grid.stripTrailingZeros();
        long leftDigits = digitsOfPower(left, p);
        long rightDigits = digitsOfPower(right, q);
        return Math.abs(leftDigits - rightDigits) <= p + (long) q
                && leftDigits < MOST_DIGITS * 10L
                && left.pow(p).compareTo(right.pow(q)) == 0;
    }

    private static long digitsOfPower(BigDecimal value, int exponent) {
        return (long) value.precision() * exponent;
    }

    private static Enclosure enclose(
            int digits, IntFunction<BigDecimal> approximation, Predicate<BigDecimal> isExactly) {
        for (int work = digits + GUARD_DIGITS; ; work *= 2) {
            BigDecimal value = approximation.apply(work);
            BigDecimal error = value.abs().scaleByPowerOfTen(3 - work);
            BigDecimal low = value.subtract(error);
            BigDecimal high = value.add(error);
            BigDecimal floor = floor(low, digits);
            BigDecimal ceiling = ceiling(high, digits);
            BigDecimal grid = floor(high, digits);
            if (floor.compareTo(grid) == 0 && ceiling(low, digits).compareTo(ceiling) == 0) {
                return new Enclosure(floor, ceiling);
            }
            if (isExactly.test(grid)) {
                return new Enclosure(grid, grid);
            }
            if (work > MOST_DIGITS) {
                return new Enclosure(floor, ceiling);
            }
        }
    }
}
