/**
 * The size of a market over the years, as far as published sizes and growth rates tell it.
 *
 * <p>A {@link dev.saidao.forecasting.market.MarketOutlook} holds what was published; the {@link
 * dev.saidao.forecasting.market.ProjectionCalculator} turns it into a {@link dev.saidao.forecasting.market.Projection}, one
 * row a year, with bounds and derivations; {@link dev.saidao.forecasting.market.Scenario scenarios} put other rates and
 * sizes beside it. Nothing is extrapolated beyond the years a source spoke of.
 *
 * <p>A {@link dev.saidao.forecasting.market.CombinedForecastCalculator} makes one forecast of those of several sources, a {@link
 * dev.saidao.forecasting.market.ReconciliationCalculator} makes a market and its segments add up.
 */
@NullMarked
@DomainStyle
package dev.saidao.forecasting.market;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
