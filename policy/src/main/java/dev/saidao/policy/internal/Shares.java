package dev.saidao.policy.internal;

import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;

/** Parts of a whole. */
public final class Shares {

    private Shares() {}

    /**
     * Checks a share.
     *
     * @param share the share
     * @param what what it is a share of or for, to begin the message with
     * @throws IllegalArgumentException if it is not 0 to 1
     */
    public static void require(BigDecimal share, String what) {
        Require.that(
                share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0,
                "%s must be 0 to 1: %s",
                what,
                Decimals.shown(share.toString()));
    }
}
