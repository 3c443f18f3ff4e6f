package dev.saidao.policy.dossier;

import dev.saidao.policy.talent.TalentPyramid;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The target headcounts of one year as a pyramid.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTargetPyramid.class)
@JsonDeserialize(as = ImmutableTargetPyramid.class)
public abstract class TargetPyramid {

    TargetPyramid() {}

    /** {@return the year by whose end the targets are to be reached} */
    @Value.Parameter
    public abstract int year();

    /** {@return the tiers, smallest first; each headcount knows its figure} */
    @Value.Parameter
    public abstract TalentPyramid pyramid();

    static TargetPyramid of(int year, TalentPyramid pyramid) {
        return ImmutableTargetPyramid.of(year, pyramid);
    }
}
