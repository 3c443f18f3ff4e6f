/**
 * Indicators of industry tracks, or of any units, and the composite index made of them.
 *
 * <p>An {@link dev.saidao.core.indicator.IndicatorFramework} and an {@link dev.saidao.core.indicator.IndicatorTable} go into the
 * {@link dev.saidao.core.indicator.CompositeCalculator} with a {@link dev.saidao.core.indicator.CompositeRecipe}; every score
 * that comes out says by its {@link dev.saidao.core.indicator.ScoreStatus} what stands behind it.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.indicator;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
