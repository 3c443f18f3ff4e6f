package dev.saidao.policy.index.weighting;

import dev.saidao.core.internal.Decimals;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.internal.Places;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights from experts, each of whom distributes the same budget of points over the same items. The weight of an item is the
 * mean of its shares of the budget.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, "Budget allocation process".
 *
 * @since 0.1
 */
public final class BudgetAllocation {

    private final List<String> items;
    private final List<Map<String, BigDecimal>> allocations;
    private final BigDecimal budget;

    private BudgetAllocation(Builder builder) {
        this.items = builder.places.names();
        this.allocations = List.copyOf(builder.allocations);
        this.budget = builder.budget;
    }

    /**
     * Returns a builder of an allocation.
     *
     * @param items what the budget is distributed over, one or more, each once
     * @param budget the points that each expert has, above 0, such as 100
     * @return the builder
     * @throws IllegalArgumentException if there is no item, or one is there twice; if the budget is not positive
     */
    public static Builder builder(List<String> items, BigDecimal budget) {
        return new Builder(items, budget);
    }

    /** {@return the weight of each item, 0 or more; they add up to 1, as exactly as 34 digits allow} */
    public Map<String, BigDecimal> weights() {
        BigDecimal whole = budget.multiply(BigDecimal.valueOf(allocations.size()));
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (String item : items) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map<String, BigDecimal> allocation : allocations) {
                sum = sum.add(allocation.getOrDefault(item, BigDecimal.ZERO));
            }
            weights.put(item, sum.divide(whole, MathContext.DECIMAL128));
        }
        return weights;
    }

    /**
     * Returns how far experts are apart on an item: the largest share of the budget less the smallest.
     *
     * @param item the item
     * @return the difference, 0 to 1
     * @throws IllegalArgumentException if there is no such item
     */
    public BigDecimal disagreement(String item) {
        Require.that(items.contains(item), "Item must be there: %s", item);
        List<BigDecimal> points = allocations.stream()
                .map(allocation -> allocation.getOrDefault(item, BigDecimal.ZERO))
                .sorted()
                .toList();
        return points.get(points.size() - 1).subtract(points.get(0)).divide(budget, MathContext.DECIMAL128);
    }

    /**
     * Builds an allocation, expert by expert.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Places places;
        private final List<Map<String, BigDecimal>> allocations = new ArrayList<>();
        private final BigDecimal budget;

        private Builder(List<String> items, BigDecimal budget) {
            this.places = new Places("Item", items);
            Require.that(!items.isEmpty(), "Items must be one or more: 0");
            Require.that(budget.signum() > 0, "Budget must be positive: %s", Decimals.shown(budget.toString()));
            this.budget = budget;
        }

        /**
         * Adds an expert.
         *
         * @param points the points by item, each 0 or more; an item that is absent gets none; they add up to the budget
         * @return this builder
         * @throws IllegalArgumentException if there is no such item; if points are negative or do not add up to the budget
         */
        public Builder expert(Map<String, BigDecimal> points) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> entry : points.entrySet()) {
                places.of(entry.getKey());
                Require.that(
                        entry.getValue().signum() >= 0,
                        "Points of %s must be 0 or more: %s",
                        entry.getKey(),
                        Decimals.shown(entry.getValue().toString()));
                sum = sum.add(entry.getValue());
            }
            Require.that(
                    sum.compareTo(budget) == 0,
                    "Points must add up to the budget, %s: %s",
                    Decimals.shown(budget.toString()),
                    Decimals.shown(sum.toString()));
            allocations.add(Map.copyOf(points));
            return this;
        }

        /**
         * Returns the allocation.
         *
         * @return the allocation
         * @throws IllegalArgumentException if there is no expert
         */
        public BudgetAllocation build() {
            Require.that(!allocations.isEmpty(), "Experts must be one or more: 0");
            return new BudgetAllocation(this);
        }
    }
}
