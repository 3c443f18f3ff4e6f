package dev.saidao.policy.talent;

import dev.saidao.core.internal.Codes;
import java.math.BigDecimal;
import java.util.NavigableMap;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A way from a tier to another one, up, down or across (晋升、降级、转任).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTierMove.class)
@JsonDeserialize(as = ImmutableTierMove.class)
public abstract class TierMove {

    TierMove() {}

    /** {@return the tier to which it leads} */
    public abstract String to();

    /** {@return the share of those who stay in a year that goes this way, 0 to 1} */
    public abstract UncertainRate rate();

    /** {@return the share in years that differ} */
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, UncertainRate> rateByYear();

    /** {@return a builder; tier and rate must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds ways.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableTierMove.Builder {
        Builder() {}
    }

    /**
     * Returns a way that takes the same share every year.
     *
     * @param to the tier to which it leads
     * @param rate the share of those who stay that goes this way, 0 to 1
     * @return the way
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static TierMove of(String to, BigDecimal rate) {
        return builder().to(to).rate(UncertainRate.of(rate)).build();
    }

    /**
     * Returns the rate of a year.
     *
     * @param year the year
     * @return the rate
     */
    public final UncertainRate rate(int year) {
        return rateByYear().getOrDefault(year, rate());
    }

    @Value.Check
    final void check() {
        Codes.require(to(), "Tier");
    }
}
