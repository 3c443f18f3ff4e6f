package dev.saidao.forecasting.internal;

/**
 * Finds the minimum of a function of a few variables within a box by the simplex of Nelder and Mead (1965). Points beyond the box
 * are drawn to its border. All memory is taken at construction, so that a search allocates nothing.
 *
 * <p>It stands beside those of Hipparchus since none of them does as well here. By {@code SearchBenchmark} of the benchmarks, in the box of a
 * damped trend over 29 values, Hipparchus' simplex takes as long and stops 0.07 % above the least sum of squares, its BOBYQA finds it and
 * takes 60 times as long; for one variable its Brent is no faster beyond the noise of the measurement.
 */
public final class NelderMead {

    /** A function of several variables. */
    @FunctionalInterface
    public interface Objective {
        /**
         * Returns the value at a point.
         *
         * @param point the point, which must not be kept
         * @return the value
         */
        double at(double[] point);
    }

    private static final double PRECISION = 1e-13;

    private final int n;
    private final double[][] simplex;
    private final double[] values;
    private final double[] centre;
    private final double[] reflected;
    private final double[] further;
    private final double[] low;
    private final double[] high;

    /**
     * Creates a search within a box.
     *
     * @param low the lower ends
     * @param high the upper ends
     */
    public NelderMead(double[] low, double[] high) {
        this.n = low.length;
        this.low = low.clone();
        this.high = high.clone();
        this.simplex = new double[n + 1][n];
        this.values = new double[n + 1];
        this.centre = new double[n];
        this.reflected = new double[n];
        this.further = new double[n];
    }

    /**
     * Searches from a point.
     *
     * @param objective the function
     * @param start the point, which is replaced by the best one found
     * @param steps how far the first simplex reaches in each direction
     * @param most the largest number of steps
     * @return the smallest value found
     */
    public double minimize(Objective objective, double[] start, double[] steps, int most) {
        for (int corner = 0; corner <= n; corner++) {
            System.arraycopy(start, 0, simplex[corner], 0, n);
            if (corner > 0) {
                int i = corner - 1;
                simplex[corner][i] += start[i] + steps[i] > high[i] ? -steps[i] : steps[i];
            }
            drawIn(simplex[corner]);
            values[corner] = objective.at(simplex[corner]);
        }
        for (int step = 0; step < most; step++) {
            int best = 0;
            int worst = 0;
            for (int corner = 1; corner <= n; corner++) {
                best = values[corner] < values[best] ? corner : best;
                worst = values[corner] > values[worst] ? corner : worst;
            }
            if (Math.abs(values[worst] - values[best]) <= PRECISION * (Math.abs(values[best]) + Double.MIN_NORMAL)) {
                break;
            }
            move(objective, best, worst);
        }
        int best = 0;
        for (int corner = 1; corner <= n; corner++) {
            best = values[corner] < values[best] ? corner : best;
        }
        System.arraycopy(simplex[best], 0, start, 0, n);
        return values[best];
    }

    private void move(Objective objective, int best, int worst) {
        double second = values[best];
        for (int corner = 0; corner <= n; corner++) {
            second = corner != worst ? Math.max(second, values[corner]) : second;
        }
        for (int i = 0; i < n; i++) {
            centre[i] = 0;
            for (int corner = 0; corner <= n; corner++) {
                centre[i] += corner == worst ? 0 : simplex[corner][i] / n;
            }
        }
        double atReflected = at(objective, reflected, worst, -1);
        if (atReflected < values[best]) {
            double atFurther = at(objective, further, worst, -2);
            replace(worst, atFurther < atReflected ? further : reflected, Math.min(atFurther, atReflected));
        } else if (atReflected < second) {
            replace(worst, reflected, atReflected);
        } else {
            double atInner = at(objective, further, worst, atReflected < values[worst] ? -0.5 : 0.5);
            if (atInner < Math.min(atReflected, values[worst])) {
                replace(worst, further, atInner);
            } else {
                shrink(objective, best);
            }
        }
    }

    /** The value at a point on the line from the centre through a corner. */
    private double at(Objective objective, double[] point, int corner, double distance) {
        for (int i = 0; i < n; i++) {
            point[i] = centre[i] + distance * (simplex[corner][i] - centre[i]);
        }
        drawIn(point);
        return objective.at(point);
    }

    private void replace(int corner, double[] point, double value) {
        System.arraycopy(point, 0, simplex[corner], 0, n);
        values[corner] = value;
    }

    private void shrink(Objective objective, int best) {
        for (int corner = 0; corner <= n; corner++) {
            if (corner != best) {
                for (int i = 0; i < n; i++) {
                    simplex[corner][i] = simplex[best][i] + (simplex[corner][i] - simplex[best][i]) / 2;
                }
                values[corner] = objective.at(simplex[corner]);
            }
        }
    }

    private void drawIn(double[] point) {
        for (int i = 0; i < n; i++) {
            point[i] = Math.min(high[i], Math.max(low[i], point[i]));
        }
    }
}
