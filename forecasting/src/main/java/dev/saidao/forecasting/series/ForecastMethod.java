package dev.saidao.forecasting.series;

import dev.saidao.core.internal.Codes;

/**
 * Published methods that forecast a series of annual values, each by itself. What a method does with fewer values than it needs is said
 * with it.
 *
 * <p>Sources: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice; those of theta, dynamic theta, exponential
 * smoothing and ARIMA are Assimakopoulos and Nikolopoulos (2000), Fiorucci and others (2016), Hyndman, Koehler, Ord and Snyder (2008),
 * Box and Jenkins (1970).
 *
 * @since 0.1
 */
public enum ForecastMethod {
    /** The last value, over and over. */
    NAIVE {
        @Override
        double[] points(double[] y, int horizon) {
            return DriftModel.naive(y, horizon);
        }
    },
    /** The last value and the mean of all differences; with one value the same as {@link #NAIVE}. */
    DRIFT {
        @Override
        double[] points(double[] y, int horizon) {
            return DriftModel.mean(y, horizon);
        }
    },
    /** The last value and the median of all differences; with one value the same as {@link #NAIVE}. */
    MEDIAN_DRIFT {
        @Override
        double[] points(double[] y, int horizon) {
            return DriftModel.median(y, horizon);
        }
    },
    /**
     * The last value and the mean of the differences, each of which weighs 0.9 of the one after it; the slope ahead is damped by
     * 0.93 a year.
     */
    WEIGHTED_DRIFT {
        @Override
        double[] points(double[] y, int horizon) {
            return DriftModel.weighted(y, 0.9, 0.93, horizon);
        }
    },
    /** Simple exponential smoothing, fitted by least squares, first level included. */
    SIMPLE_SMOOTHING {
        @Override
        double[] points(double[] y, int horizon) {
            return ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.NONE)
                    .points(horizon);
        }
    },
    /** Holt's linear trend, fitted by least squares, first states included. */
    HOLT {
        @Override
        double[] points(double[] y, int horizon) {
            return ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.LINEAR)
                    .points(horizon);
        }
    },
    /** Holt's trend, damped by 0.8 to 0.98 a year, fitted by least squares, first states included. */
    DAMPED_HOLT {
        @Override
        double[] points(double[] y, int horizon) {
            return ExponentialSmoothing.leastSquares(y, ExponentialSmoothing.Trend.DAMPED)
                    .points(horizon);
        }
    },
    /** Holt's damped trend, fitted by least absolute errors, first states included. */
    DAMPED_HOLT_ABSOLUTE {
        @Override
        double[] points(double[] y, int horizon) {
            return ExponentialSmoothing.leastAbsolute(y, ExponentialSmoothing.Trend.DAMPED)
                    .points(horizon);
        }
    },
    /**
     * The mean of simple, linear and damped smoothing with weights {@code exp(-AICc / 2)}; with fewer than five values the same as
     * {@link #NAIVE}.
     */
    SMOOTHING_AVERAGE {
        @Override
        double[] points(double[] y, int horizon) {
            return ExponentialSmoothing.average(y, horizon);
        }
    },
    /**
     * The mean of the state space models of exponential smoothing with weights {@code exp(-AICc / 2)}: errors additive or, where all
     * values are positive, multiplicative; trend none, additive or damped; by maximum likelihood. With fewer than five values the same
     * as {@link #NAIVE}. One best model, as R takes, is more often the wrong one the nearer the search comes to the greatest likelihood.
     *
     * <p>Source: Kolassa (2011), "Combining exponential smoothing forecasts using Akaike weights".
     */
    ETS {
        @Override
        double[] points(double[] y, int horizon) {
            return EtsModel.average(y, horizon);
        }
    },
    /**
     * The theta method: simple exponential smoothing with half the slope of the regression line as drift; with one value the same as
     * {@link #NAIVE}.
     */
    THETA {
        @Override
        double[] points(double[] y, int horizon) {
            return ThetaModel.standard(y, horizon);
        }
    },
    /** The dynamic optimized theta model; with fewer than four values the same as {@link #DRIFT}. */
    DYNAMIC_THETA {
        @Override
        double[] points(double[] y, int horizon) {
            return ThetaModel.dynamic(y, horizon);
        }
    },
    /**
     * ARIMA(p, 1, q) with or without drift, p and q up to 2, by the corrected Akaike criterion; with fewer than five values, or
     * where all differences are equal, the same as {@link #DRIFT}.
     */
    ARIMA {
        @Override
        double[] points(double[] y, int horizon) {
            return ArimaModel.points(y, horizon);
        }
    };

    /** The forecasts of the years that follow at least one value. */
    abstract double[] points(double[] y, int horizon);

    /** {@return the code in files: the name in lower case with hyphens} */
    public String code() {
        return Codes.ofName(name());
    }
}
