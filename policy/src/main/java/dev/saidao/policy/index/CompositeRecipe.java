package dev.saidao.policy.index;

import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.ranking.TieRule;
import dev.saidao.policy.index.weighting.Weighting;
import dev.saidao.policy.internal.DecimalJson;
import dev.saidao.policy.internal.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The chosen steps of a composite index; with framework and table it says all that a run depends on.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCompositeRecipe.class)
@JsonDeserialize(as = ImmutableCompositeRecipe.class)
public abstract class CompositeRecipe {

    CompositeRecipe() {}

    /** {@return what stands in for missing values; {@link Imputation#NONE} by default} */
    @Value.Default
    public Imputation imputation() {
        return Imputation.NONE;
    }

    /** {@return what is done about outliers; nothing by default} */
    @Value.Default
    public OutlierTreatment outliers() {
        return OutlierTreatment.none();
    }

    /**
     * {@return the least share of all indicators of which a unit must have a value of its own to be looked at at all, 0 to 1; 0
     * by default}
     */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal minimumUnitAvailability() {
        return BigDecimal.ZERO;
    }

    /**
     * {@return the least share of the children of an aggregate that must be there for it to have a score, 0 to 1; 0 by default.
     * An indicator is there if it has a value of its own, an aggregate if it has a score}
     */
    @JsonDeserialize(using = DecimalJson.class)
    @Value.Default
    public BigDecimal minimumAvailability() {
        return BigDecimal.ZERO;
    }

    /** {@return the least share for the aggregates of a level, 2 or more, where it is another} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, BigDecimal> minimumAvailabilityByLevel();

    /** {@return the normalization of indicators that have none of their own; min-max from 0 to 1 by default} */
    @Value.Default
    public Normalization normalization() {
        return Normalization.of(NormalizationMethod.MIN_MAX);
    }

    /**
     * {@return whether outliers are treated and values normalized over all years of the table together, so that scores of
     * different years can be compared; each year on its own by default. Missing values are filled, and weights from data
     * found, in each year on its own; the value of a unit of reference is that of the year of the table}
     */
    @Value.Default
    public boolean acrossYears() {
        return false;
    }

    /** {@return where weights come from; {@link Weighting#GIVEN} by default} */
    @Value.Default
    public Weighting weighting() {
        return Weighting.GIVEN;
    }

    /** {@return the aggregation of levels that have no other; arithmetic by default} */
    @Value.Default
    public Aggregation aggregation() {
        return Aggregation.of(AggregationMethod.ARITHMETIC);
    }

    /** {@return the aggregation that forms the scores of a level, 2 or more, where it is another} */
    @Value.NaturalOrder
    public abstract NavigableMap<Integer, Aggregation> aggregationByLevel();

    /** {@return which rank equal scores get; the lowest by default} */
    @Value.Default
    public TieRule ties() {
        return TieRule.MIN;
    }

    /** {@return to how many decimals, 0 to 15, scores are rounded (half up) before they are ranked; not at all if absent} */
    public abstract Optional<Integer> rankDecimals();

    /** {@return the scores from which on units are in a better group, in falling order, such as 0.8, 0.7 and 0.55} */
    @JsonDeserialize(contentUsing = DecimalJson.class)
    public abstract List<BigDecimal> cutPoints();

    /** {@return the recipe of the defaults} */
    public static CompositeRecipe withDefaults() {
        return builder().build();
    }

    /** {@return a builder, all of whose attributes have defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds recipes.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableCompositeRecipe.Builder {
        Builder() {}
    }

    /**
     * Returns this recipe with another imputation.
     *
     * @param imputation what stands in for missing values
     * @return the recipe
     */
    public abstract CompositeRecipe withImputation(Imputation imputation);

    /**
     * Returns this recipe with another normalization.
     *
     * @param normalization the normalization
     * @return the recipe
     */
    public abstract CompositeRecipe withNormalization(Normalization normalization);

    /**
     * Returns this recipe with another weighting.
     *
     * @param weighting where weights come from
     * @return the recipe
     */
    public abstract CompositeRecipe withWeighting(Weighting weighting);

    /**
     * Returns this recipe with another least share of indicators of a unit.
     *
     * @param share the share, 0 to 1
     * @return the recipe
     */
    public abstract CompositeRecipe withMinimumUnitAvailability(BigDecimal share);

    abstract CompositeRecipe withMinimumAvailability(BigDecimal share);

    abstract CompositeRecipe withMinimumAvailabilityByLevel(Map<Integer, ? extends BigDecimal> shares);

    /** The normalization of an indicator. */
    final Normalization normalization(IndicatorNode indicator) {
        return indicator.normalization().orElse(normalization());
    }

    /**
     * Ranks scores: rounded if the recipe says so, equal ones by its rule.
     *
     * @param scores the scores; one that is not finite gets no rank
     * @return the rank of each, in the same order; 1 for the highest; NaN where there is none
     */
    public final double[] ranks(double[] scores) {
        return ties().ranks(
                        rankDecimals().isEmpty()
                                ? scores
                                : Arrays.stream(scores).map(this::rounded).toArray());
    }

    /** A score as it is ranked. */
    final double rounded(double score) {
        return rankDecimals().isEmpty() || !Double.isFinite(score)
                ? score
                : BigDecimal.valueOf(score)
                        .setScale(rankDecimals().get(), RoundingMode.HALF_UP)
                        .doubleValue();
    }

    /**
     * Returns the aggregation that forms the scores of a level.
     *
     * @param level the level, 2 or more
     * @return the aggregation
     */
    public final Aggregation aggregation(int level) {
        return aggregationByLevel().getOrDefault(level, aggregation());
    }

    /**
     * Returns the least share of children that must be there for a score of a level.
     *
     * @param level the level, 2 or more
     * @return the share, 0 to 1
     */
    public final BigDecimal minimumAvailability(int level) {
        return minimumAvailabilityByLevel().getOrDefault(level, minimumAvailability());
    }

    @Value.Check
    final void check() {
        Shares.require(minimumUnitAvailability(), "Minimum availability");
        Shares.require(minimumAvailability(), "Minimum availability");
        rankDecimals().ifPresent(decimals -> Require.between(decimals, 0, 15, "Decimals of ranked scores"));
        for (int i = 1; i < cutPoints().size(); i++) {
            Require.that(
                    cutPoints().get(i - 1).compareTo(cutPoints().get(i)) > 0, "Cut points must fall: %s", cutPoints());
        }
        minimumAvailabilityByLevel().values().forEach(share -> Shares.require(share, "Minimum availability"));
        Stream.concat(aggregationByLevel().keySet().stream(), minimumAvailabilityByLevel().keySet().stream())
                .forEach(level -> {
                    Require.that(level >= 2, "Level of an aggregate must be 2 or more: %s", level);
                });
    }
}
