package dev.saidao.forecasting.series;

import dev.saidao.forecasting.internal.NelderMead;
import java.util.Arrays;

/**
 * Exponential smoothing with additive errors: simple, Holt's with trend, and with damped trend.
 *
 * <p>The recursion is that of {@link Smoothing}, with {@code β = α β*}, α and β* between 0 and 1, φ between 0.8 and 0.98 where damped and 1 where not. One-step errors are
 * linear in the first level and slope, so that for given parameters these are found by least squares in closed form, and only
 * the parameters are searched for.
 *
 * <p>Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing.
 */
final class ExponentialSmoothing {

    /** Which states there are. */
    enum Trend {
        NONE,
        LINEAR,
        DAMPED
    }

    private static final double LEAST = 1e-4;
    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.98;
    private static final double[] LEVELS = {0.05, 0.3, 0.6, 0.95};
    private static final double[] SLOPES = {0.01, 0.1, 0.4, 0.9};
    private static final double[] DAMPINGS = {0.82, 0.9, 0.97};
    private static final int STEPS_OF_ONE = 80;
    private static final int STEPS_OF_TWO = 150;
    private static final int STEPS_OF_THREE = 200;
    private static final int STEPS_OF_FIVE = 300;

    private final double[] y;
    private final Trend trend;
    private double alpha;
    private double beta;
    private double phi = 1;
    private double firstLevel;
    private double firstSlope;
    /** Where the last run ended. */
    private Smoothing end = new Smoothing(false, 0, 0, 1, 0, 0);

    private double squares;
    private double absolutes;

    private ExponentialSmoothing(double[] y, Trend trend) {
        this.y = y;
        this.trend = trend;
    }

    /** Fits by least squares to at least one value. */
    static ExponentialSmoothing leastSquares(double[] y, Trend trend) {
        ExponentialSmoothing model = new ExponentialSmoothing(y, trend);
        model.search();
        return model;
    }

    /** Runs with given parameters and first states. */
    static ExponentialSmoothing of(
            double[] y, double alpha, double beta, double phi, double firstLevel, double firstSlope) {
        ExponentialSmoothing model = new ExponentialSmoothing(y, Trend.DAMPED);
        model.run(alpha, beta, phi, firstLevel, firstSlope);
        return model;
    }

    /** Fits by least absolute errors, from the least squares on. */
    static ExponentialSmoothing leastAbsolute(double[] y, Trend trend) {
        ExponentialSmoothing model = leastSquares(y, trend);
        double step = 0.3 * Accuracy.scale(y) + Double.MIN_NORMAL;
        double[] start = {
            model.alpha, model.alpha > 0 ? model.beta / model.alpha : 0, model.phi, model.firstLevel, model.firstSlope
        };
        boolean isDamped = trend == Trend.DAMPED;
        double most = Double.MAX_VALUE;
        NelderMead search = new NelderMead(
                new double[] {LEAST, 0, isDamped ? LEAST_DAMPING : 1, -most, -most},
                new double[] {1, 1, isDamped ? MOST_DAMPING : 1, most, most});
        search.minimize(
                x -> {
                    model.run(x[0], x[0] * x[1], x[2], x[3], x[4]);
                    return model.absolutes;
                },
                start,
                new double[] {0.1, 0.1, 0.03, step, step},
                STEPS_OF_FIVE);
        model.run(start[0], start[0] * start[1], start[2], start[3], start[4]);
        return model;
    }

    private void search() {
        if (trend == Trend.NONE) {
            double[] start = {bestLevel()};
            new NelderMead(new double[] {LEAST}, new double[] {1})
                    .minimize(x -> fit(x[0], 0, 1), start, new double[] {0.03}, STEPS_OF_ONE);
            fit(start[0], 0, 1);
        } else if (trend == Trend.LINEAR) {
            double[] start = bestOfGrid(1);
            new NelderMead(new double[] {LEAST, 0}, new double[] {1, 1})
                    .minimize(x -> fit(x[0], x[0] * x[1], 1), start, new double[] {0.1, 0.1}, STEPS_OF_TWO);
            fit(start[0], start[0] * start[1], 1);
        } else {
            double[] start = {0.5, 0.1, 0.9};
            double best = Double.POSITIVE_INFINITY;
            for (double damping : DAMPINGS) {
                double[] ofDamping = bestOfGrid(damping);
                double found = fit(ofDamping[0], ofDamping[0] * ofDamping[1], damping);
                if (found < best) {
                    best = found;
                    start = new double[] {ofDamping[0], ofDamping[1], damping};
                }
            }
            NelderMead search =
                    new NelderMead(new double[] {LEAST, 0, LEAST_DAMPING}, new double[] {1, 1, MOST_DAMPING});
            // a simplex that has run against a border is flat, so that a new one starts from where it ended
            for (int round = 0; round < 2; round++) {
                search.minimize(
                        x -> fit(x[0], x[0] * x[1], x[2]), start, new double[] {0.1, 0.1, 0.03}, STEPS_OF_THREE);
            }
            fit(start[0], start[0] * start[1], start[2]);
        }
    }

