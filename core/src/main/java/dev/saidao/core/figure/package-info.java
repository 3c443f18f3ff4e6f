/**
 * What a source printed: the figure with its digits, qualifier, unit, period, status and source, and the conventions by
 * which it is read.
 *
 * <p>A {@link dev.saidao.core.figure.Figure} keeps what was said; a {@link dev.saidao.core.figure.ReadingConvention} turns
 * it into {@link dev.saidao.core.bounds.BoundedQuantity what may be true}. Nothing in between is rounded or dropped.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.figure;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
