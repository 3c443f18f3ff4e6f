package dev.saidao.forecasting.series;

import dev.saidao.forecasting.internal.NelderMead;
import java.util.Arrays;

/**
 * ARIMA(p, 1, q) with p and q up to 2, with and without drift; of the eighteen the one with the least corrected Akaike criterion.
 * Each is fitted by conditional least squares: errors before the first are taken to be 0, and so are deviations from the drift.
 * Autoregressive parameters are stationary and moving averages invertible (partial autocorrelations within ±0.98).
 *
 * <p>Source: Box and Jenkins (1970), Time Series Analysis.
 */
final class ArimaModel {

    private static final int MOST = 2;
    private static final double LIMIT = 0.98;
    private static final double STEP = 0.3;
    private static final int STEPS = 40;

    private final double[] y;
    private final double[] d;
    private final double mean;
    private final double deviation;
    private int p;
    private int q;
    private boolean hasDrift;
    private double[] parameters = {};
    private double best = Double.POSITIVE_INFINITY;

    private ArimaModel(double[] y) {
        this.y = y;
        this.d = DriftModel.differences(y);
        this.mean = Arrays.stream(d).average().orElse(0);
        this.deviation = Math.sqrt(
                Arrays.stream(d).map(x -> (x - mean) * (x - mean)).average().orElse(0));
    }

    /** Forecasts of the best model; of the mean drift where no model can be told from another. */
    static double[] points(double[] y, int horizon) {
        ArimaModel model = new ArimaModel(y);
        if (!(model.deviation > 1e-12 * Math.abs(model.mean)) || model.deviation == 0) {
            return DriftModel.mean(y, horizon);
        }
        for (int drift = 0; drift <= 1; drift++) {
            for (int p = 0; p <= MOST; p++) {
                for (int q = 0; q <= MOST; q++) {
                    model.attempt(p, q, drift == 1);
                }
            }
        }
        return model.best == Double.POSITIVE_INFINITY ? DriftModel.mean(y, horizon) : model.points(horizon);
    }

    private void attempt(int newP, int newQ, boolean drift) {
        int size = newP + newQ + (drift ? 1 : 0);
        if (d.length - (size + 1) - 1 <= 1) {
            return;
        }
        double[] found = new double[size];
        if (size > 0) {
            double[] low = new double[size];
            double[] high = new double[size];
            double[] steps = new double[size];
            Arrays.fill(low, -LIMIT);
            Arrays.fill(high, LIMIT);
            Arrays.fill(steps, STEP);
            if (drift) {
                found[size - 1] = mean;
                low[size - 1] = -Double.MAX_VALUE;
                high[size - 1] = Double.MAX_VALUE;
                steps[size - 1] = STEP * deviation;
            }
            new NelderMead(low, high).minimize(x -> squares(x, newP, newQ, drift), found, steps, STEPS * size);
        }
        double criterion = AkaikeMean.ofSquares(squares(found, newP, newQ, drift), d.length, size + 1);
        if (criterion < best) {
            best = criterion;
            parameters = found;
            p = newP;
            q = newQ;
            hasDrift = drift;
        }
    }

    /** The first of two coefficients with given partial autocorrelations. */
    private static double first(double[] x, int from, int count) {
        if (count == 0) {
            return 0;
        }
        return count == 1 ? x[from] : x[from] * (1 - x[from + 1]);
    }

    private static double second(double[] x, int from, int count) {
        return count < 2 ? 0 : x[from + 1];
    }

    private double squares(double[] x, int ofP, int ofQ, boolean drift) {
        double ar1 = first(x, 0, ofP);
        double ar2 = second(x, 0, ofP);
        double ma1 = -first(x, ofP, ofQ);
        double ma2 = -second(x, ofP, ofQ);
        double centre = drift ? x[ofP + ofQ] : 0;
        double sum = 0;
        double d1 = 0;
        double d2 = 0;
        double e1 = 0;
        double e2 = 0;
        for (double difference : d) {
            double now = difference - centre;
            double error = now - (ar1 * d1 + ar2 * d2 + ma1 * e1 + ma2 * e2);
            sum += error * error;
            d2 = d1;
            d1 = now;
            e2 = e1;
            e1 = error;
        }
        return sum;
    }

    private double[] points(int horizon) {
        double ar1 = first(parameters, 0, p);
        double ar2 = second(parameters, 0, p);
        double ma1 = -first(parameters, p, q);
        double ma2 = -second(parameters, p, q);
        double centre = hasDrift ? parameters[p + q] : 0;
        double d1 = 0;
        double d2 = 0;
        double e1 = 0;
        double e2 = 0;
        double[] points = new double[horizon];
        double last = y[y.length - 1];
        for (int t = 0; t < d.length + horizon; t++) {
            double ahead = ar1 * d1 + ar2 * d2 + ma1 * e1 + ma2 * e2;
            boolean isPast = t < d.length;
            double now = isPast ? d[t] - centre : ahead;
            d2 = d1;
            d1 = now;
            e2 = e1;
            e1 = isPast ? now - ahead : 0;
            if (!isPast) {
                last += now + centre;
                points[t - d.length] = last;
            }
        }
        return points;
    }
}
