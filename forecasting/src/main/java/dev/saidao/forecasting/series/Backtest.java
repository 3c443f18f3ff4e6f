package dev.saidao.forecasting.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Asks what forecasters would have said before, and compares it with what happened. The naive forecast and the drift are always among
 * them, since what does not beat them is not worth its trouble.
 *
 * <p>A forecaster sees the values up to the origin and nothing else.
 *
 * @since 0.1
 */
public final class Backtest {

    private static final Backtest DEFAULTS = new Backtest(List.of(Forecaster.withDefaults()), 0.95);

    private final List<Forecaster> forecasters;
    private final double level;

    private Backtest(List<Forecaster> forecasters, double level) {
        Map<String, Forecaster> byName = new LinkedHashMap<>();
        for (ForecastMethod method : List.of(ForecastMethod.NAIVE, ForecastMethod.DRIFT)) {
            Forecaster always = Forecaster.of(method, Scale.ORIGINAL);
            byName.put(always.name(), always);
        }
        forecasters.forEach(forecaster -> byName.put(forecaster.name(), forecaster));
        this.forecasters = List.copyOf(byName.values());
        this.level = level;
    }

    /** {@return the backtest of the default forecaster, with intervals of 95 %} */
    public static Backtest withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the backtest of other forecasters.
     *
     * @param forecasters the forecasters; of several with one name the last counts
     * @return the backtest
     */
    public Backtest with(List<Forecaster> forecasters) {
        return new Backtest(forecasters, level);
    }

    /**
     * Returns the backtest with intervals of another level.
     *
     * @param level the level, 0.5 to 0.99, or in percent, 50 to 99
     * @return the backtest
     * @throws IllegalArgumentException if the level is out of range
     */
    public Backtest withLevel(double level) {
        return new Backtest(forecasters, Forecast.share(level));
    }

    /**
     * Forecasts from every year of a series on.
     *
     * @param series the series; its gaps are filled up to each origin, and not counted as what happened
     * @param horizon how many years ahead, 1 to 1,000; fewer where the series ends
     * @param leastValues how many values a forecaster sees at least, 1 or more
     * @return the accuracy of each forecaster by its name; without forecasts if the series is too short
     * @throws IllegalArgumentException if a number is out of range
     */
    public Map<String, Accuracy> rollingOrigin(AnnualSeries series, int horizon, int leastValues) {
        if (leastValues < 1) {
            throw new IllegalArgumentException("Least number of values must be 1 or more: " + leastValues);
        }
        List<Case> cases = new ArrayList<>();
        for (int origin = series.firstYear(); origin < series.lastYear(); origin++) {
            if (series.value(origin).isEmpty()) {
                continue;
            }
            AnnualSeries known = series.until(origin);
            if (known.size() >= leastValues) {
                cases.add(new Case(known, series.from(origin + 1)));
            }
        }
        return accuracy(cases, horizon);
    }

    /**
     * What was known, and what happened then.
     *
     * @param known the series up to an origin
     * @param later values after it
     * @since 0.1
     */
    public record Case(AnnualSeries known, AnnualSeries later) {}

    /**
     * Forecasts once for each of many series.
     *
     * @param cases the series and what happened
     * @param horizon how many years ahead, 1 to 1,000; fewer where less is known of what happened
     * @return the accuracy of each forecaster by its name
     * @throws IllegalArgumentException if the horizon is out of range
     */
    public Map<String, Accuracy> accuracy(List<Case> cases, int horizon) {
        Map<String, Accuracy> accuracies = new LinkedHashMap<>();
        for (Forecaster forecaster : forecasters) {
            ForecastCalculator calculator = ForecastCalculator.withDefaults().with(forecaster);
            Accuracy accuracy = new Accuracy(level);
            for (Case one : cases) {
                Forecast forecast = calculator.forecast(one.known(), horizon);
                accuracy.add(
                        one.known().regular(),
                        numbers(forecast.points()),
                        forecast.intervals(level),
                        actual(one.later(), one.known().lastYear() + 1, horizon));
            }
            accuracies.put(forecaster.name(), accuracy);
        }
        return accuracies;
    }

    /**
     * Judges a forecast that somebody published by what happened later.
     *
     * @param known the values that were known when it was published; they give the scale
     * @param published the published forecast, which begins after the last known year
     * @param later what happened
     * @return the accuracy over the years that have both; without intervals
     * @throws IllegalArgumentException if the forecast does not begin after the last known year; if no year has both
     */
    public Accuracy ofPublished(AnnualSeries known, AnnualSeries published, AnnualSeries later) {
        if (published.firstYear() <= known.lastYear()) {
            throw new IllegalArgumentException(
                    "Published forecast must begin after " + known.lastYear() + ": " + published.firstYear());
        }
        List<Double> points = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        for (int year = published.firstYear(); year <= published.lastYear(); year++) {
            OptionalDouble said = published.value(year);
            OptionalDouble happened = later.value(year);
            if (said.isPresent() && happened.isPresent()) {
                points.add(said.getAsDouble());
                actual.add(happened.getAsDouble());
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A year must have both a forecast and a value: " + published.firstYear()
                    + " to " + published.lastYear());
        }
        Accuracy accuracy = new Accuracy(level);
        accuracy.add(known.regular(), numbers(points), List.of(), numbers(actual));
        return accuracy;
    }

    private static double[] actual(AnnualSeries later, int firstYear, int years) {
        double[] actual = new double[years];
        Arrays.setAll(actual, h -> later.value(firstYear + h).orElse(Double.NaN));
        return actual;
    }

    private static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).toArray();
    }
}
