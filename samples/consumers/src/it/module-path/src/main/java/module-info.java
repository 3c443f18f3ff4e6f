/** An application on the module path. */
module consumer {
    requires dev.saidao.forecasting;
    requires dev.saidao.policy;
}
