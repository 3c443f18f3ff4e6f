/**
 * The composite index of any units by the steps of the OECD/JRC Handbook.
 *
 * <p>An {@link dev.saidao.policy.index.IndicatorFramework} and an {@link dev.saidao.policy.index.IndicatorTable} go into the
 * {@link dev.saidao.policy.index.CompositeCalculator} with a {@link dev.saidao.policy.index.CompositeRecipe}; every score
 * that comes out says by its {@link dev.saidao.policy.index.ScoreStatus} what stands behind it.
 *
 * <p>Below: {@code coherence} (do indicators go together?), {@code weighting}, {@code ranking}, {@code robustness} and
 * {@code concentration}. Only {@code robustness} knows this package; this package knows the first three.
 */
@NullMarked
@DomainStyle
package dev.saidao.policy.index;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
