/**
 * Targets of policy and the way to them (目标与进度).
 *
 * <p>A {@link dev.saidao.policy.target.Target} says what is promised: a level, a share, a ratio, a density, an average below
 * something, by which year, from which baseline. {@link dev.saidao.policy.target.ProgressCalculator} says by a published
 * {@link dev.saidao.policy.target.ProgressScheme} whether an observation is on the way:
 *
 * <pre>{@code
 * Target target = Target.builder()
 *         .id("grand-craftsmen")
 *         .name(Label.of("Beijing Grand Craftsmen", "北京大工匠"))
 *         .kind(TargetKind.LEVEL)
 *         .direction(Direction.INCREASE)
 *         .baseline(Observation.of(2025, Count.of(50, "persons")))
 *         .value(BoundedQuantity.exactly(Count.of(300, "persons")))
 *         .year(2035)
 *         .build();
 * ProgressAssessment progress = ProgressCalculator.withDefaults()
 *         .assess(target, Observation.of(2029, Count.of(100, "persons")), ProgressScheme.STATISTICS_CANADA);
 * progress.status();                 // ON_TRACK
 * progress.reason().en();            // "on track: growth of 18.92% a year, needed 19.62% from 2025 on: ratio 0.9642"
 * }</pre>
 */
@NullMarked
@DomainStyle
package dev.saidao.policy.target;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
