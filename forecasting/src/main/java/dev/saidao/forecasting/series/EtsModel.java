package dev.saidao.forecasting.series;

import dev.saidao.forecasting.internal.NelderMead;
import java.util.Arrays;

/**
 * The state space models of exponential smoothing without season, by maximum likelihood: errors additive or multiplicative, trend
 * none, additive or multiplicative, the latter two damped or not.
 *
 * <pre>{@code -2 log L = n log Σ e² (+ 2 Σ log |f|), e = y - f, or (y - f) / f}</pre>
 *
 * <p>Within {@code 0 <= β <= α}, {@code 0.0001 <= α <= 0.9999} and {@code 0.8 <= φ <= 0.98}, as R's forecast package has it, but that
 * β may be 0 there only nearly. Parameters and first states are searched for from the regression line of the first values on.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing.
 */
final class EtsModel {

    /** How the level goes on. */
    enum Trend {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE
    }

    private static final double LEAST = 1e-4;
    private static final double MOST = 0.9999;
    private static final int STEPS = 150;
    private static final int ROUNDS = 3;

    private final double[] y;
    private final boolean isErrorMultiplicative;
    private final Trend trend;
    private final boolean isDamped;
    private double[] parameters = {};
    private Smoothing end = new Smoothing(false, 0, 0, 1, 0, 0);

    EtsModel(double[] y, boolean isErrorMultiplicative, Trend trend, boolean isDamped) {
        this.y = y;
        this.isErrorMultiplicative = isErrorMultiplicative;
        this.trend = trend;
        this.isDamped = isDamped;
    }

    /** The mean of the models without multiplicative trend, by their Akaike weights. */
    static double[] average(double[] y, int horizon) {
        boolean isPositive = Arrays.stream(y).allMatch(value -> value > 0);
        AkaikeMean mean = new AkaikeMean(horizon);
        for (boolean isMultiplicative : isPositive ? new boolean[] {false, true} : new boolean[] {false}) {
            for (Trend trend : new Trend[] {Trend.NONE, Trend.ADDITIVE}) {
                for (boolean damped : trend == Trend.NONE ? new boolean[] {false} : new boolean[] {false, true}) {
                    EtsModel model = new EtsModel(y, isMultiplicative, trend, damped);
                    if (y.length > model.count() + 1) {
                        mean.add(model.fit(), model.points(horizon));
                    }
                }
            }
        }
        return mean.isEmpty() ? DriftModel.naive(y, horizon) : mean.points();
    }

    /** The number of parameters, first states and the variance. */
    private int count() {
        return 3 + (trend == Trend.NONE ? 0 : 2) + (isDamped ? 1 : 0);
    }

    /**
     * Fits the model.
     *
     * @return the corrected Akaike criterion
     */
    double fit() {
        boolean hasTrend = trend != Trend.NONE;
        double[] line = RunningLine.ofFirst(y);
        double firstSlope = hasTrend ? line[1] : 0;
        if (trend == Trend.MULTIPLICATIVE) {
            firstSlope = line[0] > 0 ? Math.max(0.5, Math.min(2, 1 + line[1] / line[0])) : 1;
        }
        double size = Accuracy.scale(y) + Double.MIN_NORMAL;
        double[] found = {0.5, hasTrend ? 0.1 : 0, isDamped ? 0.97 : 1, line[0], firstSlope};
        NelderMead search = new NelderMead(
                new double[] {LEAST, 0, isDamped ? 0.8 : 1, -Double.MAX_VALUE, hasTrend ? -Double.MAX_VALUE : 0},
                new double[] {
                    MOST, hasTrend ? 1 : 0, isDamped ? 0.98 : 1, Double.MAX_VALUE, hasTrend ? Double.MAX_VALUE : 0
                });
        double[] steps = {
            0.1, hasTrend ? 0.1 : 0, isDamped ? 0.03 : 0, size, trend == Trend.MULTIPLICATIVE ? 0.05 : size
        };
        for (int round = 0; round < ROUNDS; round++) {
            search.minimize(this::minusTwiceLikelihood, found, steps, STEPS);
        }
        parameters = found;
        return AkaikeMean.correctedCriterion(minusTwiceLikelihood(found), y.length, count());
    }

    /** The parameters alpha, beta by alpha, phi, first level, first slope. */
    double minusTwiceLikelihood(double[] x) {
        double alpha = x[0];
        end = new Smoothing(trend == Trend.MULTIPLICATIVE, alpha, alpha * x[1], x[2], x[3], x[4]);
        double squares = 0;
        double logarithms = 0;
        for (double value : y) {
            double ahead = end.ahead();
            double error = value - ahead;
            double relative = error;
            if (isErrorMultiplicative) {
                relative /= ahead;
                logarithms += Math.log(Math.abs(ahead));
            }
            squares += relative * relative;
            end.move(ahead, error);
        }
        double value = y.length * Math.log(Math.max(squares, Double.MIN_NORMAL)) + 2 * logarithms;
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    double[] points(int horizon) {
        minusTwiceLikelihood(parameters);
        return end.points(horizon);
    }

    /** Where the last run ended. */
    Smoothing end() {
        return end;
    }
}
