package dev.saidao.forecasting.uncertainty;

import dev.saidao.core.derivation.Operand;
import dev.saidao.core.internal.Require;
import dev.saidao.forecasting.market.MarketOutlook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Spreads a market over the years as a fan: a size that is not known exactly, compounded at a rate that is not.
 *
 * @since 0.1
 */
public final class FanCalculator {

    private static final FanCalculator DEFAULTS = new FanCalculator(UncertaintyCalculator.withDefaults());

    private final UncertaintyCalculator calculator;

    private FanCalculator(UncertaintyCalculator calculator) {
        this.calculator = calculator;
    }

    /** {@return the calculator with the defaults of {@link UncertaintyCalculator}} */
    public static FanCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns the calculator with other runs, seed or correlations.
     *
     * @param calculator computes each year
     * @return the calculator
     */
    public FanCalculator with(UncertaintyCalculator calculator) {
        return new FanCalculator(calculator);
    }

    /**
     * Returns the fan of a size at one growth factor that is the same in every year.
     *
     * @param size the size in the base year
     * @param factor the growth factor of a year, such as 1.05 to 1.20
     * @param baseYear the year of the size
     * @param fromYear the first year of the fan, which may lie before the base year
     * @param toYear the last year of the fan
     * @return the outcome of each year
     * @throws IllegalArgumentException if the years are not in order or more than 1,000; as {@link UncertaintyCalculator#outcome}
     */
    public SortedMap<Integer, Outcome> atOneRate(
            Uncertain size, Uncertain factor, int baseYear, int fromYear, int toYear) {
        requireYears(fromYear, toYear);
        SortedMap<Integer, Outcome> fan = new TreeMap<>();
        for (int year = fromYear; year <= toYear; year++) {
            Uncertain number = year == baseYear ? size : size.times(factor.power((double) year - baseYear));
            fan.put(year, calculator.outcome(number));
        }
        return fan;
    }

    /**
     * Returns the fan of a size with growth factors that are independent from year to year.
     *
     * @param size the size in the base year
     * @param factors the growth factor of each year after the base year, each with a name of its own
     * @param baseYear the year of the size
     * @return the outcome of the base year and of each year after it
     * @throws IllegalArgumentException as {@link UncertaintyCalculator#outcome}
     */
    public SortedMap<Integer, Outcome> atYearlyRates(Uncertain size, List<Uncertain> factors, int baseYear) {
        SortedMap<Integer, Outcome> fan = new TreeMap<>();
        List<Uncertain> product = new ArrayList<>(List.of(size));
        fan.put(baseYear, calculator.outcome(size));
        for (int year = 0; year < factors.size(); year++) {
            product.add(factors.get(year));
            fan.put(baseYear + year + 1, calculator.outcome(Uncertain.product(product)));
        }
        return fan;
    }

    /**
     * Returns the fan of an outlook with one size and a rate, over the years of the rate, if their bounds allow one: what the digits of
     * the source leave open, all numbers within the bounds being as likely.
     *
     * @param outlook the outlook
     * @return the outcome of each year; empty if there is not just one size, no rate, or bounds without two ends, as "over 30 %" has
     */
    public Optional<SortedMap<Integer, Outcome>> ofOutlook(MarketOutlook outlook) {
        Optional<Operand> rate = outlook.rate();
        if (outlook.sizes().size() != 1 || rate.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<Integer, Operand> only = outlook.sizes().entrySet().iterator().next();
        int first = outlook.span().orElseThrow().firstYear().orElseThrow();
        int last = outlook.span().orElseThrow().lastYear().orElseThrow();
        if (!only.getValue().value().bounds().isBounded()
                || !rate.get().value().bounds().isBounded()) {
            return Optional.empty();
        }
        Uncertain size = Uncertain.within("size", only.getValue().value().bounds());
        Uncertain factor = Uncertain.exactly(1)
                .plus(Uncertain.within("rate", rate.get().value().bounds()));
        int year = only.getKey();
        return Optional.of(atOneRate(size, factor, year, Math.min(first, year), Math.max(last, year)));
    }

    private static void requireYears(int fromYear, int toYear) {
        Require.that(
                fromYear <= toYear && (long) toYear - fromYear < 1_000,
                "Years of a fan must be in order and up to 1000: %s to %s",
                fromYear,
                toYear);
    }
}
