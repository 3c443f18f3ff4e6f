package dev.saidao.policy.talent;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.quantity.Unit;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A tier of talent, such as the National Craftsmen (大国工匠), with its headcount.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTalentTier.class)
@JsonDeserialize(as = ImmutableTalentTier.class)
public abstract class TalentTier {

    TalentTier() {}

    /** {@return what the tier is called} */
    @Value.Parameter
    public abstract Label name();

    /** {@return how many it has, or is to have} */
    @Value.Parameter
    public abstract Operand headcount();

    /**
     * Returns a tier.
     *
     * @param name what it is called
     * @param headcount how many it has, or is to have: a count
     * @return the tier
     * @throws IllegalArgumentException if the headcount is no count
     */
    public static TalentTier of(Label name, Operand headcount) {
        return ImmutableTalentTier.of(name, headcount);
    }

    /**
     * Returns a tier of a category that policy names.
     *
     * @param category the category
     * @param headcount how many it has, or is to have: a count
     * @return the tier, under the name of the category
     * @throws IllegalArgumentException if the headcount is no count
     */
    public static TalentTier of(TalentCategory category, Operand headcount) {
        return of(category.text(), headcount);
    }

    @Value.Check
    final void check() {
        headcount().value().unit().requireKind(Unit.Kind.COUNT, "Headcount");
    }
}
