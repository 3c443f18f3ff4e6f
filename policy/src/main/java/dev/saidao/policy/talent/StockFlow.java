package dev.saidao.policy.talent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Stocks and flows of tiers over some years; in every row opening stock plus inflows less outflows is the closing stock.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableStockFlow.class)
@JsonDeserialize(as = ImmutableStockFlow.class)
public abstract class StockFlow {

    StockFlow() {}

    /** {@return whether people are counted or their expected number} */
    @Value.Parameter
    public abstract Counting counting();

    /** {@return a row for each year and tier: the tiers of the first year, then those of the next} */
    @Value.Parameter
    public abstract List<Row> rows();

    static StockFlow of(Counting counting, List<Row> rows) {
        return ImmutableStockFlow.of(counting, rows);
    }

    /**
     * A year of a tier.
     *
     * @param year the year
     * @param tier the id of the tier
     * @param opening the opening stock
     * @param recruited who came from outside, selections included
     * @param promotedIn who came from another tier
     * @param lost who left for good
     * @param promotedOut who left for another tier
     * @param closing the closing stock
     * @param shortfall how many of a selection the tier below could not give
     * @param lostBy who left for good, by the reason; empty if no reasons are told apart
     * @since 0.1
     */
    public record Row(
            int year,
            String tier,
            BigDecimal opening,
            BigDecimal recruited,
            BigDecimal promotedIn,
            BigDecimal lost,
            BigDecimal promotedOut,
            BigDecimal closing,
            BigDecimal shortfall,
            Map<String, BigDecimal> lostBy) {

        /**
         * Copies the map.
         *
         * @param year the year
         * @param tier the id of the tier
         * @param opening the opening stock
         * @param recruited who came from outside
         * @param promotedIn who came from another tier
         * @param lost who left for good
         * @param promotedOut who left for another tier
         * @param closing the closing stock
         * @param shortfall how many of a selection the tier below could not give
         * @param lostBy who left for good, by the reason
         */
        public Row {
            lostBy = Collections.unmodifiableMap(new LinkedHashMap<>(lostBy));
        }
    }

    /**
     * Returns a year of a tier.
     *
     * @param tier the id of the tier
     * @param year the year
     * @return the row
     * @throws IllegalArgumentException if there is none
     */
    public final Row row(String tier, int year) {
        return rows().stream()
                .filter(row -> row.year() == year && row.tier().equals(tier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Row must be there: " + tier + ", " + year));
    }

    /**
     * Returns the year in which a tier falls below a number that it had before.
     *
     * @param tier the id of the tier
     * @param number the number
     * @param until the last year that counts
     * @return the first year up to then whose closing stock is below it, after an opening or closing stock that was not, and after
     *     which it is not reached again; absent if there is none
     */
    public final Optional<Integer> lostIn(String tier, BigDecimal number, int until) {
        Optional<Integer> lost = Optional.empty();
        for (Row row : rows()) {
            if (row.tier().equals(tier) && row.year() <= until) {
                boolean before = row.opening().compareTo(number) >= 0;
                boolean after = row.closing().compareTo(number) >= 0;
                lost = after ? Optional.empty() : before ? Optional.of(row.year()) : lost;
            }
        }
        return lost;
    }

    /**
     * Returns the closing stock of a tier.
     *
     * @param tier the id of the tier
     * @param year the year
     * @return the closing stock
     * @throws IllegalArgumentException if there is no such row
     */
    @JsonIgnore
    public final BigDecimal closing(String tier, int year) {
        return row(tier, year).closing();
    }
}
