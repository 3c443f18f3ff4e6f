/**
 * Forecasts of short annual series with prediction intervals, and how good they were.
 *
 * <p>An {@link dev.saidao.forecasting.series.AnnualSeries} and a horizon go into the
 * {@link dev.saidao.forecasting.series.ForecastCalculator}; out comes a {@link dev.saidao.forecasting.series.Forecast} with a point
 * and intervals for each year. A {@link dev.saidao.forecasting.series.Backtest} asks what a method would have said before.
 */
@NullMarked
@DomainStyle
package dev.saidao.forecasting.series;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
