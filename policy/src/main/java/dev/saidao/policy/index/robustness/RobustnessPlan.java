package dev.saidao.policy.index.robustness;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.Aggregation;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.Imputation;
import dev.saidao.policy.index.Normalization;
import dev.saidao.policy.index.weighting.Weighting;
import dev.saidao.policy.internal.DecimalJson;
import dev.saidao.policy.internal.Shares;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Which choices behind a composite index are varied, and how often. In each run every choice is drawn on its own, each
 * alternative with the same chance; what has no alternatives stays as the recipe has it.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 8.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRobustnessPlan.class)
@JsonDeserialize(as = ImmutableRobustnessPlan.class)
public abstract class RobustnessPlan {

    /** The largest number of runs. */
    public static final int MAX_RUNS = 1_000_000;

    RobustnessPlan() {}

    /** {@return how many runs there are, 1 to {@value #MAX_RUNS}; 1,000 by default} */
    @Value.Default
    public int runs() {
        return 1_000;
    }

    /** {@return the seed of all that is drawn; the same seed gives the same result} */
    @Value.Default
    public long seed() {
        return 0;
    }

    /**
     * {@return by what share each weight at every level is moved up or down at most, 0 to 1: it is multiplied by a number drawn
     * evenly between 1 less the share and 1 and the share; 0 by default}
     */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal weightNoise() {
        return BigDecimal.ZERO;
    }

    /** {@return the alternatives of {@link CompositeRecipe#weighting}} */
    public abstract List<Weighting> weightings();

    /** {@return the alternatives of {@link CompositeRecipe#normalization}} */
    public abstract List<Normalization> normalizations();

    /** {@return the alternatives of {@link CompositeRecipe#aggregation}; levels that have one of their own keep it} */
    public abstract List<Aggregation> aggregations();

    /** {@return the alternatives of {@link CompositeRecipe#imputation}} */
    public abstract List<Imputation> imputations();

    /** {@return whether any choice has alternatives} */
    @JsonIgnore
    public final boolean isVaried() {
        return weightNoise().signum() > 0
                || Stream.of(weightings(), normalizations(), aggregations(), imputations())
                        .anyMatch(alternatives -> alternatives.size() > 1);
    }

    /** {@return a builder, all of whose attributes have defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds plans.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableRobustnessPlan.Builder {
        Builder() {}
    }

    @Value.Check
    final void check() {
        Require.that(runs() >= 1 && runs() <= MAX_RUNS, "Runs must be 1 to %s: %s", MAX_RUNS, runs());
        Shares.require(weightNoise(), "Share by which weights are moved");
    }

    /**
     * A choice behind a composite index that is varied.
     *
     * @since 0.1
     */
    public enum Factor {
        /** {@link RobustnessPlan#weightNoise}, of all weights together. */
        WEIGHT_NOISE,
        /** {@link RobustnessPlan#weightings}. */
        WEIGHTING,
        /** {@link RobustnessPlan#normalizations}. */
        NORMALIZATION,
        /** {@link RobustnessPlan#aggregations}. */
        AGGREGATION,
        /** {@link RobustnessPlan#imputations}. */
        IMPUTATION
    }
}
