package dev.saidao.policy.talent;

import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.ratio.RatioCalculator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Tiers of talent, one on top of the other (人才金字塔).
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTalentPyramid.class)
@JsonDeserialize(as = ImmutableTalentPyramid.class)
public abstract class TalentPyramid {

    TalentPyramid() {}

    /** {@return the tiers, top first; 2 or more of one unit} */
    @Value.Parameter
    public abstract List<TalentTier> tiers();

    /**
     * Returns a pyramid.
     *
     * @param topFirst the tiers, top first; 2 or more of one unit
     * @return the pyramid
     * @throws IllegalArgumentException if there are fewer than 2 tiers
     * @throws dev.saidao.core.quantity.UnitMismatchException if their units differ
     */
    public static TalentPyramid of(List<TalentTier> topFirst) {
        return ImmutableTalentPyramid.of(topFirst);
    }

    /**
     * Returns the proportion of the tiers in the smallest whole numbers: 30, 300 and 1500 are 1 : 10 : 50.
     *
     * @return as many whole numbers as tiers, top first; absent if a headcount has no point or all are 0
     * @throws IllegalArgumentException if a headcount is negative
     */
    public final Optional<List<BigInteger>> proportion() {
        List<BigDecimal> points = tiers().stream()
                .flatMap(tier -> tier.headcount().value().point().stream())
                .toList();
        boolean known = points.size() == tiers().size() && points.stream().anyMatch(point -> point.signum() != 0);
        return known ? Optional.of(RatioCalculator.proportion(points)) : Optional.empty();
    }

    @Value.Check
    final void check() {
        Require.atLeast(tiers().size(), 2, "Tiers");
        Unit unit = tiers().get(0).headcount().value().unit();
        tiers().forEach(tier -> unit.requireSame(tier.headcount().value().unit()));
    }
}
