package dev.saidao.samples.spark;

import dev.saidao.core.json.SaidaoJson;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Computes many composite indices, such as one for each year or each region. An index looks at all its units at once, so that
 * each is computed on one machine, and all of them on many.
 */
public final class Indices implements FlatMapGroupsFunction<String, Row, Row> {

    private static final long serialVersionUID = 1L;

    /** A score of a unit; score and rank are null if there is none, which the status explains. */
    public static final StructType RESULT = new StructType()
            .add("index", DataTypes.StringType)
            .add("unit", DataTypes.StringType)
            .add("code", DataTypes.StringType)
            .add("score", DataTypes.DoubleType)
            .add("rank", DataTypes.DoubleType)
            .add("status", DataTypes.StringType)
            .add("refused", DataTypes.StringType);

    private final String framework;
    private final String recipe;

    private Indices(IndicatorFramework framework, CompositeRecipe recipe) {
        this.framework = SaidaoJson.write(framework);
        this.recipe = SaidaoJson.write(recipe);
    }

    /**
     * Computes indices.
     *
     * @param values with the columns index, unit, indicator and value (null if it is missing)
     * @param framework the indicators and what they are parts of
     * @param recipe the steps
     * @return rows of {@link #RESULT}
     */
    public static Dataset<Row> of(Dataset<Row> values, IndicatorFramework framework, CompositeRecipe recipe) {
        return values.select("index", "unit", "indicator", "value")
                .groupByKey((MapFunction<Row, String>) row -> String.valueOf(row.get(0)), Encoders.STRING())
                .flatMapGroups(new Indices(framework, recipe), Encoders.row(RESULT));
    }

    @Override
    public Iterator<Row> call(String index, Iterator<Row> rows) {
        IndicatorFramework nodes = SaidaoJson.read(framework, IndicatorFramework.class);
        try {
            IndicatorTable table = table(nodes, rows);
            CompositeResult result = CompositeCalculator.withDefaults()
                    .calculate(nodes, table, SaidaoJson.read(recipe, CompositeRecipe.class));
            List<Row> scores = new ArrayList<>();
            for (String unit : result.units()) {
                for (IndicatorNode node : nodes.nodes()) {
                    scores.add(RowFactory.create(
                            index,
                            unit,
                            node.code(),
                            value(result.score(unit, node.code())),
                            value(result.rank(unit, node.code())),
                            result.status(unit, node.code()).code(),
                            null));
                }
            }
            return scores.iterator();
        } catch (IllegalArgumentException e) {
            return List.of(RowFactory.create(index, null, null, null, null, null, e.getMessage()))
                    .iterator();
        }
    }

    /** In the order of the names, since rows come in any. */
    private static IndicatorTable table(IndicatorFramework framework, Iterator<Row> rows) {
        TreeMap<String, TreeMap<String, Double>> units = new TreeMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            TreeMap<String, Double> values = units.computeIfAbsent(row.getString(1), unit -> new TreeMap<>());
            if (!row.isNullAt(3) && values.put(row.getString(2), row.getDouble(3)) != null) {
                throw new IllegalArgumentException(
                        "Value must be given once: " + row.getString(2) + " of " + row.getString(1));
            }
        }
        List<String> columns =
                framework.indicators().stream().map(IndicatorNode::code).toList();
        IndicatorTable.Builder table = IndicatorTable.builder(columns);
        units.forEach((unit, values) -> {
            table.unit(unit);
            values.forEach((indicator, value) -> table.set(unit, indicator, value));
        });
        return table.build();
    }

    @SuppressWarnings("NullAway") // Spark's null
    private static Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
