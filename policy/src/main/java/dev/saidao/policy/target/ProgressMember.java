package dev.saidao.policy.target;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Optional;

/**
 * What a group is judged by: a series, an indicator of several series, a goal of several indicators.
 *
 * @since 0.1
 */
public sealed interface ProgressMember permits ProgressAssessment, ProgressSummary {

    /** {@return the thresholds} */
    ProgressThresholds thresholds();

    /** {@return every status that is possible, best first} */
    List<ProgressStatus> possibleStatuses();

    /** {@return the score, if there is one} */
    Optional<Bounds> score();

    /** {@return the reason for readers} */
    Label reason();
}
