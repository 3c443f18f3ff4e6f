package dev.saidao.forecasting.series;

import java.util.Arrays;

/**
 * Forecasts annual series, with prediction intervals.
 *
 * <p>Example: {@code ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2021, 10, 13, 16.9), 2).interval(2025, 0.95)}.
 */
public final class ForecastCalculator {

    /** The longest horizon. */
    public static final int MAX_HORIZON = 1_000;

    private static final ForecastCalculator DEFAULTS = new ForecastCalculator(Forecaster.withDefaults());

    private final Forecaster forecaster;

    private ForecastCalculator(Forecaster forecaster) {
        this.forecaster = forecaster;
    }

    /** {@return the calculator with the default forecaster} */
    public static ForecastCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the calculator with another forecaster.
     *
     * @param forecaster the forecaster
     * @return the calculator
     */
    public ForecastCalculator with(Forecaster forecaster) {
        return new ForecastCalculator(forecaster);
    }

    /** {@return the forecaster} */
    public Forecaster forecaster() {
        return forecaster;
    }

    /**
     * Forecasts the years after a series. One value is enough: with one, or where all are equal, the forecast is that value, with two to four the members of the
     * default fall back to drifts, as {@link ForecastMethod} says.
     *
     * @param series the series; its gaps are filled on the straight line between their neighbours
     * @param horizon how many years ahead, 1 to {@value #MAX_HORIZON}
     * @return the forecast
     * @throws IllegalArgumentException if the horizon is out of range, or a forecast is too large to be held
     */
    public Forecast forecast(AnnualSeries series, int horizon) {
        if (horizon < 1 || horizon > MAX_HORIZON) {
            throw new IllegalArgumentException("Horizon must be 1 to " + MAX_HORIZON + ": " + horizon);
        }
        double[] values = series.regular();
        double[] points = forecaster.points(values, horizon);
        if (Arrays.stream(values).distinct().count() == 1) {
            // roots and their squares would leave the last digit to chance
            Arrays.fill(points, values[0]);
        }
        for (int h = 0; h < horizon; h++) {
            if (!Double.isFinite(points[h])) {
                throw new IllegalArgumentException("Forecast of " + (series.lastYear() + h + 1) + " by "
                        + forecaster.name() + " must be finite: " + points[h]);
            }
        }
        return new Forecast(series, forecaster, points);
    }
}
