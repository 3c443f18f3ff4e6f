package dev.saidao.samples.spark;

import dev.saidao.core.figure.ReadingConvention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Audits generated claims in local mode, on one core and on two, and holds the results against those of a plain loop:
 * {@code Main [ROWS [FOLDER]]}.
 */
public final class Main {

    private Main() {}

    /**
     * Runs it.
     *
     * @param arguments the number of rows, 10,000,000 if not given, and the folder for them, {@code target/claims} if not given
     * @throws IOException if a session cannot be ended
     */
    public static void main(String[] arguments) throws IOException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        Path folder =
                Path.of(arguments.length > 1 ? arguments[1] : "target/claims").toAbsolutePath();
        String claims = folder.resolve("claims.parquet").toString();
        try (SparkSession spark = session("local[*]")) {
            generated(spark, rows, 8).write().mode(SaveMode.Overwrite).parquet(claims);
        }
        String first = "";
        for (int cores = 1; cores <= 2; cores++) {
            try (SparkSession spark = session("local[" + cores + "]")) {
                // so that neither pays for the start
                audit(spark, claims, folder.resolve("warm").toString(), Math.min(rows, 100_000));
                String out = folder.resolve("audited-" + cores).toString();
                long begin = System.nanoTime();
                audit(spark, claims, out, rows);
                double seconds = (System.nanoTime() - begin) / 1e9;
                String sum = checksum(spark.read().parquet(out));
                System.out.printf(
                        "%d core%s: %,.0f rows a second; results %s%n",
                        cores, cores == 1 ? "" : "s", rows / seconds, sum);
                first = cores == 1 ? sum : first;
                if (!first.equals(sum)) {
                    throw new IllegalStateException("Results must be the same on one core and on two");
                }
                if (cores == 2) {
                    System.out.println("refused, and kept aside in " + out + "/is_refused=true: "
                            + spark.read()
                                    .parquet(out)
                                    .where("refused is not null")
                                    .count());
                }
            }
        }
        long begin = System.nanoTime();
        String alone = withoutSpark(rows);
        System.out.printf(
                "without Spark, in one thread, claims made up on the way: %,.0f rows a second; results %s%n",
                rows / ((System.nanoTime() - begin) / 1e9), alone);
        if (!alone.equals(first)) {
            throw new IllegalStateException("Results must be the same without Spark");
        }
    }

    /** What is refused goes into a folder of its own; all is computed once. */
    private static void audit(SparkSession spark, String claims, String out, long rows) {
        ClaimsAudit.audited(
                        spark.read().parquet(claims).where("id < 'c" + String.format(Locale.ROOT, "%011d", rows) + "'"),
                        ReadingConvention.withDefaults())
                .withColumn("is_refused", functions.col("refused").isNotNull())
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy("is_refused")
                .parquet(out);
    }

    /** A session on this machine, without pages and ports for others. */
    static SparkSession session(String master) {
        SparkSession spark = SparkSession.builder()
                .master(master)
                .appName("saidao")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "8")
                .getOrCreate();
        SqlFunctions.register(spark);
        return spark;
    }

    /** Generated claims in a number of partitions. */
    static Dataset<Row> generated(SparkSession spark, long rows, int partitions) {
        List<StructField> fields = new ArrayList<>();
        GeneratedClaims.COLUMNS.forEach(
                column -> fields.add(DataTypes.createStructField(column, DataTypes.StringType, false)));
        StructType schema = DataTypes.createStructType(fields);
        MapFunction<Long, Row> made =
                number -> RowFactory.create(GeneratedClaims.row(number).toArray());
        return spark.range(0, rows, 1, partitions).map(made, Encoders.row(schema));
    }

    /** The checksum of results, sorted by their ids. */
    static String checksum(Dataset<Row> results) {
        Checksum sum = new Checksum();
        Iterator<Row> sorted = results.select(
                        "id", "verdict", "convention", "repairs", "implied_rate", "reason", "refused")
                .orderBy("id")
                .toLocalIterator();
        while (sorted.hasNext()) {
            Row row = sorted.next();
            Object[] fields = new Object[row.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = row.get(i);
            }
            sum.add(fields);
        }
        return sum.hex();
    }

    /** The same of a plain loop over the same claims. */
    static String withoutSpark(long rows) {
        Checksum sum = new Checksum();
        ClaimsAudit.Desk desk = new ClaimsAudit.Desk(GeneratedClaims.COLUMNS, ReadingConvention.withDefaults());
        for (long number = 0; number < rows; number++) {
            sum.add(desk.audit(GeneratedClaims.row(number)));
        }
        return sum.hex();
    }
}
