package dev.saidao.policy.internal;

import java.util.function.LongPredicate;

/** Finds where a condition that only ever turns from false to true does so. */
public final class Bisection {

    private Bisection() {}

    /**
     * Returns the first number for which a condition holds.
     *
     * @param isFalse a number below the first
     * @param isTrue a number for which it holds, above the other
     * @param condition the condition; once it holds, it holds for all larger numbers
     * @return the smallest number above {@code isFalse} for which it holds
     */
    public static long firstTrue(long isFalse, long isTrue, LongPredicate condition) {
        long low = isFalse;
        long high = isTrue;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
