package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputFile;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Writes what becomes of scores and ranks by other recipes, and without each of the indicators. */
final class IndexComparison {

    private static final CompositeCalculator COMPOSITE = CompositeCalculator.withDefaults();

    private final CompositeResult result;
    private final IndicatorTable table;
    private final Path directory;

    IndexComparison(CompositeResult result, IndicatorTable table, Path directory) {
        this.result = result;
        this.table = table;
        this.directory = directory;
    }

    /** Of the whole index by other recipes, each named by its file. */
    void recipes(Map<String, CompositeRecipe> others) throws IOException {
        Map<String, CompositeResult> results = new LinkedHashMap<>();
        others.forEach((name, recipe) -> results.put(name, COMPOSITE.calculate(result.framework(), table, recipe)));
        write("comparison.csv", "recipe", results);
    }

    /** Without each indicator in turn; an aggregate that has no others left goes with it. */
    void leaveOneOut() throws IOException {
        Map<String, CompositeResult> results = new LinkedHashMap<>();
        for (IndicatorNode indicator : result.framework().indicators()) {
            IndicatorFramework rest = without(indicator.code());
            if (rest.nodes().size() > 1) {
                results.put(indicator.code(), COMPOSITE.calculate(rest, of(rest), result.recipe()));
            }
        }
        write("leave-one-out.csv", "left_out", results);
    }

    private IndicatorFramework without(String code) {
        List<IndicatorNode> kept = new ArrayList<>(result.framework().nodes());
        Set<String> gone = new HashSet<>(Set.of(code));
        Set<String> indicators = new HashSet<>();
        result.framework().indicators().forEach(one -> indicators.add(one.code()));
        while (kept.removeIf(node -> gone.contains(node.code()))) {
            gone.clear();
            Set<String> parents = new HashSet<>();
            kept.forEach(node -> node.parent().ifPresent(parents::add));
            kept.stream()
                    .map(IndicatorNode::code)
                    .filter(one -> !indicators.contains(one) && !parents.contains(one))
                    .forEach(gone::add);
        }
        return IndicatorFramework.of(kept);
    }

    /** The columns that a framework takes. */
    private IndicatorTable of(IndicatorFramework framework) {
        Set<String> needed = new HashSet<>();
        framework.indicators().forEach(indicator -> {
            needed.add(indicator.code());
            indicator.denominator().ifPresent(needed::add);
        });
        return table.select(table.columns().stream().filter(needed::contains).toList());
    }

    private void write(String file, String what, Map<String, CompositeResult> results) throws IOException {
        OutputFile.in(directory, file).write(writer -> {
            writer.write(what + ",unit,code,score,rank,other_score,other_rank,ranks_up\n");
            CsvText csv = new CsvText();
            for (Map.Entry<String, CompositeResult> other : results.entrySet()) {
                Set<String> there = Set.copyOf(other.getValue().units());
                for (IndicatorNode index : result.framework().nodes()) {
                    if (index.parent().isPresent() || !has(other.getValue(), index.code())) {
                        continue;
                    }
                    for (String unit : result.units()) {
                        OptionalDouble rank = result.rank(unit, index.code());
                        boolean isThere = there.contains(unit);
                        OptionalDouble otherRank =
                                isThere ? other.getValue().rank(unit, index.code()) : OptionalDouble.empty();
                        csv.clear().field(other.getKey()).field(unit).field(index.code());
                        number(csv, result.score(unit, index.code()));
                        number(csv, rank);
                        number(csv, isThere ? other.getValue().score(unit, index.code()) : OptionalDouble.empty());
                        number(csv, otherRank);
                        csv.number(rank.orElse(Double.NaN) - otherRank.orElse(Double.NaN));
                        writer.write(csv.endRow().toString());
                    }
                }
            }
        });
    }

    private static boolean has(CompositeResult result, String code) {
        return result.framework().nodes().stream().anyMatch(node -> node.code().equals(code));
    }

    private static void number(CsvText csv, OptionalDouble value) {
        csv.number(value.orElse(Double.NaN));
    }
}
