package dev.saidao.samples.spark;

import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.ClaimRow;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.RankedChange;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.relation.Change;
import dev.saidao.core.table.RowException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Audits growth claims, partition by partition. The function that travels to the machines holds texts only; what the library
 * needs is built there, once for each partition. A verdict rests on its row alone, so that it is the same however the rows are
 * parted.
 */
public final class ClaimsAudit implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    /** What becomes of a claim; {@code refused} says why a row could not be read, and is null for all others. */
    public static final StructType RESULT = new StructType()
            .add("id", DataTypes.StringType)
            .add("verdict", DataTypes.StringType)
            .add("convention", DataTypes.StringType)
            .add("repairs", DataTypes.StringType)
            .add("implied_rate", DataTypes.DoubleType)
            .add("reason", DataTypes.StringType)
            .add("refused", DataTypes.StringType);

    private final ArrayList<String> columns;
    private final String reading;

    ClaimsAudit(List<String> columns, ReadingConvention reading) {
        this.columns = new ArrayList<>(columns);
        this.reading = SaidaoJson.write(reading);
    }

    /**
     * Audits claims. Where many are written, write them partitioned by whether they were refused, which computes them once.
     *
     * @param claims texts as printed, with the columns of a claims file: id, unit, start_value, start_year, …
     * @param reading how printed numbers are read
     * @return a row of {@link #RESULT} for each claim
     */
    public static Dataset<Row> audited(Dataset<Row> claims, ReadingConvention reading) {
        return claims.mapPartitions(new ClaimsAudit(List.of(claims.columns()), reading), Encoders.row(RESULT));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Desk desk = new Desk(columns, SaidaoJson.read(reading, ReadingConvention.class));
        return Batches.map(rows, row -> {
            List<String> fields = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                fields.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)));
            }
            return RowFactory.create(desk.audit(fields));
        });
    }

    /** What one thread audits with, on Spark or without it. */
    static final class Desk {

        private final List<String> columns;
        private final int id;
        private final ClaimReader reader;
        private final GrowthClaimAuditor auditor = GrowthClaimAuditor.withDefaults();

        Desk(List<String> columns, ReadingConvention reading) {
            this.columns = columns;
            this.id = columns.indexOf("id");
            this.reader = ClaimReader.of(columns, reading);
        }

        /** The fields of a row of {@link #RESULT}. */
        @Nullable Object[] audit(List<String> fields) {
            String named = id < 0 ? "" : fields.get(id);
            try {
                ClaimRow row = reader.parse(dev.saidao.core.table.Row.of(columns, fields));
                Optional<GrowthClaim> claim = row.claim();
                return claim.isPresent()
                        ? audited(named, auditor.audit(claim.get()))
                        : new @Nullable Object[] {named, "not-checkable", "", "", null, obstacle(row), null};
            } catch (RowException e) {
                return new @Nullable Object[] {
                    named,
                    null,
                    null,
                    null,
                    null,
                    null,
                    e.column() + ": " + e.rule().en()
                };
            }
        }

        private static @Nullable Object[] audited(String id, ClaimOutcome outcome) {
            return new @Nullable Object[] {
                id,
                outcome.verdict().code(),
                outcome.convention().map(Change::code).orElse(""),
                outcome.repairs().stream().map(RankedChange::code).collect(Collectors.joining(";")),
                Double.isNaN(outcome.impliedRate()) ? null : (Double) outcome.impliedRate(),
                outcome.reason(Locale.ENGLISH),
                null
            };
        }

        private static String obstacle(ClaimRow row) {
            return row.apart()
                    .map(label -> label.en())
                    .orElseGet(() -> row.missing().isEmpty()
                            ? "the years have no step"
                            : "missing: " + String.join(", ", row.missing()));
        }
    }
}
