package dev.saidao.forecasting.series;

import dev.saidao.core.internal.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far forecasts were off what happened, over a number of forecasts. Each forecast weighs the same, whatever its horizon.
 *
 * <p>With forecasts f, values y, ends L and U of the interval of level 1 - a, and the scale q, which is the mean absolute difference of
 * the values that the forecast rests on:
 *
 * <pre>{@code sMAPE   = mean of 200 |f - y| / (|f| + |y|); 0 where both are 0
 * MASE    = mean of |f - y| / q
 * MSIS    = mean of ((U - L) + 2/a (L - y)[y < L] + 2/a (y - U)[y > U]) / q
 * pinball = mean of the pinball losses of L and U, at a/2 and 1 - a/2, / q}</pre>
 *
 * <p>A forecast whose series has a scale of 0 (one value, or equal ones) counts in sMAPE and coverage only.
 *
 * <p>Sources: Hyndman and Koehler (2006), "Another look at measures of forecast accuracy"; Gneiting and Raftery (2007), "Strictly
 * proper scoring rules"; Makridakis, Spiliotis and Assimakopoulos (2020), "The M4 competition".
 *
 * @since 0.1
 */
public final class Accuracy {

    private final double level;
    private final Mean percentage = new Mean();
    private final Mean scaled = new Mean();
    private final Mean intervalScore = new Mean();
    private final Mean coverage = new Mean();
    private final Mean pinball = new Mean();
    private final List<Mean> byStep = new ArrayList<>();

    /** A mean that grows. */
    private static final class Mean {

        private double sum;
        private long count;

        void add(double value) {
            sum += value;
            count++;
        }

        OptionalDouble value() {
            return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
        }
    }

    Accuracy(double level) {
        this.level = level;
    }

    /** Adds a forecast and the values that happened, by year; NaN where it is not known what happened. */
    void add(double[] values, double[] points, List<Interval> intervals, double[] actual) {
        double scale = scale(values);
        double alpha = 1 - level;
        Mean ofPercentage = new Mean();
        Mean ofScaled = new Mean();
        Mean ofScore = new Mean();
        Mean ofCoverage = new Mean();
        Mean ofPinball = new Mean();
        for (int h = 0; h < points.length; h++) {
            if (Double.isNaN(actual[h])) {
                continue;
            }
            double error = Math.abs(points[h] - actual[h]);
            double size = Math.abs(points[h]) + Math.abs(actual[h]);
            ofPercentage.add(size == 0 ? 0 : 200 * error / size);
            while (byStep.size() <= h) {
                byStep.add(new Mean());
            }
            if (scale > 0) {
                ofScaled.add(error / scale);
                byStep.get(h).add(error / scale);
            }
            if (!intervals.isEmpty()) {
                Interval interval = intervals.get(h);
                double below = Math.max(0, interval.low() - actual[h]);
                double above = Math.max(0, actual[h] - interval.high());
                ofCoverage.add(interval.contains(actual[h]) ? 1 : 0);
                if (scale > 0) {
                    ofScore.add((interval.high() - interval.low() + 2 / alpha * (below + above)) / scale);
                    ofPinball.add((loss(actual[h] - interval.low(), alpha / 2)
                                    + loss(actual[h] - interval.high(), 1 - alpha / 2))
                            / 2
                            / scale);
                }
            }
        }
        ofPercentage.value().ifPresent(percentage::add);
        ofScaled.value().ifPresent(scaled::add);
        ofScore.value().ifPresent(intervalScore::add);
        ofCoverage.value().ifPresent(coverage::add);
        ofPinball.value().ifPresent(pinball::add);
    }

    private static double loss(double above, double share) {
        return above >= 0 ? share * above : (share - 1) * above;
    }

    static double scale(double[] values) {
        double sum = 0;
        for (double difference : DriftModel.differences(values)) {
            sum += Math.abs(difference);
        }
        return values.length < 2 ? 0 : sum / (values.length - 1);
    }

    /** {@return the symmetric mean absolute percentage error, 0 to 200; empty without forecasts} */
    public OptionalDouble smape() {
        return percentage.value();
    }

    /** {@return the mean absolute scaled error; empty if no forecast has a scale} */
    public OptionalDouble mase() {
        return scaled.value();
    }

    /**
     * {@return the mean absolute scaled error of each year ahead, over the forecasts that have it; 0 where none of them has a
     * scale}
     */
    public List<Double> maseByStep() {
        return byStep.stream().map(step -> step.value().orElse(0)).toList();
    }

    /** {@return the mean scaled interval score; empty if there are no intervals} */
    public OptionalDouble msis() {
        return intervalScore.value();
    }

    /** {@return the share of values within their interval; empty if there are no intervals} */
    public OptionalDouble coverage() {
        return coverage.value();
    }

    /** {@return the mean scaled pinball loss of both ends of the intervals; empty if there are no intervals} */
    public OptionalDouble pinball() {
        return pinball.value();
    }

    /** {@return the level of the intervals} */
    public double level() {
        return level;
    }

    /** {@return how many forecasts were looked at} */
    public long forecasts() {
        return percentage.count;
    }

    /** {@return a line such as {@code 12 forecasts: sMAPE 15.4, MASE 2.5, MSIS 20, coverage 0.95 (95 %)}} */
    @Override
    public String toString() {
        return forecasts() + " forecasts: sMAPE " + shown(smape()) + ", MASE " + shown(mase()) + ", MSIS "
                + shown(msis()) + ", coverage " + shown(coverage()) + " (" + Doubles.shown(100 * level) + " %)";
    }

    private static String shown(OptionalDouble measure) {
        return measure.isPresent() ? Doubles.shown(measure.getAsDouble()) : "unknown";
    }
}
