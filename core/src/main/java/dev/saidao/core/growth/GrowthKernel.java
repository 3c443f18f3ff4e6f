package dev.saidao.core.growth;

import dev.saidao.core.internal.Require;

/**
 * Compounds arrays of doubles, for many millions of rows at the speed of memory.
 *
 * <p>This is the {@code double} counterpart of {@link GrowthCalculator}: no units, no bounds, no derivations. A factor is
 * formed by squaring, once for each binary digit of the years, so the relative error of a result is below {@code (2 + 3
 * years) × 2^-53}.
 *
 * @since 0.1
 */
public final class GrowthKernel {

    // the factors of a block stay in the first-level cache
    private static final int BLOCK = 512;

    private GrowthKernel() {}

    /**
     * Computes {@code ends[i] = bases[i] × (1 + rates[i])^years} for every row.
     *
     * <p>Values that are not finite give what IEEE 754 arithmetic gives; rows are not checked.
     *
     * @param bases the sizes at the start
     * @param rates the rates per year, as fractions
     * @param years the yearly steps, 0 to 10,000
     * @param ends where the sizes at the end are written; may be one of the other arrays
     * @throws IllegalArgumentException if the arrays differ in length or {@code years} is out of range
     */
    public static void endValues(double[] bases, double[] rates, int years, double[] ends) {
        Require.that(
                bases.length == rates.length && bases.length == ends.length,
                "Arrays must have one length: %s, %s and %s",
                bases.length,
                rates.length,
                ends.length);
        Require.between(years, 0, GrowthCalculator.MAX_YEARS, "Years");
        double[] factors = new double[BLOCK];
        for (int start = 0; start < bases.length; start += BLOCK) {
            block(bases, rates, years, ends, start, Math.min(BLOCK, bases.length - start), factors);
        }
    }

    // Each loop does one binary digit of the years for a whole block, which the compiler turns into vector
    // instructions;
    // the first and the last digit are done together with reading the rates and writing the ends.
    private static void block(
            double[] bases, double[] rates, int years, double[] ends, int start, int length, double[] factors) {
        if (years == 0) {
            System.arraycopy(bases, start, ends, start, length);
            return;
        }
        if (years == 1) {
            for (int i = 0; i < length; i++) {
                ends[start + i] = bases[start + i] * (1 + rates[start + i]);
            }
            return;
        }
        int first = Integer.highestOneBit(years) >> 1;
        if (first == 1) {
            for (int i = 0; i < length; i++) {
                factors[i] = 1 + rates[start + i];
            }
        } else if ((years & first) != 0) {
            for (int i = 0; i < length; i++) {
                double factor = 1 + rates[start + i];
                factors[i] = factor * factor * factor;
            }
        } else {
            for (int i = 0; i < length; i++) {
                double factor = 1 + rates[start + i];
                factors[i] = factor * factor;
            }
        }
        for (int digit = first >> 1; digit > 1; digit >>= 1) {
            if ((years & digit) != 0) {
                for (int i = 0; i < length; i++) {
                    factors[i] = factors[i] * factors[i] * (1 + rates[start + i]);
                }
            } else {
                for (int i = 0; i < length; i++) {
                    factors[i] *= factors[i];
                }
            }
        }
        if ((years & 1) != 0) {
            for (int i = 0; i < length; i++) {
                ends[start + i] = bases[start + i] * (factors[i] * factors[i] * (1 + rates[start + i]));
            }
        } else {
            for (int i = 0; i < length; i++) {
                ends[start + i] = bases[start + i] * (factors[i] * factors[i]);
            }
        }
    }
}
