package dev.saidao.forecasting.series;

import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forecasts annual series, with prediction intervals.
 *
 * <p>Example: {@code ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2021, 10, 13, 16.9), 2).interval(2025, 0.95)}.
 *
 * @since 0.1
 */
public final class ForecastCalculator {

    /** The longest horizon. */
    public static final int MAX_HORIZON = 1_000;

    private static final Set<Unit.Kind> NOT_NEGATIVE = Set.of(Unit.Kind.SHARE, Unit.Kind.COUNT, Unit.Kind.DENSITY);
    private static final ForecastCalculator DEFAULTS =
            new ForecastCalculator(Forecaster.withDefaults(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Forecaster forecaster;
    private final double floor;
    private final double cap;

    private ForecastCalculator(Forecaster forecaster, double floor, double cap) {
        this.forecaster = forecaster;
        this.floor = floor;
        this.cap = cap;
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
        return new ForecastCalculator(forecaster, floor, cap);
    }

    /**
     * Returns the calculator with a floor, below which neither forecasts nor intervals go.
     *
     * @param floor the floor, finite, in the unit of the series
     * @return the calculator
     * @throws IllegalArgumentException if the floor is not finite or above the cap
     */
    public ForecastCalculator withFloor(double floor) {
        return limited(floor, cap, floor);
    }

    /**
     * Returns the calculator with a cap, above which neither forecasts nor intervals go.
     *
     * @param cap the cap, finite, in the unit of the series
     * @return the calculator
     * @throws IllegalArgumentException if the cap is not finite or below the floor
     */
    public ForecastCalculator withCap(double cap) {
        return limited(floor, cap, cap);
    }

    private ForecastCalculator limited(double newFloor, double newCap, double changed) {
        Require.that(
                Double.isFinite(changed) && newFloor <= newCap,
                "Floor and cap must be finite and in order: %s, %s",
                newFloor,
                newCap);
        return new ForecastCalculator(forecaster, newFloor, newCap);
    }

    /** What no value of a series can go beyond: floor and cap, a share of 0 and 1, a count or density of 0. */
    private Interval limits(AnnualSeries series) {
        double least = floor;
        double most = cap;
        for (Map.Entry<Integer, Double> value : series.byYear().entrySet()) {
            Require.that(
                    value.getValue() >= floor && value.getValue() <= cap,
                    "Value of %s must be within floor and cap %s: %s",
                    value.getKey(),
                    new Interval(floor, cap),
                    value.getValue());
        }
        Optional<Unit.Kind> kind = series.unit().map(Unit::kind);
        boolean isNotNegative = kind.filter(NOT_NEGATIVE::contains).isPresent()
                && series.values().stream().allMatch(value -> value >= 0);
        boolean isShare = isNotNegative
                && kind.equals(Optional.of(Unit.Kind.SHARE))
                && series.values().stream().allMatch(value -> value <= 1);
        return new Interval(isNotNegative ? Math.max(0, least) : least, isShare ? Math.min(1, most) : most);
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
     * @throws IllegalArgumentException if the horizon is out of range, a value is beyond floor or cap, or a forecast is too large to be held
     */
    public Forecast forecast(AnnualSeries series, int horizon) {
        if (horizon < 1 || horizon > MAX_HORIZON) {
            throw new IllegalArgumentException("Horizon must be 1 to " + MAX_HORIZON + ": " + horizon);
        }
        double[] values = series.regular();
        Interval limits = limits(series);
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
        return new Forecast(series, forecaster, points, limits);
    }
}
