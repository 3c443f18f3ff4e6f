package dev.saidao.forecasting.series;

import dev.saidao.forecasting.internal.NelderMead;

/**
 * The theta method, and its dynamic optimized form.
 *
 * <p>Sources: Assimakopoulos and Nikolopoulos (2000), "The theta model: a decomposition approach to forecasting"; Fiorucci and
 * others (2016), "Models for optimising the theta method and their relationship to state space models".
 */
final class ThetaModel {

    private static final double LEAST = 0.1;
    private static final double MOST = 0.99;
    private static final int STEPS = 60;

    private ThetaModel() {}

    /**
     * Simple exponential smoothing with half the slope b of the regression line as drift, to which the method comes down (Hyndman
     * and Billah 2003, "Unmasking the theta method"), as R's forecast package has it:
     *
     * <pre>{@code forecast = l + b/2 (h - 1 + (1 - (1 - α)^n) / α)}</pre>
     */
    static double[] standard(double[] y, int horizon) {
        int n = y.length;
        if (n < 2) {
            return DriftModel.naive(y, horizon);
        }
        double mean = 0;
        for (double value : y) {
            mean += value / n;
        }
        double products = 0;
        double squares = 0;
        for (int t = 0; t < n; t++) {
            double time = t - (n - 1) / 2.0;
            products += time * (y[t] - mean);
            squares += time * time;
        }
        double drift = products / squares / 2;
        ExponentialSmoothing smoothing = ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.NONE);
        double alpha = smoothing.alpha();
        double[] points = smoothing.points(horizon);
        for (int h = 0; h < horizon; h++) {
            points[h] += drift * (h + (1 - Math.pow(1 - alpha, n)) / alpha);
        }
        return points;
    }

    /** The dynamic optimized theta model; with fewer than four values the mean drift. */
    static double[] dynamic(double[] y, int horizon) {
        return y.length < 4 ? DriftModel.mean(y, horizon) : new Dynamic(y).points(horizon);
    }

    /**
     * The dynamic model, by year t from 1 on:
     *
     * <pre>{@code μ_t = l_(t-1) + ω ((1 - α)^(t-1) A_(t-1) + (1 - (1 - α)^t) / α B_(t-1))
     * l_t = α y_t + (1 - α) l_(t-1)
     * m_t = ((t - 1) m_(t-1) + y_t) / t
     * B_t = ((t - 2) B_(t-1) + 6 (y_t - m_(t-1)) / t) / (t + 1)
     * A_t = m_t - (t + 1) / 2 B_t}</pre>
     *
     * <p>with {@code ω = 1 - 1 / θ}, 0 to 1. A and B are intercept and slope of the regression line of the first t values. Errors are
     * linear in the first level and in ω, so that for given α these are found by least squares over all t; {@code μ_1 = l_0}, so that
     * the first level is held near the first value. Ahead, the forecasts stand in for values.
     */
    private static final class Dynamic {

        private final double[] y;
        private final RunningLine line = new RunningLine();
        private double alpha;
        private double level;
        private double omega;

        Dynamic(double[] y) {
            this.y = y;
            double best = Double.POSITIVE_INFINITY;
            double[] start = {LEAST};
            for (int step = 1; step < 10; step++) {
                double found = fit(step / 10.0);
                if (found < best) {
                    best = found;
                    start[0] = step / 10.0;
                }
            }
            new NelderMead(new double[] {LEAST}, new double[] {MOST})
                    .minimize(x -> fit(x[0]), start, new double[] {0.05}, STEPS);
            fit(start[0]);
        }

        private double fit(double newAlpha) {
            alpha = newAlpha;
            double rest = 1 - newAlpha;
            line.begin(y[0]);
            double levelOfData = newAlpha * y[0];
            double u = rest;
            double power = rest;
            // the first error is the first value less the first level
            double uu = 1;
            double uw = 0;
            double ww = 0;
            double uc = y[0];
            double wc = 0;
            double cc = y[0] * y[0];
            for (int t = 2; t <= y.length; t++) {
                double value = y[t - 1];
                double w = power * line.intercept() + (1 - power * rest) / newAlpha * line.slope();
                double c = value - levelOfData;
                uu += u * u;
                uw += u * w;
                ww += w * w;
                uc += u * c;
                wc += w * c;
                cc += c * c;
                levelOfData = newAlpha * value + rest * levelOfData;
                u *= rest;
                line.add(t, value);
                power *= rest;
            }
            double determinant = uu * ww - uw * uw;
            if (!(determinant > 1e-14 * uu * ww)) {
                omega = 0;
                level = uc / uu;
            } else {
                omega = (wc * uu - uc * uw) / determinant;
                level = (uc * ww - wc * uw) / determinant;
                if (omega < 0 || omega > 1) {
                    omega = omega < 0 ? 0 : 1;
                    level = (uc - omega * uw) / uu;
                }
            }
            return cc
                    + level * level * uu
                    + omega * omega * ww
                    - 2 * level * uc
                    - 2 * omega * wc
                    + 2 * level * omega * uw;
        }

        double[] points(int horizon) {
            double rest = 1 - alpha;
            line.begin(y[0]);
            double l = alpha * y[0] + rest * level;
            double power = rest;
            double[] points = new double[horizon];
            for (int t = 2; t <= y.length + horizon; t++) {
                double ahead = l + omega * (power * line.intercept() + (1 - power * rest) / alpha * line.slope());
                double value = t <= y.length ? y[t - 1] : ahead;
                if (t > y.length) {
                    points[t - y.length - 1] = ahead;
                }
                l = alpha * value + rest * l;
                line.add(t, value);
                power *= rest;
            }
            return points;
        }
    }
}
