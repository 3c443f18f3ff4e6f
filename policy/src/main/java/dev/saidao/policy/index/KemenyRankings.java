package dev.saidao.policy.index;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.immutables.value.Value;

/** The rankings with the largest sum of preferences. */
@Value.Immutable
public abstract class KemenyRankings {

    /** How many rankings are listed at most. */
    public static final int MAX_LISTED = 100;

    KemenyRankings() {}

    /** {@return the largest sum} */
    @Value.Parameter
    public abstract BigDecimal score();

    /** {@return how many rankings have it; more than one means that the preferences do not decide} */
    @Value.Parameter
    public abstract BigInteger count();

    /** {@return those rankings, the best candidate first; the first {@value #MAX_LISTED} if there are more} */
    @Value.Parameter
    public abstract List<List<String>> rankings();

    static KemenyRankings of(BigDecimal score, BigInteger count, List<List<String>> rankings) {
        return ImmutableKemenyRankings.of(score, count, rankings);
    }
}
