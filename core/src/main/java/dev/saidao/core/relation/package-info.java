/**
 * Relations between figures: each kind is one {@linkplain dev.saidao.core.relation.Equation equation} that holds its roles, its
 * units, itself solved for each role, the other ways in which people take it, and its texts.
 *
 * <p>{@link dev.saidao.core.relation.RelationKind} lists those of this library. Calculators compute with them, {@code
 * core.audit} holds figures against them. A relation of somebody else is a {@link dev.saidao.core.relation.Relation} with an
 * equation of its own; nothing is known of ours that it could not say.
 */
@DomainStyle
@NullMarked
package dev.saidao.core.relation;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
