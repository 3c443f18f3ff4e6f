package dev.saidao.forecasting.series;

import org.apache.commons.statistics.descriptive.Median;

/** Forecasts that continue the last value by a slope. */
final class DriftModel {

    private DriftModel() {}

    /** The last value, over and over. */
    static double[] naive(double[] y, int horizon) {
        return line(y, 0, 1, horizon);
    }

    /** The mean of all differences: the line through the first and the last value. */
    static double[] mean(double[] y, int horizon) {
        return line(y, y.length < 2 ? 0 : (y[y.length - 1] - y[0]) / (y.length - 1), 1, horizon);
    }

    /** The median of all differences. */
    static double[] median(double[] y, int horizon) {
        return line(y, y.length < 2 ? 0 : Median.withDefaults().evaluate(differences(y)), 1, horizon);
    }

    /** The mean of the differences with weights that fall by a factor for each year back, damped ahead by another. */
    static double[] weighted(double[] y, double back, double ahead, int horizon) {
        double sum = 0;
        double total = 0;
        double weight = 1;
        for (int t = y.length - 1; t > 0; t--) {
            sum += weight * (y[t] - y[t - 1]);
            total += weight;
            weight *= back;
        }
        return line(y, total == 0 ? 0 : sum / total, ahead, horizon);
    }

    static double[] differences(double[] y) {
        double[] differences = new double[Math.max(0, y.length - 1)];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = y[t + 1] - y[t];
        }
        return differences;
    }

    private static double[] line(double[] y, double slope, double damping, int horizon) {
        double[] points = new double[horizon];
        double steps = 0;
        double power = 1;
        for (int h = 0; h < horizon; h++) {
            power *= damping;
            steps += power;
            points[h] = y[y.length - 1] + slope * steps;
        }
        return points;
    }
}
