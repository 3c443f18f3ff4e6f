package dev.saidao.forecasting.series;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * A forecast drawn towards the last value, or away from it, by what the series is like. {@link Forecaster#anchored} says how.
 *
 * @param name the name in results
 * @param forecaster what is drawn
 * @param constant the weight of the last value where the traits are 0
 * @param rises what is added for the share of rises
 * @param size what is added for the logarithm of the size of changes
 * @param runs what is added for the autocorrelation of changes
 * @param widths the intervals, if they were fitted for this forecaster
 */
record AnchoredForecaster(
        String name,
        Forecaster forecaster,
        double constant,
        double rises,
        double size,
        double runs,
        Optional<IntervalModel> widths)
        implements Forecaster {

    private static final double LEAST = -0.25;
    private static final double MOST = 0.5;
    private static final int LEAST_OF_RUNS = 4;
    /** A share of squares that rounding may leave. */
    private static final double NOISE = 1e-9;

    /** What {@link Forecaster#withDefaults} says. */
    static final Forecaster DEFAULTS = new AnchoredForecaster(
            "default",
            TrimmedMeanForecaster.MIDDLE_OF_TWENTY,
            2.48,
            -1.08,
            0.62,
            0.71,
            Optional.of(IntervalModel.DEFAULTS));

    AnchoredForecaster {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Name of a combination must not be blank: '" + name + "'");
        }
        for (double number : new double[] {constant, rises, size, runs}) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("Constants of a weight must be finite: " + number);
            }
        }
    }

    @Override
    public Label description() {
        return Label.of(
                forecaster.description().en() + ", drawn towards the last value or away from it",
                forecaster.description().zh() + ",再向最近值靠近或远离");
    }

    @Override
    public Label description(double[] values) {
        return Traits.of(values).map(this::description).orElseGet(forecaster::description);
    }

    private Label description(Traits traits) {
        String weight = Doubles.shown(weight(traits));
        return Label.of(
                forecaster.description().en() + ", plus " + weight + " times what is missing to the last value: rises "
                        + Doubles.shown(traits.rises()) + " of the changes, size of changes "
                        + Doubles.shown(traits.size()) + ", autocorrelation " + Doubles.shown(traits.runs())
                        + ", unsteadiness " + Doubles.shown(traits.unsteadiness()),
                forecaster.description().zh() + ",再加上与最近值之差的 " + weight + " 倍:上升占变化的 "
                        + Doubles.shown(traits.rises()) + ",变化幅度 " + Doubles.shown(traits.size()) + ",自相关 "
                        + Doubles.shown(traits.runs()) + ",不稳定度 " + Doubles.shown(traits.unsteadiness()));
    }

    @Override
    public Optional<List<Interval>> intervals(AnnualSeries series, List<Double> points, double level) {
        return widths.map(model -> model.intervals(series, points, level));
    }

    @Override
    public double[] points(double[] values, int horizon) {
        double weight = Traits.of(values).map(this::weight).orElse(0.0);
        double last = values[values.length - 1];
        return Arrays.stream(forecaster.points(values, horizon))
                .map(point -> point + weight * (last - point))
                .toArray();
    }

    /** What the weight of the last value rests on. */
    private record Traits(double unsteadiness, double rises, double size, double runs) {

        /** Those of a series, if they tell anything. */
        static Optional<Traits> of(double[] values) {
            double unit = ScaledForecaster.unit(values);
            double[] scaled = Arrays.stream(values).map(value -> value / unit).toArray();
            double least = Arrays.stream(scaled).min().orElse(0);
            if (least < 0) {
                return Optional.empty();
            }
            double[] roots = Arrays.stream(scaled).map(Math::sqrt).toArray();
            double[] changes = DriftModel.differences(roots);
            double size = Arrays.stream(changes).map(Math::abs).sum() / Math.max(1, changes.length);
            if (size == 0) {
                return Optional.empty();
            }
            double unsteadiness = Math.min(
                    AnchoredForecaster.unsteadiness(DriftModel.differences(scaled)),
                    AnchoredForecaster.unsteadiness(changes));
            return Optional.of(new Traits(
                    least > 0
                            ? Math.min(unsteadiness, AnchoredForecaster.unsteadiness(logarithms(scaled)))
                            : unsteadiness,
                    (double) Arrays.stream(changes).filter(change -> change > 0).count() / changes.length,
                    size / mean(roots),
                    autocorrelation(changes)));
        }
    }

    private double weight(Traits traits) {
        double weight = constant + rises * traits.rises() + size * Math.log(traits.size()) + runs * traits.runs();
        return Math.min(1, traits.unsteadiness()) * Math.max(LEAST, Math.min(MOST, weight));
    }

    private static double mean(double[] numbers) {
        return Mean.of(numbers).getAsDouble();
    }

    /** The logarithms of the ratios of neighbours. */
    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length - 1];
        Arrays.setAll(logarithms, t -> Math.log(values[t + 1] / values[t]));
        return logarithms;
    }

    /** How far changes are from their mean, in the mean, as a share of it: 0 if all are equal. */
    private static double unsteadiness(double[] changes) {
        double mean = mean(changes);
        if (!Double.isFinite(mean)) {
            return Double.POSITIVE_INFINITY;
        }
        double off = mean(
                Arrays.stream(changes).map(change -> Math.abs(change - mean)).toArray());
        return off == 0 ? 0 : off / Math.abs(mean);
    }

    /** The correlation of changes with those a year earlier, 0 with too few of them. */
    private static double autocorrelation(double[] changes) {
        if (changes.length < LEAST_OF_RUNS) {
            return 0;
        }
        double mean = mean(changes);
        double together = 0;
        double alone = 0;
        double all = 0;
        for (int t = 0; t < changes.length; t++) {
            alone += (changes[t] - mean) * (changes[t] - mean);
            all += changes[t] * changes[t];
            together += t == 0 ? 0 : (changes[t] - mean) * (changes[t - 1] - mean);
        }
        return together / (alone + NOISE * all);
    }
}
