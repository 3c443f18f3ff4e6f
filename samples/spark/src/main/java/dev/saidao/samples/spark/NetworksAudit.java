package dev.saidao.samples.spark;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Audits networks of figures, one dossier each: a row for each relation, judged with all that its dossier says. */
public final class NetworksAudit implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;

    /** A finding; {@code refused} says why a dossier could not be read. */
    public static final StructType RESULT = new StructType()
            .add("dossier", DataTypes.StringType)
            .add("relation", DataTypes.StringType)
            .add("verdict", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("refused", DataTypes.StringType);

    private final String reading;

    private NetworksAudit(ReadingConvention reading) {
        this.reading = SaidaoJson.write(reading);
    }

    /**
     * Audits dossiers.
     *
     * @param dossiers one column, each a dossier as JSON
     * @param reading how printed numbers are read
     * @return rows of {@link #RESULT}
     */
    public static Dataset<Row> findings(Dataset<Row> dossiers, ReadingConvention reading) {
        return dossiers.mapPartitions(new NetworksAudit(reading), Encoders.row(RESULT));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Auditor auditor = Auditor.withDefaults().with(SaidaoJson.read(reading, ReadingConvention.class));
        return Batches.flatMap(rows, row -> {
            try {
                Dossier dossier = SaidaoJson.read(row.isNullAt(0) ? "" : row.getString(0), Dossier.class);
                AuditReport report = auditor.audit(dossier.figures(), dossier.relations());
                return report.findings().stream()
                        .map(finding -> row(dossier.id(), finding))
                        .toList();
            } catch (JsonReadException e) {
                return List.of(RowFactory.create(null, null, null, null, e.getMessage()));
            }
        });
    }

    private static Row row(String dossier, Finding finding) {
        return RowFactory.create(
                dossier,
                finding.relation(),
                finding.verdict().code(),
                finding.reason().en(),
                null);
    }
}
