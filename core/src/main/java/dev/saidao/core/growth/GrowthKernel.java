package dev.saidao.core.growth;

/**
 * Compounds arrays of doubles, for many millions of rows at the speed of memory.
 *
 * <p>This is the {@code double} counterpart of {@link GrowthCalculator}: no units, no bounds, no derivations. A factor is
 * formed by at most 2 log2(years) multiplications, so the relative error of a result is below {@code (3 + 2 years) × 2^-53}.
 */
public final class GrowthKernel {

    // a block of factors and powers stays in the first-level cache
    private static final int BLOCK = 1_024;

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
        if (bases.length != rates.length || bases.length != ends.length) {
            throw new IllegalArgumentException(
                    "Arrays must have one length: " + bases.length + ", " + rates.length + " and " + ends.length);
        }
        if (years < 0 || years > GrowthCalculator.MAX_YEARS) {
            throw new IllegalArgumentException("Years must be 0 to " + GrowthCalculator.MAX_YEARS + ": " + years);
        }
        double[] power = new double[BLOCK];
        double[] result = new double[BLOCK];
        for (int start = 0; start < bases.length; start += BLOCK) {
            int length = Math.min(BLOCK, bases.length - start);
            block(bases, rates, years, ends, start, length, power, result);
        }
    }

    // loops of one statement over one block, which the compiler turns into vector instructions
    private static void block(
            double[] bases,
            double[] rates,
            int years,
            double[] ends,
            int start,
            int length,
            double[] power,
            double[] result) {
        for (int i = 0; i < length; i++) {
            power[i] = 1 + rates[start + i];
        }
        for (int i = 0; i < length; i++) {
            result[i] = bases[start + i];
        }
        for (int bits = years; bits > 0; bits >>= 1) {
            if ((bits & 1) != 0) {
                for (int i = 0; i < length; i++) {
                    result[i] *= power[i];
                }
            }
            if (bits > 1) {
                for (int i = 0; i < length; i++) {
                    power[i] *= power[i];
                }
            }
        }
        System.arraycopy(result, 0, ends, start, length);
    }
}
