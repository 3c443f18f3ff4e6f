package dev.saidao.samples.spark;

import dev.saidao.core.table.Failure;
import dev.saidao.core.table.StatisticalTable;
import dev.saidao.core.table.TableException;
import dev.saidao.core.table.TableObservation;
import dev.saidao.core.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads statistical tables, one file each: a row for each observation. A table as a whole is read on one machine. */
public final class TablesReader implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    /** An observation; {@code refused} says what could not be read of a file, a row or a cell. */
    public static final StructType RESULT = new StructType()
            .add("file", DataTypes.StringType)
            .add("series", DataTypes.StringType)
            .add("unit", DataTypes.StringType)
            .add("time", DataTypes.StringType)
            .add("amount", DataTypes.StringType)
            .add("status", DataTypes.StringType)
            .add("refused", DataTypes.StringType);

    private TablesReader() {}

    /**
     * Reads tables.
     *
     * @param files what {@code spark.read().format("binaryFile").load(folder)} gives: columns path and content among others
     * @return rows of {@link #RESULT}
     */
    public static Dataset<Row> observations(Dataset<Row> files) {
        return files.select("path", "content").mapPartitions(new TablesReader(), Encoders.row(RESULT));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        TableReader reader = TableReader.withDefaults();
        return Batches.flatMap(rows, row -> read(reader, row.getString(0), row.getAs(1)));
    }

    /** The reader takes a file, by whose name it tells sheets from texts. */
    private static List<Row> read(TableReader reader, String path, byte[] content) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            Path copy =
                    Files.createTempFile("table", name.contains(".") ? name.substring(name.lastIndexOf('.')) : ".csv");
            try {
                Files.write(copy, content);
                return rows(name, reader.read(copy));
            } catch (TableException e) {
                return List.of(refused(name, e.rule().en().replace(copy.toString(), name)));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            // of this machine, and not of the table: to be tried again elsewhere
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(String file, StatisticalTable table) {
        List<Row> rows = new ArrayList<>();
        for (TableObservation observation : table.observations()) {
            rows.add(RowFactory.create(
                    file,
                    observation.series().name(),
                    observation.series().unit(),
                    observation.time(),
                    observation.amount().map(BigDecimal::toPlainString).orElse(null),
                    observation.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    null));
        }
        for (Failure failure : table.failures()) {
            rows.add(refused(file, failure.line() + ": " + failure.rule().en()));
        }
        return rows;
    }

    private static Row refused(String file, String why) {
        return RowFactory.create(file, null, null, null, null, null, why);
    }
}
