package dev.saidao.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.table.TableReader;
import dev.saidao.forecasting.series.AnnualSeries;
import dev.saidao.forecasting.series.ForecastCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library says on Spark is what it says without. */
class SparkTest {

    private static final int ROWS = 100_000;
    private static final String PAGE = "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。";

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Main.session("local[2]");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Dataset<Row> claims(int partitions) {
        return ClaimsAudit.audited(Main.generated(spark, ROWS, partitions), ReadingConvention.withDefaults());
    }

    @Test
    void claims_areJudgedAlike_howeverTheyAreParted() {
        String alone = Main.withoutSpark(ROWS);

        for (int partitions : new int[] {1, 3, 7}) {
            assertThat(Main.checksum(claims(partitions)))
                    .as("%d partitions", partitions)
                    .isEqualTo(alone);
        }
        // parted by what they are of, and not by their order
        Dataset<Row> byUnit = Main.generated(spark, ROWS, 3).repartition(5, functions.col("unit"));
        assertThat(Main.checksum(ClaimsAudit.audited(byUnit, ReadingConvention.withDefaults())))
                .isEqualTo(alone);
    }

    /** One in a thousand was made unreadable; a tenth was made ten times too large. */
    @Test
    void claims_badRowsGoAside(@TempDir Path folder) {
        String out = folder.resolve("out").toString();
        claims(3)
                .withColumn("is_refused", functions.col("refused").isNotNull())
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy("is_refused")
                .parquet(out);

        Dataset<Row> refused = spark.read().parquet(out + "/is_refused=true");
        Dataset<Row> audited = spark.read().parquet(out + "/is_refused=false");
        assertThat(refused.count()).isBetween(50L, 200L);
        assertThat(refused.where("refused like 'start_value: %not known%'").count())
                .isEqualTo(refused.count());
        assertThat(audited.count() + refused.count()).isEqualTo(ROWS);
        assertThat(audited.where("repairs like '%end/10%'").count()).isGreaterThan(ROWS / 20);
    }

    @Test
    void claims_ofCsv_withOtherReadings(@TempDir Path folder) {
        String file = folder.resolve("claims.csv").toString();
        Main.generated(spark, 1_000, 2).write().option("header", true).csv(file);
        Dataset<Row> claims = spark.read().option("header", true).csv(file);

        assertThat(Main.checksum(ClaimsAudit.audited(claims, ReadingConvention.withDefaults())))
                .isEqualTo(Main.withoutSpark(1_000));
        assertThat(ClaimsAudit.audited(claims, ReadingConvention.customary()).count())
                .isEqualTo(1_000);
    }

    @Test
    void sql_judgesAndParses() {
        // 10 × 1.3³ = 21.97
        Row row = spark.sql("""
                        select saidao_growth_verdict('CNY bn', '10', '2021', '21.97', '2024', '30%'),
                            saidao_growth_verdict('CNY bn', '10', '2021', '219.7', '2024', '30%'),
                            saidao_growth_verdict('CNY bn', 'much', '2021', '219.7', '2024', '30%'),
                            saidao_growth_verdict('CNY bn', null, '2021', '219.7', '2024', '30%'),
                            saidao_parse('超2388亿元').value, saidao_parse('2388亿元').bounds,
                            saidao_parse('much').problem, saidao_parse(null)""").first();

        assertThat(row.getString(0)).isEqualTo("agrees");
        assertThat(row.getString(1)).isEqualTo("contradicts");
        assertThat(row.getString(2)).isEqualTo("refused");
        assertThat(row.isNullAt(3)).isTrue();
        assertThat(row.getString(4)).isEqualTo("238800000000");
        assertThat(row.getString(5)).contains("238750000000", "238850000000");
        assertThat(row.getString(6)).contains("much");
        assertThat(row.isNullAt(7)).isTrue();
    }

    @Test
    void pages_areRead() {
        StructType schema = new StructType()
                .add("id", DataTypes.StringType)
                .add("published", DataTypes.StringType)
                .add("text", DataTypes.StringType);
        Dataset<Row> pages = spark.createDataFrame(
                List.of(
                        RowFactory.create("good", "2026-01-14", PAGE),
                        RowFactory.create("bad", "yesterday", PAGE),
                        RowFactory.create("none", "2026-01-14", null)),
                schema);

        Dataset<Row> relations = PagesReader.relations(pages);
        // (98/52)^(1/4) - 1 = 17.2%
        assertThat(relations.where("page = 'good'").first().<String>getAs("verdict"))
                .isEqualTo("contradicts");
        assertThat(relations.where("refused is not null").count()).isEqualTo(2);
    }

    @Test
    void networks_areAudited() {
        Dossier dossier = Dossiers.latest();
        Dataset<Row> dossiers = spark.createDataFrame(
                        List.of(RowFactory.create(SaidaoJson.write(dossier)), RowFactory.create("{}")),
                        new StructType().add("json", DataTypes.StringType))
                .repartition(2);
        var alone = Auditor.withDefaults().audit(dossier.figures(), dossier.relations());

        Dataset<Row> findings = NetworksAudit.findings(dossiers, ReadingConvention.withDefaults());
        assertThat(findings.where("refused is null").collectAsList())
                .extracting(row -> row.<String>getAs("relation") + " " + row.<String>getAs("verdict"))
                .containsExactlyElementsOf(alone.findings().stream()
                        .map(finding ->
                                finding.relation() + " " + finding.verdict().code())
                        .toList());
        assertThat(findings.where("refused is not null").count()).isEqualTo(1);
    }

