package dev.saidao.forecasting.series;

/** The regression line of the first values of a series over their years 1, 2, ..., value by value. */
final class RunningLine {

    private static final int FIRST = 10;

    private double mean;
    private double intercept;
    private double slope;

    /** Intercept and slope of the line of the first ten values, or of as many as there are. */
    static double[] ofFirst(double[] y) {
        RunningLine line = new RunningLine();
        line.begin(y[0]);
        for (int t = 2; t <= Math.min(FIRST, y.length); t++) {
            line.add(t, y[t - 1]);
        }
        return new double[] {line.intercept, line.slope};
    }

    /** Begins with the value of year 1. */
    void begin(double value) {
        mean = value;
        intercept = value;
        slope = 0;
    }

    /** Adds the value of year t, 2 or more. */
    void add(int t, double value) {
        double newMean = ((t - 1) * mean + value) / t;
        slope = ((t - 2) * slope + 6 * (value - mean) / t) / (t + 1);
        intercept = newMean - slope * (t + 1) / 2;
        mean = newMean;
    }

    /** Its value at year 0. */
    double intercept() {
        return intercept;
    }

    double slope() {
        return slope;
    }
}
