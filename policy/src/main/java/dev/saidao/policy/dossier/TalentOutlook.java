package dev.saidao.policy.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What the figures of a dossier say of talent: the wholes that its shares imply, its targets, and what these take.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTalentOutlook.class)
@JsonDeserialize(as = ImmutableTalentOutlook.class)
public abstract class TalentOutlook implements Explained {

    TalentOutlook() {}

    /** {@return the employed persons that a headcount implies with its share or its density} */
    @Value.Parameter
    public abstract List<Conclusion> wholes();

    /** {@return the targets for headcounts as a pyramid; absent if there are not two or more, all of one year} */
    @Value.Parameter
    public abstract Optional<TargetPyramid> pyramid();

    /** {@return what the targets take, under each assumption; empty if no cadence of selection is known} */
    @Value.Parameter
    public abstract List<TargetStudy> studies();

    /** {@return why no target has a status; absent if there is no target, or one has a baseline} */
    @Value.Parameter
    public abstract Optional<Label> notAssessable();

    static TalentOutlook of(
            List<Conclusion> wholes,
            Optional<TargetPyramid> pyramid,
            List<TargetStudy> studies,
            Optional<Label> notAssessable) {
        return ImmutableTalentOutlook.of(wholes, pyramid, studies, notAssessable);
    }

    @Override
    public final Explanation explanation() {
        return Explanation.of(
                everyConclusion().stream().map(Conclusion::derivation).toList(),
                List.of(),
                notAssessable().stream().toList());
    }

    /** {@return every value that follows: the wholes, then those of the studies} */
    public final List<Conclusion> everyConclusion() {
        return Stream.concat(wholes().stream(), studies().stream().flatMap(study -> study.values().stream()))
                .toList();
    }
}