    @Test
    void series_areForecast() {
        StructType schema = new StructType()
                .add("id", DataTypes.StringType)
                .add("first_year", DataTypes.IntegerType)
                .add("values", DataTypes.createArrayType(DataTypes.DoubleType));
        Dataset<Row> series = spark.createDataFrame(
                List.of(
                        RowFactory.create("a", 2021, new Double[] {10.0, 13.0, 16.9, 22.0, 28.4}),
                        RowFactory.create("b", 2021, new Double[] {})),
                schema);
        var alone = ForecastCalculator.withDefaults().forecast(AnnualSeries.of(2021, 10, 13, 16.9, 22, 28.4), 2);

        List<Row> years = Forecasts.of(series, 2).orderBy("id", "year").collectAsList();
        assertThat(years).hasSize(3);
        assertThat(years.get(0).<Double>getAs("point")).isEqualTo(alone.point(2026));
        assertThat(years.get(1).<Double>getAs("high"))
                .isEqualTo(alone.interval(2027, 0.95).high());
        assertThat(years.get(2).<String>getAs("refused")).isNotEmpty();
    }

    @Test
    void tables_areRead() throws IOException {
        Path data = Path.of("..", "data", "table.csv").toRealPath();
        var alone = TableReader.withDefaults().read(data);
        Dataset<Row> files = spark.read().format("binaryFile").load(data.toString());

        List<Row> rows =
                TablesReader.observations(files).where("refused is null").collectAsList();
        assertThat(rows)
                .extracting(row -> row.<String>getAs("series") + " " + row.<String>getAs("time") + " "
                        + row.<String>getAs("amount"))
                .containsExactlyElementsOf(alone.observations().stream()
                        .map(observation -> observation.series().name() + " " + observation.time() + " "
                                + observation
                                        .amount()
                                        .map(BigDecimal::toPlainString)
                                        .orElse(null))
                        .toList())
                .isNotEmpty();
    }

    /** Two indicators on a scale from 0 to 100, of equal weight: the unit that is best in both has 100. */
    @Test
    void indices_areComputed_oneForEachYear() {
        IndicatorFramework framework = IndicatorFramework.of(List.of(
                IndicatorNode.builder().code("index").build(),
                IndicatorNode.builder().code("x").parent("index").build(),
                IndicatorNode.builder().code("y").parent("index").build()));
        StructType schema = new StructType()
                .add("index", DataTypes.StringType)
                .add("unit", DataTypes.StringType)
                .add("indicator", DataTypes.StringType)
                .add("value", DataTypes.DoubleType);
        List<Row> values = new ArrayList<>();
        for (String year : List.of("2025", "2026")) {
            for (int unit = 0; unit < 5; unit++) {
                int place = year.equals("2025") ? unit : 4 - unit;
                values.add(RowFactory.create(year, "u" + unit, "x", 1.0 + place));
                values.add(RowFactory.create(year, "u" + unit, "y", 10.0 * place));
            }
        }
        values.add(RowFactory.create("2027", "u0", "z", 1.0));
        Dataset<Row> table = spark.createDataFrame(values, schema);

        List<Row> once = sorted(Indices.of(table.repartition(1), framework, CompositeRecipe.withDefaults()));
        assertThat(sorted(Indices.of(table.repartition(7), framework, CompositeRecipe.withDefaults())))
                .isEqualTo(once);
        assertThat(once)
                .filteredOn(row ->
                        "index".equals(row.getAs("code")) && Double.valueOf(1).equals(row.getAs("rank")))
                .extracting(row -> row.<String>getAs("index") + " " + row.<String>getAs("unit"))
                .containsExactly("2025 u4", "2026 u0");
        assertThat(once).filteredOn(row -> row.getAs("refused") != null).hasSize(1);
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy("index", "unit", "code").collectAsList();
    }

    /** What travels holds no object of the library, which is built where the rows are. */
    @Test
    void functions_travel() throws Exception {
        MapPartitionsFunction<Row, Row> sent = new ClaimsAudit(GeneratedClaims.COLUMNS, ReadingConvention.customary());
        MapPartitionsFunction<Row, Row> received = copied(sent);
        List<Row> rows = List.of(RowFactory.create(GeneratedClaims.row(1).toArray()));

        assertThat(received.call(rows.iterator()).next())
                .isEqualTo(sent.call(rows.iterator()).next());
        assertThat(copied(new SqlFunctions.GrowthVerdict()).call("CNY bn", "10", "2021", "21.97", "2024", "30%"))
                .isEqualTo("agrees");
        assertThat(copied(new SqlFunctions.Parse()).call("5 persons")).isNotNull();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copied(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
