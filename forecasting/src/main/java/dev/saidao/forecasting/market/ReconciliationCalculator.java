package dev.saidao.forecasting.market;

import dev.saidao.core.internal.Require;
import dev.saidao.forecasting.series.Forecast;
import dev.saidao.forecasting.series.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes forecasts of a market and of its segments add up. No segment becomes negative, and the results add up to the last digit: they are
 * rounded to a number of decimal places, and what rounding leaves over goes to the segments that lost most by it.
 *
 * <p>With the market m, segments s, variances v (1 by {@link Reconciliation#LEAST_SQUARES}),
 *
 * <pre>{@code s' = max(0, s + λ v), m' = m - λ v_m, λ such that Σ s' = m'}</pre>
 *
 * <p>which is the least sum of {@code (m' - m)² / v_m + Σ (s' - s)² / v} of all that add up without a negative segment.
 *
 * <p>Example: a market of 100 with segments of 50 and 47 becomes by least squares a market of 99 with 51 and 48.
 *
 * @since 0.1
 */
public final class ReconciliationCalculator {

    private static final int MOST_DECIMALS = 12;
    private static final int GUARD = 20;
    private static final double LEVEL = 0.8;
    private static final ReconciliationCalculator DEFAULTS = new ReconciliationCalculator(Reconciliation.VARIANCES, 6);

    private final Reconciliation method;
    private final int decimals;

    private ReconciliationCalculator(Reconciliation method, int decimals) {
        this.method = method;
        this.decimals = decimals;
    }

    /** {@return the calculator by {@link Reconciliation#VARIANCES}, to six decimal places} */
    public static ReconciliationCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the calculator with another method.
     *
     * @param method the method
     * @return the calculator
     */
    public ReconciliationCalculator with(Reconciliation method) {
        return new ReconciliationCalculator(method, decimals);
    }

    /**
     * Returns the calculator with another number of decimal places.
     *
     * @param decimals the number, 0 to {@value #MOST_DECIMALS}
     * @return the calculator
     * @throws IllegalArgumentException if the number is out of range
     */
    public ReconciliationCalculator withDecimals(int decimals) {
        Require.that(
                decimals >= 0 && decimals <= MOST_DECIMALS,
                "Decimal places must be 0 to " + MOST_DECIMALS + ": %s",
                decimals);
        return new ReconciliationCalculator(method, decimals);
    }

    /** A number that was forecast apart, and its variance. */
    private record Part(double value, double variance) {}

    /**
     * Reconciles numbers of equal variance.
     *
     * @param total the market, 0 or more
     * @param segments the segments by name, one or more, 0 or more each
     * @return what adds up
     * @throws IllegalArgumentException if a number is negative or not finite, there is no segment, or all segments are 0 under
     *     {@link Reconciliation#TOP_DOWN}, so that they have no proportions
     */
    public ReconciledMarket reconciled(double total, Map<String, Double> segments) {
        Map<String, Part> parts = new LinkedHashMap<>();
        segments.forEach((name, value) -> parts.put(name, new Part(value, 1)));
        return reconciled(new Part(total, 1), parts);
    }

    /**
     * Reconciles forecasts, year by year. Their variances are taken to be in proportion to the squares of the widths of their intervals.
     *
     * @param total the forecast of the market
     * @param segments the forecasts of the segments by name, one or more, of the same years
     * @return what adds up, by year
     * @throws IllegalArgumentException if the years differ, or a forecast is negative
     */
    public Map<Integer, ReconciledMarket> reconciled(Forecast total, Map<String, Forecast> segments) {
        Map<Integer, ReconciledMarket> byYear = new TreeMap<>();
        segments.forEach((name, segment) -> Require.that(
                segment.byYear().keySet().equals(total.byYear().keySet()),
                "Forecast of " + name + " must be of the years of the market, %s: %s",
                total.byYear().keySet(),
                segment.byYear().keySet()));
        for (int year : total.byYear().keySet()) {
            Map<String, Part> parts = new LinkedHashMap<>();
            segments.forEach((name, segment) -> parts.put(name, part(segment, year)));
            byYear.put(year, reconciled(part(total, year), parts));
        }
        return byYear;
    }

    private static Part part(Forecast forecast, int year) {
        Interval interval = forecast.interval(year, LEVEL);
        double width = interval.high() - interval.low();
        return new Part(forecast.point(year), width * width);
    }

    /**
     * Returns shares that add up to 1: each in proportion to the one given, rounded to the calculator's decimal places.
     *
     * @param shares the shares by name, one or more, 0 or more each, not all 0
     * @return the shares, 0 to 1 each, and 1 as their total
     * @throws IllegalArgumentException if a share is negative or not finite, or all are 0
     */
    public ReconciledMarket shares(Map<String, Double> shares) {
        return with(Reconciliation.TOP_DOWN).reconciled(1, shares);
    }

    private ReconciledMarket reconciled(Part total, Map<String, Part> segments) {
        Require.that(!segments.isEmpty(), "A market must have a segment: %s", segments);
        requireValid("Market", total);
        segments.forEach(ReconciliationCalculator::requireValid);
        return switch (method) {
            case BOTTOM_UP -> summed(moved(segments, 0));
            case TOP_DOWN -> proportional(new BigDecimal(total.value()), moved(segments, 0));
            case LEAST_SQUARES -> least(new Part(total.value(), 1), equalVariances(segments));
            case VARIANCES -> least(total, segments);
        };
    }

    private ReconciledMarket proportional(BigDecimal total, Map<String, BigDecimal> segments) {
        BigDecimal sum = sum(segments);
        Require.that(sum.signum() > 0, "Segments must not all be 0: %s", segments.keySet());
        Map<String, BigDecimal> scaled = new LinkedHashMap<>();
        segments.forEach((name, value) ->
                scaled.put(name, value.multiply(total).divide(sum, decimals + GUARD, RoundingMode.FLOOR)));
        return rounded(total, scaled);
    }

    private ReconciledMarket summed(Map<String, BigDecimal> segments) {
        return rounded(sum(segments), segments);
    }

    private static BigDecimal sum(Map<String, BigDecimal> segments) {
        return segments.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void requireValid(String name, Part part) {
        Require.that(
                part.value() >= 0 && Double.isFinite(part.value()),
                name + " must be a finite number of 0 or more: %s",
                part.value());
    }

    private static Map<String, Part> equalVariances(Map<String, Part> segments) {
        Map<String, Part> equal = new LinkedHashMap<>();
        segments.forEach((name, part) -> equal.put(name, new Part(part.value(), 1)));
        return equal;
    }

    /** All segments moved by their variance times a multiplier, and not below 0. */
    private static Map<String, BigDecimal> moved(Map<String, Part> segments, double multiplier) {
        Map<String, BigDecimal> moved = new LinkedHashMap<>();
        segments.forEach((name, part) ->
                moved.put(name, new BigDecimal(Math.max(0, part.value() + multiplier * part.variance()))));
        return moved;
    }

    /** Finds λ: the segments that stay above 0 are those whose {@code -s / v} is below it. */
    private ReconciledMarket least(Part total, Map<String, Part> segments) {
        List<Part> byEnd = new ArrayList<>(segments.values());
        byEnd.sort(Comparator.comparingDouble(
                part -> part.variance() == 0 ? Double.NEGATIVE_INFINITY : -part.value() / part.variance()));
        double value = 0;
        double variance = total.variance();
        double multiplier = 0;
        for (int i = 0; i < byEnd.size(); i++) {
            value += byEnd.get(i).value();
            variance += byEnd.get(i).variance();
            multiplier = variance == 0 ? 0 : (total.value() - value) / variance;
            boolean isLast = i + 1 == byEnd.size();
            if (!isLast
                    && multiplier * byEnd.get(i + 1).variance()
                                    + byEnd.get(i + 1).value()
                            <= 0) {
                break;
            }
        }
        return summed(moved(segments, multiplier));
    }

    /** Rounds so that the segments add up to the rounded total: what is left over goes to the largest remainders, a unit each. */
    private ReconciledMarket rounded(BigDecimal total, Map<String, BigDecimal> segments) {
        BigDecimal whole = total.setScale(decimals, RoundingMode.HALF_UP);
        Map<String, BigDecimal> floors = new LinkedHashMap<>();
        segments.forEach((name, exact) -> floors.put(name, exact.setScale(decimals, RoundingMode.FLOOR)));
        List<String> names = new ArrayList<>(segments.keySet());
        names.sort(Comparator.comparing(
                (String name) -> segments.getOrDefault(name, BigDecimal.ZERO)
                        .subtract(floors.getOrDefault(name, BigDecimal.ZERO)),
                Comparator.reverseOrder()));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal left = whole.subtract(sum(floors));
        for (int i = 0; left.signum() > 0; i = (i + 1) % names.size()) {
            floors.merge(names.get(i), unit, BigDecimal::add);
            left = left.subtract(unit);
        }
        return new ReconciledMarket(whole, floors);
    }
}
