/**
 * Market outlooks with bounds and named scenarios; forecasts of annual series, growth curves, uncertain models.
 *
 * <p>Where to begin:
 *
 * <ul>
 *   <li>the size of a market over the years: {@link dev.saidao.forecasting.market.MarketOutlook} and {@link
 *       dev.saidao.forecasting.market.ProjectionCalculator}
 *   <li>a forecast: {@link dev.saidao.forecasting.series.AnnualSeries} and {@link
 *       dev.saidao.forecasting.series.ForecastCalculator}
 *   <li>a growth curve: {@link dev.saidao.forecasting.curve.CurveFitter}
 *   <li>numbers that are not known exactly: {@link dev.saidao.forecasting.uncertainty.Uncertain} and {@link
 *       dev.saidao.forecasting.uncertainty.UncertaintyCalculator}
 * </ul>
 *
 * @since 0.1
 */
module dev.saidao.forecasting {
    requires transitive dev.saidao.core;
    requires hipparchus.core;
    requires hipparchus.optim;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.statistics.descriptive;
    requires org.apache.commons.statistics.distribution;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.saidao.forecasting.curve;
    exports dev.saidao.forecasting.dossier;
    exports dev.saidao.forecasting.market;
    exports dev.saidao.forecasting.series;
    exports dev.saidao.forecasting.uncertainty;

    // the mapper makes values through their generated, hidden implementations
    opens dev.saidao.forecasting.curve to
            tools.jackson.databind;
    opens dev.saidao.forecasting.dossier to
            tools.jackson.databind;
    opens dev.saidao.forecasting.market to
            tools.jackson.databind;
    opens dev.saidao.forecasting.series to
            tools.jackson.databind;
    opens dev.saidao.forecasting.uncertainty to
            tools.jackson.databind;
}
