package dev.saidao.forecasting.market;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A market and its segments, which add up to the last digit.
 *
 * @param total the market: the exact sum of the segments
 * @param segments the segments by name, in the order given
 * @since 0.1
 */
public record ReconciledMarket(BigDecimal total, Map<String, BigDecimal> segments) {

    /**
     * Keeps a copy, and checks the sum.
     *
     * @param total the market
     * @param segments the segments by name
     * @throws IllegalArgumentException if the segments do not add up to the market
     */
    public ReconciledMarket {
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
        BigDecimal sum = segments.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            throw new IllegalArgumentException("Total must be the sum of its segments: " + total + ", " + sum);
        }
    }
}
