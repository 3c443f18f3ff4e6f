/** Market outlooks with bounds and named scenarios; forecasts of annual series. */
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
