package dev.saidao.core.audit;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exchange rates, good enough to see that a number of some year may be in another currency and for nothing else.
 *
 * <p>Yearly averages of units per US dollar from 2005 to 2025, of the Federal Reserve (G.5A), each with a twenty-fifth either way, for
 * sources take the rate of a day as well; for pounds, of which there are none here, and for unknown years all that was seen. Later years are
 * like the last five. Pairs whose rate can be between a half and 2 are left out: a mistake between them looks like any other one.
 */
final class ExchangeRates {

    private static final int FIRST = 2005;
    private static final int LAST = 2025;
    private static final int LIKE_LATER = 5;

    /** Units of a currency for one US dollar, by the year. */
    private static final Map<String, String[]> PER_DOLLAR = new LinkedHashMap<>();

    static {
        PER_DOLLAR.put("USD", new String[] {"1"});
        averages(
                "CNY",
                "8.1936 7.9723 7.6058 6.9477 6.8307 6.7696 6.4630 6.3093 6.1478 6.1620 6.2827"
                        + " 6.6400 6.7569 6.6090 6.9081 6.9042 6.4508 6.7290 7.0809 7.1957 7.1875");
        averages(
                "EUR",
                "0.8033 0.7960 0.7293 0.6791 0.7176 0.7541 0.7178 0.7777 0.7530 0.7520 0.9012"
                        + " 0.9032 0.8849 0.8462 0.8933 0.8764 0.8453 0.9493 0.9245 0.9242 0.8845");
        PER_DOLLAR.put("GBP", new String[] {"0.49", "0.82"});
        averages(
                "HKD",
                "7.7775 7.7681 7.8016 7.7862 7.7514 7.7687 7.7841 7.7569 7.7565 7.7545 7.7524"
                        + " 7.7620 7.7926 7.8376 7.8351 7.7559 7.7727 7.8306 7.8292 7.8030 7.7956");
        averages(
                "JPY",
                "110.1069 116.3121 117.7623 103.3906 93.6827 87.7817 79.6967 79.8180 97.5971 105.7398 121.0491"
                        + " 108.6569 112.0986 110.3974 109.0188 106.7754 109.8429 131.4589 140.5001 151.4551 149.5686");
        averages(
                "INR",
                "44.0002 45.1861 41.1774 43.3859 48.3324 45.6507 46.5782 53.3743 58.5149 60.9953 64.1073"
                        + " 67.1572 65.0659 68.3734 70.3777 74.1429 73.9351 78.5792 82.5708 83.6566 87.1468");
        averages(
                "KRW",
                "1023.7492 954.3210 928.9717 1098.7061 1274.6252 1155.7389 1106.9400 1126.1621 1094.6749 1052.2924"
                        + " 1130.9603 1159.3422 1129.0435 1099.2926 1165.8016 1180.5554 1144.8911 1291.7796 1306.7637"
                        + " 1363.4381 1421.3963");
    }

    private static final Bounds INDISTINCT = Bounds.closed(new BigDecimal("0.5"), new BigDecimal("2"));
    private static final BigDecimal LESS = new BigDecimal("0.96");
    private static final BigDecimal MORE = new BigDecimal("1.04");
    /** By the currency and the year, 0 if that is not known. */
    private static final Map<String, List<Pair>> PAIRS = new ConcurrentHashMap<>();

    private ExchangeRates() {}

    private static void averages(String currency, String byYear) {
        PER_DOLLAR.put(currency, byYear.split(" "));
    }

    /**
     * What one unit of another currency is worth.
     *
     * @param other the other currency
     * @param range its worth in the currency asked for
     */
    record Pair(String other, Bounds range) {}

    /** The currencies that a number printed in one may be in, with the rates of its year if that is known. */
    static List<Pair> into(String currency, Optional<Integer> year) {
        if (!PER_DOLLAR.containsKey(currency)) {
            return List.of();
        }
        int known = year.map(ExchangeRates::known).orElse(0);
        return PAIRS.computeIfAbsent(currency + known, key -> pairs(currency, known));
    }

    /** A year of the table, or the one after it, which stands for all later ones; 0 if it is before. */
    static int known(int year) {
        return year < FIRST ? 0 : Math.min(year, LAST + 1);
    }

    static List<Pair> pairs(String currency, int year) {
        List<Pair> pairs = new ArrayList<>();
        Bounds own = perDollar(currency, year);
        for (String other : PER_DOLLAR.keySet()) {
            // those of all years decide which pairs there are
            boolean distinct = BoundsArithmetic.withDefaults()
                    .dividedBy(perDollar(currency, 0), perDollar(other, 0))
                    .intersection(INDISTINCT)
                    .isEmpty();
            if (!other.equals(currency) && distinct) {
                pairs.add(new Pair(other, BoundsArithmetic.withDefaults().dividedBy(own, perDollar(other, year))));
            }
        }
        return List.copyOf(pairs);
    }

    private static Bounds perDollar(String currency, int year) {
        String[] rates = Objects.requireNonNull(PER_DOLLAR.get(currency));
        boolean byYear = rates.length > 2 && year > 0;
        int from = !byYear ? 0 : year > LAST ? rates.length - LIKE_LATER : year - FIRST;
        int to = !byYear || year > LAST ? rates.length - 1 : year - FIRST;
        BigDecimal low = new BigDecimal(rates[from]);
        BigDecimal high = low;
        for (int i = from + 1; i <= to; i++) {
            low = low.min(new BigDecimal(rates[i]));
            high = high.max(new BigDecimal(rates[i]));
        }
        return rates.length > 2 ? Bounds.closed(low.multiply(LESS), high.multiply(MORE)) : Bounds.closed(low, high);
    }
}
