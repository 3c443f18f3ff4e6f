package dev.saidao.samples.spark;

import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads pages: a row for each relation between figures that a text states, with its verdict. */
public final class PagesReader implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    /** A relation of a page; {@code refused} says why a page could not be read. */
    public static final StructType RESULT = new StructType()
            .add("page", DataTypes.StringType)
            .add("relation", DataTypes.StringType)
            .add("kind", DataTypes.StringType)
            .add("verdict", DataTypes.StringType)
            .add("text", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("refused", DataTypes.StringType);

    private PagesReader() {}

    /**
     * Reads pages.
     *
     * @param pages with the columns id, published (such as 2026-01-14) and text
     * @return rows of {@link #RESULT}
     */
    public static Dataset<Row> relations(Dataset<Row> pages) {
        return pages.select("id", "published", "text").mapPartitions(new PagesReader(), Encoders.row(RESULT));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        PageReader reader = PageReader.withDefaults();
        return Batches.flatMap(rows, row -> relations(reader, row));
    }

    private static List<Row> relations(PageReader reader, Row row) {
        String id = String.valueOf(row.get(0));
        try {
            if (row.isNullAt(2)) {
                throw new IllegalArgumentException("Text must be there");
            }
            PageReading page = reader.read(row.getString(2), LocalDate.parse(String.valueOf(row.get(1))));
            return page.relations().stream()
                    .map(relation -> row(id, page, relation))
                    .toList();
        } catch (DateTimeException | IllegalArgumentException e) {
            return List.of(RowFactory.create(id, null, null, null, null, null, e.getMessage()));
        }
    }

    private static Row row(String id, PageReading page, ProposedRelation relation) {
        return RowFactory.create(
                id,
                relation.id(),
                relation.kind(),
                relation.verdict().code(),
                page.text().substring(relation.start(), relation.end()),
                relation.reason().en(),
                null);
    }
}
