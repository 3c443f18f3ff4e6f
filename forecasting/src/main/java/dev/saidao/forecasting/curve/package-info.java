/**
 * Growth curves fitted to short series by least squares: a {@link dev.saidao.forecasting.curve.GrowthCurve} and an
 * {@link dev.saidao.forecasting.series.AnnualSeries} go into the {@link dev.saidao.forecasting.curve.CurveFitter}; out comes a
 * {@link dev.saidao.forecasting.curve.FittedCurve} that says how far its parameters are known, and warns where they are not.
 */
@NullMarked
@DomainStyle
package dev.saidao.forecasting.curve;

import dev.saidao.core.internal.DomainStyle;
import org.jspecify.annotations.NullMarked;
