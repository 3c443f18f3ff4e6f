package dev.saidao.forecasting.series;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Require;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Computes the yearly growth rate of a series of positive values, in doubles, with the bounds that follow from those of the values.
 *
 * <p>Either rate is {@code exp(Σ w_t ln y_t) - 1} with weights that depend on the years alone, so that it is greatest where each value of
 * positive weight is at the upper end of its bounds and each of negative weight at the lower, and least the other way round. A wider bound of
 * a value never narrows those of the rate. Gaps are left out.
 *
 * <p>Example: 100, 110, 121 of 2021 to 2023 grow by 10 % a year by either.
 *
 * @since 0.1
 */
public final class SeriesGrowthCalculator {

    private static final SeriesGrowthCalculator DEFAULTS = new SeriesGrowthCalculator();
    /** Ends are moved outward by this share of the logarithm's size, which is more than doubles lose. */
    private static final double LOSS = 1e-14;

    private SeriesGrowthCalculator() {}

    /** {@return the calculator} */
    public static SeriesGrowthCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the rate that leads from the first value to the last: the compound annual growth rate.
     *
     * <pre>{@code rate = (last / first)^(1 / years) - 1}</pre>
     *
     * @param series the series, of two values or more, the first and the last positive
     * @return the rate
     * @throws IllegalArgumentException if there is one value, or one of the two is not positive
     */
    public SeriesGrowth endPointRate(AnnualSeries series) {
        int steps = steps(series);
        return rate(
                series,
                Set.of(series.firstYear(), series.lastYear()),
                year -> (year == series.firstYear() ? -1.0 : 1.0) / steps,
                Label.of("(last / first)^(1 / years) - 1", "(末值 / 初值)^(1 / 年数) - 1"));
    }

    /**
     * Returns the rate of the regression line of the logarithms over the years, as the World Bank computes average growth: all values
     * count, so that one odd end does not decide.
     *
     * <pre>{@code rate = exp(b) - 1, b = Σ (t - mean t) ln y_t / Σ (t - mean t)²}</pre>
     *
     * @param series the series, of two values or more, all positive
     * @return the rate; that of the end points if there are two values
     * @throws IllegalArgumentException if there is one value, or one is not positive
     */
    public SeriesGrowth leastSquaresRate(AnnualSeries series) {
        steps(series);
        double mean = series.byYear().keySet().stream()
                .mapToInt(year -> year)
                .average()
                .orElseThrow();
        double squares = series.byYear().keySet().stream()
                .mapToDouble(year -> (year - mean) * (year - mean))
                .sum();
        return rate(
                series,
                series.byYear().keySet(),
                year -> (year - mean) / squares,
                Label.of("exp(slope of ln y over the years) - 1", "exp(ln y 对年份的回归斜率) - 1"));
    }

    private static int steps(AnnualSeries series) {
        Require.that(series.size() > 1, "Series must have two values or more: %s", series);
        return series.lastYear() - series.firstYear();
    }

    private static SeriesGrowth rate(
            AnnualSeries series, Set<Integer> years, IntToDoubleFunction weights, Label formula) {
        double point = 0;
        double low = 0;
        double high = 0;
        double size = 0;
        for (int year : years) {
            double weight = weights.applyAsDouble(year);
            double value = series.value(year).orElseThrow();
            Require.that(value > 0, "Value of %s must be positive: %s", year, value);
            if (weight == 0) {
                continue;
            }
            Optional<Bounds> bounds = series.known(year).map(BoundedQuantity::bounds);
            double least = bounds.map(
                            known -> known.lower().map(BigDecimal::doubleValue).orElse(0.0))
                    .orElse(value);
            double most = bounds.map(
                            known -> known.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY))
                    .orElse(value);
            double logOfLeast = Math.log(Math.max(0, least));
            point += weight * Math.log(value);
            low += weight * (weight > 0 ? logOfLeast : Math.log(most));
            high += weight * (weight > 0 ? Math.log(most) : logOfLeast);
            size += Math.abs(weight) * (1 + Math.abs(Math.log(value)));
        }
        boolean isExact = low == high;
        double loss = isExact ? 0 : LOSS * size;
        double rate = Math.expm1(point);
        return new SeriesGrowth(
                rate,
                new Interval(Math.min(rate, Math.expm1(low - loss)), Math.max(rate, Math.expm1(high + loss))),
                series.firstYear(),
                series.lastYear(),
                formula);
    }
}
