package dev.saidao.policy.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.saidao.core.internal.Require;
import dev.saidao.policy.index.weighting.PairwiseComparison;
import dev.saidao.policy.index.weighting.WeightCalculator;
import dev.saidao.policy.index.weighting.Weighting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The structure of a composite index: indicators, and the aggregates above them, as a tree or several trees.
 *
 * <p>A node without children is an indicator, of level 1; an aggregate is one level above the highest of its children.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 1.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableIndicatorFramework.class)
@JsonDeserialize(as = ImmutableIndicatorFramework.class)
public abstract class IndicatorFramework {

    IndicatorFramework() {}

    /** {@return the nodes, in the order given} */
    @Value.Parameter
    public abstract List<IndicatorNode> nodes();

    /**
     * Returns a framework.
     *
     * @param nodes the indicators and aggregates, in any order
     * @return the framework
     * @throws IllegalArgumentException if there is no node; if a code is there twice; if a parent is not among the nodes; if
     *     a node is above itself; if a stated level is not above those of the children, or an indicator's is not 1; if all
     *     children of an aggregate have weight 0
     */
    public static IndicatorFramework of(List<IndicatorNode> nodes) {
        return ImmutableIndicatorFramework.of(nodes);
    }

    @JsonIgnore
    @Value.Lazy
    Map<String, IndicatorNode> byCode() {
        Map<String, IndicatorNode> byCode = new LinkedHashMap<>();
        for (IndicatorNode node : nodes()) {
            if (byCode.put(node.code(), node) != null) {
                throw new IllegalArgumentException("Indicator must be there once: " + node.code());
            }
        }
        return Collections.unmodifiableMap(byCode);
    }

    @JsonIgnore
    @Value.Lazy
    Map<String, List<IndicatorNode>> byParent() {
        return nodes().stream()
                .filter(node -> node.parent().isPresent())
                .collect(Collectors.groupingBy(
                        node -> node.parent().orElseThrow(),
                        Collectors.collectingAndThen(Collectors.toList(), List::copyOf)));
    }

