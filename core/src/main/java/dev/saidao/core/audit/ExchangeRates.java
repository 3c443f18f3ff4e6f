package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Wide ranges of exchange rates, good enough to see that a number may be in another currency and for nothing else.
 *
 * <p>The ranges are rough and wide on purpose, meant to hold the rates of the years since 2005. Pairs whose rate can be
 * between a half and 2 are left out: a mistake between them looks like any other one.
 */
final class ExchangeRates {

    /** Units of a currency for one US dollar. */
    private static final Map<String, Bounds> PER_DOLLAR = new LinkedHashMap<>();

    static {
        PER_DOLLAR.put("USD", range("1", "1"));
        PER_DOLLAR.put("CNY", range("6.1", "8.2"));
        PER_DOLLAR.put("EUR", range("0.67", "0.96"));
        PER_DOLLAR.put("GBP", range("0.49", "0.82"));
        PER_DOLLAR.put("HKD", range("7.7", "7.9"));
        PER_DOLLAR.put("JPY", range("79", "160"));
        PER_DOLLAR.put("INR", range("41", "84"));
        PER_DOLLAR.put("KRW", range("920", "1400"));
    }

    private static final Bounds INDISTINCT = range("0.5", "2");
    private static final Map<String, List<Pair>> PAIRS =
            PER_DOLLAR.keySet().stream().collect(Collectors.toUnmodifiableMap(key -> key, ExchangeRates::pairs));

    private ExchangeRates() {}

    /**
     * What one unit of another currency is worth.
     *
     * @param other the other currency
     * @param range its worth in the currency asked for
     * @param low the lower end as a double
     * @param high the upper end as a double
     */
    record Pair(String other, Bounds range, double low, double high) {}

    /** The currencies that a number printed in one may be in. */
    static List<Pair> into(String currency) {
        return PAIRS.getOrDefault(currency, List.of());
    }

    private static List<Pair> pairs(String currency) {
        List<Pair> pairs = new ArrayList<>();
        Bounds own = Objects.requireNonNull(PER_DOLLAR.get(currency));
        PER_DOLLAR.forEach((other, perDollar) -> {
            Bounds range = BoundsArithmetic.withDefaults().dividedBy(own, perDollar);
            if (!other.equals(currency) && range.intersection(INDISTINCT).isEmpty()) {
                pairs.add(new Pair(
                        other,
                        range,
                        range.lower().orElseThrow().doubleValue(),
                        range.upper().orElseThrow().doubleValue()));
            }
        });
        return List.copyOf(pairs);
    }

    private static Bounds range(String low, String high) {
        return Bounds.closed(new BigDecimal(low), new BigDecimal(high));
    }
}
