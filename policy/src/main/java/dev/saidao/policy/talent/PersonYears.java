package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Shares;
import java.math.BigDecimal;
import java.util.List;

/**
 * Full-time equivalents (全时当量, 人年): people weighted by the share of their working time.
 *
 * <p>Who works at least 90% of the year on the task counts as full-time, as Chinese statistics of research personnel have it.
 *
 * <p>Example: 2 full-time and 3 part-time at 20%, 30% and 70% are 3.2 person-years.
 *
 * <p>Source: glossary of the Government of Guangdong, intensity of R&amp;D personnel; OECD, Frascati Manual (2015), chapter 5.
 *
 * @since 0.1
 */
public final class PersonYears {

    private static final BigDecimal FULL = new BigDecimal("0.9");

    private PersonYears() {}

    /**
     * Adds up people by their shares of working time.
     *
     * @param fullTime how many work full-time, 0 or more
     * @param shares the share of the working time of each of the others, 0 to 1; from 0.9 on it counts as 1
     * @return the person-years
     * @throws IllegalArgumentException if a number is out of range
     */
    public static BigDecimal of(BigDecimal fullTime, List<BigDecimal> shares) {
        Require.that(fullTime.signum() >= 0, "Full-time people must be 0 or more: %s", fullTime);
        BigDecimal sum = fullTime;
        for (BigDecimal share : shares) {
            Shares.require(share, "Share of working time");
            sum = sum.add(share.compareTo(FULL) >= 0 ? BigDecimal.ONE : share);
        }
        return sum;
    }
}
