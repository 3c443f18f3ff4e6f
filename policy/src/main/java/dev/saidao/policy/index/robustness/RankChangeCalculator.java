package dev.saidao.policy.index.robustness;

import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits changes of ranks between two results, such as those of two years, into what data, method and coverage did.
 *
 * <p>Each of the three is taken from the first or from the second result, which makes eight indices. A part is the mean change
 * that the step makes over all orders in which the three can be taken (Shapley 1953), so that parts do not depend on an order
 * and add up.
 *
 * <ul>
 *   <li>Method: framework and recipe.
 *   <li>Coverage: which units there are and which cells have a value.
 *   <li>Data: the value of a cell that both have. One that only one has keeps it, whichever the data.
 * </ul>
 *
 * @since 0.1
 */
public final class RankChangeCalculator {

    private static final RankChangeCalculator DEFAULTS = new RankChangeCalculator();
    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();

    private RankChangeCalculator() {}

    /** {@return the calculator} */
    public static RankChangeCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Splits the changes of ranks.
     *
     * @param before the first result
     * @param after the second result, whose framework has the same index
     * @param code the code of the index
     * @return the changes of the units that have a rank in both, and in the six between, in the order of the first table
     * @throws IllegalArgumentException if there is no such index; as {@link CompositeCalculator#calculate}, for the six between
     */
    public List<RankChange> split(CompositeResult before, CompositeResult after, String code) {
        CompositeResult[][][] results = new CompositeResult[2][2][2];
        List<CompositeResult> both = List.of(before, after);
        for (int data = 0; data < 2; data++) {
            for (int method = 0; method < 2; method++) {
                for (int coverage = 0; coverage < 2; coverage++) {
                    boolean isMixed = data != method || method != coverage;
                    results[data][method][coverage] = isMixed
                            ? mixed(both.get(data), both.get(method), both.get(coverage), before, after)
                            : both.get(data);
                }
            }
        }
        List<RankChange> changes = new ArrayList<>();
        for (String unit : before.units()) {
            if (after.table().hasUnit(unit)) {
                change(unit, results, code).ifPresent(changes::add);
            }
        }
        return List.copyOf(changes);
    }

    private static Optional<RankChange> change(String unit, CompositeResult[][][] results, String code) {
        double[][][] ranks = new double[2][2][2];
        for (int data = 0; data < 2; data++) {
            for (int method = 0; method < 2; method++) {
                for (int coverage = 0; coverage < 2; coverage++) {
                    OptionalDouble rank = results[data][method][coverage].rank(unit, code);
                    if (rank.isEmpty()) {
                        return Optional.empty();
                    }
                    ranks[data][method][coverage] = rank.getAsDouble();
                }
            }
        }
        double data = 0;
        double method = 0;
        double coverage = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                // a step counts twice where the other two stand on the same side: it is the first or the last of both
                // orders
                int orders = i == j ? 2 : 1;
                data += orders * (ranks[1][i][j] - ranks[0][i][j]);
                method += orders * (ranks[i][1][j] - ranks[i][0][j]);
                coverage += orders * (ranks[i][j][1] - ranks[i][j][0]);
            }
        }
        return Optional.of(new RankChange(unit, ranks[0][0][0], ranks[1][1][1], data / 6, method / 6, coverage / 6));
    }

    private static CompositeResult mixed(
            CompositeResult data,
            CompositeResult method,
            CompositeResult coverage,
            CompositeResult before,
            CompositeResult after) {
        Set<String> columns = method.framework().columns();
        IndicatorTable values = data.table();
        IndicatorTable there = coverage.table();
        List<IndicatorTable> both = List.of(before.table(), after.table());
        IndicatorTable.Builder table = IndicatorTable.builder(List.copyOf(columns));
        for (String unit : there.units()) {
            table.unit(unit);
            values(values, unit)
                    .or(() -> values(there, unit))
                    .flatMap(known -> known.group(unit))
                    .ifPresent(group -> table.group(unit, group));
            for (String column : columns) {
                OptionalDouble own = value(values, unit, column);
                OptionalDouble other = both.stream()
                        .map(one -> value(one, unit, column))
                        .flatMapToDouble(OptionalDouble::stream)
                        .findFirst();
                boolean isCovered =
                        there.hasColumn(column) ? value(there, unit, column).isPresent() : other.isPresent();
                if (isCovered) {
                    table.set(unit, column, own.isPresent() ? own.getAsDouble() : other.orElseThrow());
                }
            }
        }
        IndicatorTable built = table.build();
        if (!values.years().isEmpty()) {
            Map<Integer, IndicatorTable> years = new TreeMap<>(values.years());
            built = built.inYear(values.year(), years);
        }
        return COMPOSITE.calculate(method.framework(), built, method.recipe());
    }

    private static Optional<IndicatorTable> values(IndicatorTable table, String unit) {
        return Optional.of(table).filter(known -> known.hasUnit(unit));
    }

    private static OptionalDouble value(IndicatorTable table, String unit, String column) {
        return table.hasUnit(unit) && table.hasColumn(column) ? table.value(unit, column) : OptionalDouble.empty();
    }
}
