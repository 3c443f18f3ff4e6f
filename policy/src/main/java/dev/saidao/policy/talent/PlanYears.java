package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;

/** The years of a plan. */
final class PlanYears {

    private PlanYears() {}

    /** The number of years from the first to the last, both included, where that is 1 to the most there may be. */
    static long count(int firstYear, int lastYear, int most) {
        long years = (long) lastYear - firstYear + 1;
        Require.that(
                firstYear >= 1 && years >= 1 && years <= most,
                "Plan must have 1 to %s years: %s to %s",
                most,
                firstYear,
                lastYear);
        return years;
    }
}
