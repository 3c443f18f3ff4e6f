/**
 * Calculations with numbers that are not known exactly: {@link dev.saidao.forecasting.uncertainty.Uncertain} numbers with a
 * distribution are added, multiplied and raised to powers; the {@link dev.saidao.forecasting.uncertainty.UncertaintyCalculator} says
 * what follows, by closed form where there is one and otherwise by simulation, and what drives the spread.
 */
@NullMarked
@DomainStyle
package dev.saidao.forecasting.uncertainty;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
