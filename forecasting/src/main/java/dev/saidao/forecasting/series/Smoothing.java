package dev.saidao.forecasting.series;

/**
 * The recursion of exponential smoothing: a level l and a slope b, moved on by one value y after another.
 *
 * <pre>{@code f  = l + φ b, or l b^φ for a multiplicative trend
 * e  = y - f
 * l' = f + α e
 * b' = φ b + β e, or (f + β e) / l}</pre>
 */
final class Smoothing {

    private final boolean isMultiplicative;
    private final double alpha;
    private final double beta;
    private final double phi;
    private double level;
    private double slope;

    Smoothing(boolean isMultiplicative, double alpha, double beta, double phi, double level, double slope) {
        this.isMultiplicative = isMultiplicative;
        this.alpha = alpha;
        this.beta = beta;
        this.phi = phi;
        this.level = level;
        this.slope = slope;
    }

    /** The forecast of the next value. */
    double ahead() {
        if (isMultiplicative) {
            return level * (phi == 1 ? slope : Math.pow(slope, phi));
        }
        return level + phi * slope;
    }

    /** Moves on by a value that was off the forecast. */
    void move(double ahead, double error) {
        slope = isMultiplicative ? (ahead + beta * error) / level : phi * slope + beta * error;
        level = ahead + alpha * error;
    }

    /** The forecasts from here on. */
    double[] points(int horizon) {
        double[] points = new double[horizon];
        double power = 1;
        double steps = 0;
        for (int h = 0; h < horizon; h++) {
            power *= phi;
            steps += power;
            points[h] = isMultiplicative ? level * Math.pow(slope, steps) : level + steps * slope;
        }
        return points;
    }

    double level() {
        return level;
    }

    double slope() {
        return slope;
    }
}
