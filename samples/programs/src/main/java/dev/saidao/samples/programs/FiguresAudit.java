package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.DerivedFigure;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.relation.FigureRelation;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Audits a table of figures by a table of relations. */
final class FiguresAudit {

    private static final List<String> OUTPUT =
            List.of("id", "kind", "verdict", "low", "high", "printed", "reason", "repairs", "shares");

    private static final int BATCH = 4_096;

    private final ReadingConvention reading;
    private final Language language;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, FigureRelation> relations = new LinkedHashMap<>();

    FiguresAudit(ReadingConvention reading, Language language) {
        this.reading = reading;
        this.language = language;
    }

    /** Takes the figures and relations that were read. */
    void take(List<Figure> read, List<FigureRelation> related) {
        read.forEach(figure -> figures.put(figure.id(), figure));
        related.forEach(relation -> relations.put(relation.id(), relation));
    }

    AuditReport audit() {
        return Auditor.withDefaults()
                .with(reading)
                .withThreads(Runtime.getRuntime().availableProcessors())
                .audit(figures.values(), relations.values());
    }

    void write(AuditReport report, Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(OUTPUT);
        Map<String, List<Conflict>> conflicts = conflictsByFigure(report);
        List<Finding> findings = report.findings();
        // findings are put into words when they are asked for, which several threads do at a time
        for (int from = 0; from < findings.size(); from += BATCH) {
            List<List<String>> lines = findings.subList(from, Math.min(from + BATCH, findings.size())).parallelStream()
                    .map(finding -> line(finding, conflicts))
                    .toList();
            for (List<String> line : lines) {
                csv.writeRecord(line);
            }
        }
        for (DerivedFigure derived : report.derived()) {
            Bounds bounds = derived.derivation().result().bounds();
            csv.writeRecord(
                    derived.id(),
                    "derived",
                    "",
                    end(bounds.lower()),
                    end(bounds.upper()),
                    "",
                    derived.derivation().formula().expression() + " (" + String.join(", ", derived.relations()) + ")",
                    "",
                    "");
        }
        csv.flush();
    }

    private List<String> line(Finding finding, Map<String, List<Conflict>> conflicts) {
        return List.of(
                finding.relation(),
                Objects.requireNonNull(relations.get(finding.relation())).kind().code(),
                finding.verdict().code(),
                end(finding.implied(), Bounds::lower),
                end(finding.implied(), Bounds::upper),
                finding.judged()
                        .map(figures::get)
                        .flatMap(Figure::printed)
                        .map(number -> number.amount().toPlainString())
                        .orElse(""),
                reason(finding, conflicts),
                finding.repairs().stream().map(Repair::code).collect(Collectors.joining(";")),
                shares(finding));
    }

    /** For each repair the share of the wrong numbers that it would excuse; nothing for one that has no such share. */
    static String shares(Finding finding) {
        return finding.repairs().stream()
                .map(repair -> repair.share().map(BigDecimal::toPlainString).orElse(""))
                .collect(Collectors.joining(";"));
    }

    private String reason(Finding finding, Map<String, List<Conflict>> conflicts) {
        String reason = language.text(finding.reason(language.locale()), finding.weak());
        boolean agrees = finding.verdict().isAgreement();
        String removals = finding.figures().stream()
                .flatMap(figure -> conflicts.getOrDefault(figure, List.of()).stream())
                .distinct()
                .filter(conflict -> !agrees || conflict.witnesses().contains(finding.relation()))
                .flatMap(conflict -> conflict.smallestRemovals().stream())
                .map(set -> String.join(" + ", set))
                .collect(Collectors.joining(language.text(" or ", " 或 ")));
        return removals.isEmpty()
                ? reason
                : reason
                        + (agrees ? language.text("; not with the relations beside it", ";与相邻关系不能同时成立") : "")
                        + (language == Language.zh
                                ? ";去掉 " + removals + " 后其余一致"
                                : "; the rest agrees without " + removals);
    }

    private static Map<String, List<Conflict>> conflictsByFigure(AuditReport report) {
        Map<String, List<Conflict>> result = new LinkedHashMap<>();
        for (Conflict conflict : report.conflicts()) {
            for (String figure : conflict.figures()) {
                result.computeIfAbsent(figure, key -> new ArrayList<>()).add(conflict);
            }
        }
        return result;
    }

    private static String end(Optional<BoundedQuantity> quantity, Function<Bounds, Optional<BigDecimal>> end) {
        return end(quantity.map(BoundedQuantity::bounds).flatMap(end));
    }

    private static String end(Optional<BigDecimal> end) {
        return end.map(CsvText::shown).orElse("");
    }
}
