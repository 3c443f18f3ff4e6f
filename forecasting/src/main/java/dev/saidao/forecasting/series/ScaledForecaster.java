package dev.saidao.forecasting.series;

/** A method on a scale. */
record ScaledForecaster(ForecastMethod method, Scale scale) implements Forecaster {

    @Override
    public String name() {
        return switch (scale) {
            case ORIGINAL -> method.code();
            case SQUARE_ROOT -> method.code() + "-sqrt";
            case LOGARITHM -> method.code() + "-log";
        };
    }

    @Override
    public double[] points(double[] values, int horizon) {
        Scale admitted = scale.admitted(values);
        double[] scaled = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            scaled[t] = admitted.to(values[t]);
        }
        double[] points = method.points(scaled, horizon);
        for (int h = 0; h < horizon; h++) {
            points[h] = admitted.from(points[h]);
        }
        return points;
    }
}
