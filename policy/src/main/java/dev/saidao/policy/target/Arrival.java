package dev.saidao.policy.target;

import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * When something is reached, if ever.
 *
 * @param year the first year in which it is; absent if never
 * @param ceiling if never: the value that is not passed
 */
public record Arrival(Optional<Integer> year, Optional<BigDecimal> ceiling) {

    /**
     * Checks that one of the two is there.
     *
     * @param year the first year in which it is; absent if never
     * @param ceiling if never: the value that is not passed
     * @throws IllegalArgumentException if both or neither are there
     */
    public Arrival {
        Require.that(
                year.isPresent() != ceiling.isPresent(),
                "Arrival must have a year or a ceiling: %s, %s",
                year,
                ceiling);
    }

    /**
     * Returns that something is reached.
     *
     * @param year the first year in which it is
     * @return the arrival
     */
    public static Arrival in(int year) {
        return new Arrival(Optional.of(year), Optional.empty());
    }

    /**
     * Returns that something is never reached.
     *
     * @param ceiling the value that is not passed
     * @return the arrival
     */
    public static Arrival never(BigDecimal ceiling) {
        return new Arrival(Optional.empty(), Optional.of(ceiling));
    }
}
