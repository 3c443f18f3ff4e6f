/**
 * Intervals with open, closed and infinite ends, their arithmetic and its reverse.
 *
 * <p>{@link dev.saidao.core.bounds.Bounds} is a set of numbers, {@link dev.saidao.core.bounds.BoundedQuantity} the same
 * with a unit and, where one was stated, a point. {@link dev.saidao.core.bounds.BoundsArithmetic} computes with them so
 * that the true value is always inside: what cannot be written exactly is rounded outward. The definitions follow IEEE
 * Std 1788-2015, set-based flavour, with open ends added and decimals instead of binary numbers.
 */
@NullMarked
@DomainStyle
package dev.saidao.core.bounds;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
