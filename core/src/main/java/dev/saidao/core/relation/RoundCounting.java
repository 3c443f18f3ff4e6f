package dev.saidao.core.relation;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * How many rounds of something that recurs every so many years lie in a span of years.
 *
 * @since 0.1
 */
public enum RoundCounting {
    /** The first round is in the first year. Every two years from 2026 to 2035: 2026, 28, … 34, which is five. The default. */
    FROM_FIRST_YEAR(Label.of("the first round is in the first year", "首轮在首年")),
    /** The first round was in the year before. Every two years from 2026 to 2035: 2025, 27, … 35, which is six. */
    FROM_YEAR_BEFORE(Label.of("the first round is in the year before the first", "首轮在首年之前一年")),
    /** The first round is after one interval. Every two years from 2026 to 2035: 2028, 30, … 34, which is four. */
    AFTER_FIRST_INTERVAL(Label.of("the first round is one interval after the first year", "首轮在首年之后一个周期"));

    private final Label text;

    RoundCounting(Label text) {
        this.text = text;
    }

    /**
     * Counts the rounds.
     *
     * @param firstYear the first year
     * @param lastYear the last year, not earlier
     * @param everyYears the years from one round to the next, 1 or more
     * @return the number of rounds, 0 or more
     * @throws IllegalArgumentException if the years are not in order or the interval is below 1
     */
    public int rounds(int firstYear, int lastYear, int everyYears) {
        if (lastYear < firstYear || everyYears < 1) {
            throw new IllegalArgumentException(
                    "Rounds must be every 1 or more years, from a year to a later one: every " + everyYears + " from "
                            + firstYear + " to " + lastYear);
        }
        int span = lastYear - firstYear;
        return switch (this) {
            case FROM_FIRST_YEAR -> span / everyYears + 1;
            case FROM_YEAR_BEFORE -> (span + 1) / everyYears + 1;
            case AFTER_FIRST_INTERVAL -> span / everyYears;
        };
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return Convention.of("rounds." + Codes.ofName(name()), text);
    }
}
