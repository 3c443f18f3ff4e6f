package dev.saidao.core.relation;

import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Count;
import java.math.BigDecimal;

/**
 * Something that recurs every so many years in a span, such as a selection every two years from 2026 to 2035.
 *
 * @param period the span in which rounds can be
 * @param everyYears the years from one round to the next
 * @param counting how the rounds are counted
 * @since 0.1
 */
public record Recurrence(ReferencePeriod period, int everyYears, RoundCounting counting) {

    /**
     * Returns the number of rounds.
     *
     * @return the rounds, counted as rounds
     * @throws IllegalArgumentException if the period is no span or there are no such rounds
     */
    public Count rounds() {
        int first =
                period.firstYear().orElseThrow(() -> new IllegalArgumentException("Period must be a span: " + period));
        int rounds = counting.rounds(first, period.lastYear().orElseThrow(), everyYears);
        return Count.of(BigDecimal.valueOf(rounds), "rounds");
    }

    /**
     * Returns the same counted in another way.
     *
     * @param other how to count
     * @return the recurrence
     */
    public Recurrence with(RoundCounting other) {
        return new Recurrence(period, everyYears, other);
    }
}
