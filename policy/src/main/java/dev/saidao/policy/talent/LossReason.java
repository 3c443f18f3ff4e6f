package dev.saidao.policy.talent;

import dev.saidao.core.internal.Codes;
import java.math.BigDecimal;
import java.util.NavigableMap;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One of the reasons for which people leave a tier for good, such as resignation or retirement (离职、退休).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLossReason.class)
@JsonDeserialize(as = ImmutableLossReason.class)
public abstract class LossReason {

    LossReason() {}

    /** {@return the code of the reason} */
    public abstract String reason();

    /** {@return the share of those who are there that leaves for it in a year, 0 to 1} */
    public abstract UncertainRate rate();

    /** {@return the share in years that differ} */
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, UncertainRate> rateByYear();

    /** {@return a builder; reason and rate must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds reasons.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableLossReason.Builder {
        Builder() {}
    }

    /**
     * Returns a reason with the same rate every year.
     *
     * @param reason the code of the reason
     * @param rate the share that leaves for it in a year, 0 to 1
     * @return the reason
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static LossReason of(String reason, BigDecimal rate) {
        return builder().reason(reason).rate(UncertainRate.of(rate)).build();
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
        Codes.require(reason(), "Reason");
    }
}
