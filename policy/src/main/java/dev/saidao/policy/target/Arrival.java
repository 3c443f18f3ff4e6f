package dev.saidao.policy.target;

import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * When something is reached: in a year, never, or not as far as was looked.
 *
 * @param year the first year in which it is; absent if it never is, or none was found
 * @param ceiling if never: the value that is not passed; if none was found: the highest value up to the last year looked at
 * @param lookedUntil if neither a year was found nor that it is never reached: the last year looked at
 * @since 0.1
 */
public record Arrival(Optional<Integer> year, Optional<BigDecimal> ceiling, Optional<Integer> lookedUntil) {

    /**
     * Checks that the parts fit.
     *
     * @param year the first year in which it is
     * @param ceiling the value that is not passed, or the highest one
     * @param lookedUntil the last year looked at
     * @throws IllegalArgumentException if there are both a year and a ceiling, or neither, or a last year looked at beside a year
     */
    public Arrival {
        Require.that(
                year.isPresent() != ceiling.isPresent() && (year.isEmpty() || lookedUntil.isEmpty()),
                "Arrival must have a year or a ceiling: %s, %s, %s",
                year,
                ceiling,
                lookedUntil);
    }

    /**
     * Returns that something is reached.
     *
     * @param year the first year in which it is
     * @return the arrival
     */
    public static Arrival in(int year) {
        return new Arrival(Optional.of(year), Optional.empty(), Optional.empty());
    }

    /**
     * Returns that something is never reached.
     *
     * @param ceiling the value that is not passed
     * @return the arrival
     */
    public static Arrival never(BigDecimal ceiling) {
        return new Arrival(Optional.empty(), Optional.of(ceiling), Optional.empty());
    }

    /**
     * Returns that something is not reached in the years looked at, which does not say that it never is.
     *
     * @param year the last year looked at
     * @param highest the highest value up to then
     * @return the arrival
     */
    public static Arrival notUntil(int year, BigDecimal highest) {
        return new Arrival(Optional.empty(), Optional.of(highest), Optional.of(year));
    }

    /** {@return whether it is certain that it is never reached} */
    public boolean isNever() {
        return year.isEmpty() && lookedUntil.isEmpty();
    }
}
