package dev.saidao.policy.index;

import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.DecimalJson;
import dev.saidao.policy.internal.Shares;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A normalization with all that its method needs; what the method does not need is not looked at.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNormalization.class)
@JsonDeserialize(as = ImmutableNormalization.class)
public abstract class Normalization {

    Normalization() {}

    /** {@return the method} */
    public abstract NormalizationMethod method();

    /** {@return the score of the worst, for the methods with a range; 0 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal low() {
        return BigDecimal.ZERO;
    }

    /** {@return the score of the best, for the methods with a range; 1 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal high() {
        return BigDecimal.ONE;
    }

    /** {@return the divisor of the variance; {@link SpreadDivisor#SAMPLE} by default} */
    @Value.Default
    public SpreadDivisor divisor() {
        return SpreadDivisor.SAMPLE;
    }

    /** {@return with what values are compared; {@link ReferencePoint#BEST} by default} */
    @Value.Default
    public ReferencePoint reference() {
        return ReferencePoint.BEST;
    }

    /** {@return the unit with which the others are compared, if the reference is one} */
    public abstract Optional<String> referenceUnit();

    /** {@return how far from the mean is still near it, as a share of it, 0 to 1; 0.2 by default} */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal band() {
        return new BigDecimal("0.2");
    }

    /** {@return whether values beyond the reference of {@link NormalizationMethod#DISTANCE} count as the reference; not by default} */
    @Value.Default
    public boolean capped() {
        return false;
    }

    /**
     * Returns a normalization with the defaults of its method.
     *
     * @param method the method
     * @return the normalization
     */
    public static Normalization of(NormalizationMethod method) {
        return builder().method(method).build();
    }

    /**
     * Returns a comparison with a reference.
     *
     * @param method the method
     * @param reference the reference
     * @return the normalization
     */
    public static Normalization of(NormalizationMethod method, ReferencePoint reference) {
        return builder().method(method).reference(reference).build();
    }

    /** {@return a builder; the method must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds normalizations.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableNormalization.Builder {
        Builder() {}
    }

    /** Whether values are compared with numbers stated in the unit of the table. */
    final boolean usesStatedValues() {
        boolean compares = method() == NormalizationMethod.RATIO
                || method() == NormalizationMethod.RELATIVE_DIFFERENCE
                || method() == NormalizationMethod.DISTANCE;
        return method() == NormalizationMethod.GOALPOSTS || (compares && reference() == ReferencePoint.TARGET);
    }

    @Value.Check
    final void check() {
        Require.that(
                low().compareTo(high()) < 0,
                "Low end of scores must be below the high end: %s, %s",
                Decimals.shown(low().toString()),
                Decimals.shown(high().toString()));
        Shares.require(band(), "Band");
        Require.that(
                reference() != ReferencePoint.UNIT || referenceUnit().isPresent(), "Unit of reference must be named");
    }

    /**
     * By what the sum of squared deviations is divided in a variance.
     *
     * @since 0.1
     */
    public enum SpreadDivisor {
        /** The number of values less 1. */
        SAMPLE(1),
        /** The number of values. */
        POPULATION(0);

        private final int less;

        SpreadDivisor(int less) {
            this.less = less;
        }

        int of(int count) {
            return count - less;
        }
    }

    /**
     * With what the value of a unit is compared by a {@link NormalizationMethod} that needs such a thing.
     *
     * @since 0.1
     */
    public enum ReferencePoint {
        /** The arithmetic mean of all units that have a value. */
        MEAN,
        /** The best value: the highest, or the lowest where less is better. */
        BEST,
        /** The worst value. */
        WORST,
        /** The value of the unit named by the normalization. */
        UNIT,
        /** The target of the indicator. */
        TARGET
    }
}