    /** The nodes with every child before its parent, and their levels. */
    @JsonIgnore
    @Value.Lazy
    Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (IndicatorNode node : nodes()) {
            // a path is climbed down without recursion, so that a deep framework does not overflow the stack
            List<IndicatorNode> path = new ArrayList<>(List.of(node));
            Set<String> open = new LinkedHashSet<>();
            while (!path.isEmpty()) {
                IndicatorNode last = path.get(path.size() - 1);
                List<IndicatorNode> missing = children(last.code()).stream()
                        .filter(child -> !levels.containsKey(child.code()))
                        .toList();
                if (levels.containsKey(last.code()) || missing.isEmpty()) {
                    levels.putIfAbsent(last.code(), level(last, levels));
                    open.remove(last.code());
                    path.remove(path.size() - 1);
                } else if (!open.add(last.code())) {
                    throw new IllegalArgumentException("Indicator must not be above itself: " + last.code());
                } else {
                    path.addAll(missing);
                }
            }
        }
        return Collections.unmodifiableMap(levels);
    }

    private int level(IndicatorNode node, Map<String, Integer> levels) {
        int highest = children(node.code()).stream()
                .mapToInt(child -> levels.getOrDefault(child.code(), 0))
                .max()
                .orElse(0);
        int level = node.level().orElse(highest + 1);
        if (level <= highest || (highest == 0 && level != 1)) {
            throw new IllegalArgumentException("Level of " + node.code() + " must be "
                    + (highest == 0 ? "1, for it has no children: " : "above that of its children, " + highest + ": ")
                    + level);
        }
        return level;
    }

    /**
     * Returns a node.
     *
     * @param code its code
     * @return the node
     * @throws IllegalArgumentException if there is none
     */
    public final IndicatorNode node(String code) {
        IndicatorNode node = byCode().get(code);
        if (node == null) {
            throw new IllegalArgumentException("Indicator must be in the framework: " + code);
        }
        return node;
    }

    /**
     * Returns the children of a node.
     *
     * @param code its code
     * @return the children in the order of the framework; empty for an indicator
     */
    public final List<IndicatorNode> children(String code) {
        return byParent().getOrDefault(code, List.of());
    }

    /** {@return the indicators: the nodes without children, in the order of the framework} */
    @JsonIgnore
    public final List<IndicatorNode> indicators() {
        return nodes().stream().filter(node -> children(node.code()).isEmpty()).toList();
    }

    /**
     * Returns the level of a node: 1 for an indicator.
     *
     * @param code its code
     * @return the level
     * @throws IllegalArgumentException if there is no such node
     */
    public final int level(String code) {
        return levels().getOrDefault(node(code).code(), 1);
    }

    /**
     * Returns the weights of the indicators in the index above them: the product of the shares of weight on the way up.
     *
     * <p>Below one index they add up to 1. They say what an indicator counts only under arithmetic aggregation.
     *
     * @param weighting where the weights among siblings come from, which must not be from data
     * @return the effective weight of each indicator, 0 to 1, by code, in the order of the framework
     * @throws IllegalArgumentException if the weights are from data
     */
    public final Map<String, Double> effectiveWeights(Weighting weighting) {
        Require.that(
                !weighting.isFromData(), "Weights must not be from data, which only a result knows: %s", weighting);
        return effectiveWeights(node -> node.weight(weighting));
    }

    /** The product of the shares of weight on the way up, of each indicator. */
    final Map<String, Double> effectiveWeights(ToDoubleFunction<IndicatorNode> weight) {
        Map<String, Double> effective = new LinkedHashMap<>();
        for (IndicatorNode indicator : indicators()) {
            double product = 1;
            IndicatorNode node = indicator;
            while (node.parent().isPresent()) {
                product *= share(node, weight);
                node = node(node.parent().get());
            }
            effective.put(indicator.code(), product);
        }
        return effective;
    }

    /** The share of a node in the weights of its siblings; 1 without a parent. */
    final double share(IndicatorNode node, ToDoubleFunction<IndicatorNode> weight) {
        return node.parent().isEmpty()
                ? 1
                : weight.applyAsDouble(node)
                        / children(node.parent().get()).stream()
                                .mapToDouble(weight)
                                .sum();
    }

    /** {@return the columns that a table needs: of the indicators and their denominators} */
    @JsonIgnore
    public final Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (IndicatorNode indicator : indicators()) {
            columns.add(indicator.code());
            indicator.denominator().ifPresent(columns::add);
        }
        return columns;
    }

    /**
     * Returns this framework with other weights, such as those of a {@link PairwiseComparison} or a
     * {@link WeightCalculator}.
     *
     * @param weights the weight of each node that gets another one, by code; rounded to 9 decimals
     * @return the framework
     * @throws IllegalArgumentException if there is no such node; if a weight is negative or not finite; if all children of an
     *     aggregate have weight 0
     */
    public final IndicatorFramework weighted(Map<String, Double> weights) {
        weights.forEach((code, weight) -> {
            Require.that(
                    Double.isFinite(weight),
                    "Weight of %s must be finite: %s",
                    node(code).code(),
                    weight);
        });
        weights.keySet().forEach(this::node);
        return of(nodes().stream()
                .map(node -> weights.containsKey(node.code())
                        ? node.withWeight(BigDecimal.valueOf(weights.getOrDefault(node.code(), 0.0))
                                .setScale(9, RoundingMode.HALF_EVEN))
                        : node)
                .toList());
    }

    /**
     * Returns this framework without a node and all below it.
     *
     * @param code the code of the node
     * @return the framework
     * @throws IllegalArgumentException if there is no such node; if its parent would have no child left, or none with a
     *     weight; if nothing would be left
     */
    public final IndicatorFramework without(String code) {
        IndicatorNode out = node(code);
        Set<String> left = new LinkedHashSet<>(byCode().keySet());
        left.removeAll(below(code));
        if (out.parent().isPresent() && children(out.parent().get()).size() == 1) {
            throw new IllegalArgumentException("An only child must not be left out: " + code);
        }
        return of(nodes().stream().filter(node -> left.contains(node.code())).toList());
    }

    /**
     * Returns the codes of a node and of all below it.
     *
     * @param code its code
     * @return the codes, parents first
     * @throws IllegalArgumentException if there is no such node
     */
    public final List<String> below(String code) {
        List<String> codes = new ArrayList<>(List.of(node(code).code()));
        for (int next = 0; next < codes.size(); next++) {
            children(codes.get(next)).forEach(child -> codes.add(child.code()));
        }
        return codes;
    }

    @Value.Check
    final void check() {
        Require.that(!nodes().isEmpty(), "Framework must have an indicator: 0");
        for (IndicatorNode node : byCode().values()) {
            if (node.parent().isPresent() && !byCode().containsKey(node.parent().get())) {
                throw new IllegalArgumentException("Parent of " + node.code() + " must be in the framework: "
                        + node.parent().get());
            }
        }
        levels();
        for (String parent : byParent().keySet()) {
            Require.that(
                    children(parent).stream().anyMatch(child -> child.weight().signum() > 0),
                    "A child of %s must have a weight above 0",
                    parent);
        }
    }
}