    private double bestLevel() {
        double best = Double.POSITIVE_INFINITY;
        double at = LEAST;
        for (int step = 0; step <= 20; step++) {
            double candidate = Math.max(LEAST, step / 20.0);
            double found = fit(candidate, 0, 1);
            if (found < best) {
                best = found;
                at = candidate;
            }
        }
        return at;
    }

    private double[] bestOfGrid(double damping) {
        double best = Double.POSITIVE_INFINITY;
        double[] at = {0.5, 0.1};
        for (double levelWeight : LEVELS) {
            for (double slopeShare : SLOPES) {
                double found = fit(levelWeight, levelWeight * slopeShare, damping);
                if (found < best) {
                    best = found;
                    at[0] = levelWeight;
                    at[1] = slopeShare;
                }
            }
        }
        return at;
    }

    /** Finds the first states for given parameters, runs through, and returns the sum of squared errors. */
    private double fit(double newAlpha, double newBeta, double newPhi) {
        // errors are those without first states, and what each of these adds: those of values of 0 from a level or
        // slope of 1
        Smoothing ofData = new Smoothing(false, newAlpha, newBeta, newPhi, 0, 0);
        Smoothing ofLevel = new Smoothing(false, newAlpha, newBeta, newPhi, 1, 0);
        Smoothing ofSlope = new Smoothing(false, newAlpha, newBeta, newPhi, 0, 1);
        double uu = 0;
        double uv = 0;
        double vv = 0;
        double uc = 0;
        double vc = 0;
        boolean hasSlope = trend != Trend.NONE;
        for (double value : y) {
            double ahead = ofData.ahead();
            double c = value - ahead;
            double u = ofLevel.ahead();
            uu += u * u;
            uc += u * c;
            ofData.move(ahead, c);
            ofLevel.move(u, -u);
            if (hasSlope) {
                double v = ofSlope.ahead();
                uv += u * v;
                vv += v * v;
                vc += v * c;
                ofSlope.move(v, -v);
            }
        }
        double determinant = uu * vv - uv * uv;
        double newLevel = uc / uu;
        double newSlope = 0;
        if (hasSlope && determinant > 1e-12 * uu * vv) {
            newLevel = (uc * vv - vc * uv) / determinant;
            newSlope = (vc * uu - uc * uv) / determinant;
        }
        return run(newAlpha, newBeta, newPhi, newLevel, newSlope);
    }

    private double run(double newAlpha, double newBeta, double newPhi, double newLevel, double newSlope) {
        alpha = newAlpha;
        beta = newBeta;
        phi = newPhi;
        firstLevel = newLevel;
        firstSlope = newSlope;
        end = new Smoothing(false, newAlpha, newBeta, newPhi, newLevel, newSlope);
        double sum = 0;
        double sizes = 0;
        for (double value : y) {
            double ahead = end.ahead();
            double error = value - ahead;
            sum += error * error;
            sizes += Math.abs(error);
            end.move(ahead, error);
        }
        squares = sum;
        absolutes = sizes;
        return sum;
    }

    double alpha() {
        return alpha;
    }

    double beta() {
        return beta;
    }

    double phi() {
        return phi;
    }

    double firstLevel() {
        return firstLevel;
    }

    double firstSlope() {
        return firstSlope;
    }

    /** The sum of squared one-step errors. */
    double squares() {
        return squares;
    }

    double[] points(int horizon) {
        return end.points(horizon);
    }

    /** The mean of the three with weights {@code exp(-AICc / 2)}. */
    static double[] average(double[] y, int horizon) {
        ExponentialSmoothing[] models = {
            leastSquares(y, Trend.NONE), leastSquares(y, Trend.LINEAR), leastSquares(y, Trend.DAMPED)
        };
        // parameters, first states and the variance
        int[] counts = {3, 5, 6};
        double[] criteria = new double[models.length];
        for (int i = 0; i < models.length; i++) {
            criteria[i] = correctedCriterion(models[i].squares, y.length, counts[i]);
        }
        double least = Arrays.stream(criteria).min().orElse(0);
        double[] points = new double[horizon];
        if (least == Double.POSITIVE_INFINITY) {
            return DriftModel.naive(y, horizon);
        }
        double total = 0;
        for (int i = 0; i < models.length; i++) {
            double weight = Math.exp((least - criteria[i]) / 2);
            total += weight;
            double[] ofModel = models[i].points(horizon);
            for (int h = 0; h < horizon; h++) {
                points[h] += weight * ofModel[h];
            }
        }
        for (int h = 0; h < horizon; h++) {
            points[h] /= total;
        }
        return points;
    }

    /** Akaike's criterion corrected for small samples; infinite where there are too few values for the correction. */
    static double correctedCriterion(double squares, int n, int parameters) {
        if (n - parameters - 1 <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = Math.max(squares, Double.MIN_NORMAL) / n;
        return n * Math.log(variance) + 2.0 * parameters * n / (n - parameters - 1);
    }
}
