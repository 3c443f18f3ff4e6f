package dev.saidao.forecasting.series;

import java.util.Arrays;

/**
 * The mean of the forecasts of several models, each weighing {@code exp(-AICc / 2)}.
 *
 * <p>Sources: Burnham and Anderson (2002), Model Selection and Multimodel Inference, chapter 2; Kolassa (2011), "Combining exponential
 * smoothing forecasts using Akaike weights".
 */
final class AkaikeMean {

    private final double[] points;
    private double least = Double.POSITIVE_INFINITY;
    private double total;

    AkaikeMean(int horizon) {
        this.points = new double[horizon];
    }

    /** Adds a model, unless its criterion or a forecast leaves the numbers. */
    void add(double criterion, double[] forecasts) {
        if (!Double.isFinite(criterion) || !Arrays.stream(forecasts).allMatch(Double::isFinite)) {
            return;
        }
        double kept = criterion < least ? Math.exp((criterion - least) / 2) : 1;
        least = Math.min(least, criterion);
        double weight = Math.exp((least - criterion) / 2);
        total = total * kept + weight;
        for (int h = 0; h < points.length; h++) {
            // moved by a share of the way, so that huge forecasts do not overflow
            points[h] += weight / total * (forecasts[h] - points[h]);
        }
    }

    /** {@return whether no model was added} */
    boolean isEmpty() {
        return total == 0;
    }

    double[] points() {
        return points.clone();
    }

    /** Akaike's criterion corrected for small samples; infinite where there are too few values for the correction. */
    static double correctedCriterion(double minusTwiceLikelihood, int n, int parameters) {
        return n - parameters - 1 <= 0
                ? Double.POSITIVE_INFINITY
                : minusTwiceLikelihood + 2.0 * parameters * n / (n - parameters - 1);
    }

    /** The same of a model with errors of constant variance, by the sum of their squares. */
    static double ofSquares(double squares, int n, int parameters) {
        return correctedCriterion(n * Math.log(Math.max(squares, Double.MIN_NORMAL) / n), n, parameters);
    }
}
