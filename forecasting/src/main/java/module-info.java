/** Market outlooks: sizes compounded over the years, with bounds and named scenarios. */
module dev.saidao.forecasting {
    requires transitive dev.saidao.core;
    requires com.google.common;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.saidao.forecasting.market;

    // the mapper makes values through their generated, hidden implementations
    opens dev.saidao.forecasting.market to
            tools.jackson.databind;
}
