package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Optional;

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
    public Label description() {
        return switch (scale) {
            case ORIGINAL -> Label.same(method.code());
            case SQUARE_ROOT -> Label.of(method.code() + " on square roots", method.code() + "(平方根尺度)");
            case LOGARITHM -> Label.of(method.code() + " on logarithms", method.code() + "(对数尺度)");
        };
    }

    @Override
    public Optional<List<Interval>> intervals(AnnualSeries series, List<Double> points, double level) {
        return IntervalModel.of(name()).map(model -> model.intervals(series, points, level));
    }

    @Override
    public double[] points(double[] values, int horizon) {
        Scale admitted = scale.admitted(values);
        double unit = unit(values);
        double[] scaled = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            scaled[t] = admitted.to(values[t] / unit);
        }
        double[] points = method.points(scaled, horizon);
        for (int h = 0; h < horizon; h++) {
            points[h] = admitted.from(points[h]) * unit;
        }
        return points;
    }

    /** A power of 4 near the largest value, so that squares neither overflow nor vanish, and whose root is exact. */
    static double unit(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest < Double.MIN_NORMAL ? 1 : Math.scalb(1.0, 2 * Math.floorDiv(Math.getExponent(largest), 2));
    }
}
