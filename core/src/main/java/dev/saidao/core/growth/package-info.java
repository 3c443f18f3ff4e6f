/**
 * Closed-form growth arithmetic: {@code end = base × (1 + rate)^years}, solved for any one of the four, on exact quantities
 * and on bounds.
 *
 * <p>{@link dev.saidao.core.growth.GrowthCalculator} computes with derivations; {@link
 * dev.saidao.core.growth.GrowthKernel} compounds arrays of doubles. How many yearly steps a span has is a {@link
 * dev.saidao.core.figure.PeriodConvention}.
 */
@NullMarked
package dev.saidao.core.growth;

import org.jspecify.annotations.NullMarked;
