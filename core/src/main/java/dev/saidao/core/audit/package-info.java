/**
 * Finds published figures that cannot be true together.
 *
 * <p>A {@link dev.saidao.core.relation.Relation} ties figures, as growth ties a base, a rate and an end. The {@link
 * dev.saidao.core.audit.Auditor} takes figures and relations, derives what was not printed, and returns an {@link
 * dev.saidao.core.audit.AuditReport}: a {@link dev.saidao.core.audit.Finding} for each relation, with its {@link
 * dev.saidao.core.audit.Verdict} and, where figures contradict each other, {@link dev.saidao.core.audit.Repair repairs} and
 * the smallest sets of figures without which the rest agrees.
 *
 * <p>{@link dev.saidao.core.audit.GrowthClaimAuditor} does the same for single growth claims, many at a time.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.audit;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
