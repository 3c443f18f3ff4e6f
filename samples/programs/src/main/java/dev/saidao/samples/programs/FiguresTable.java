package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReferencePeriod;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The figures of a dossier as CSV. */
final class FiguresTable {

    private static final List<String> HEADER = List.of(
            "id",
            "article",
            "locator",
            "subject",
            "metric",
            "as_published",
            "value",
            "unit",
            "qualifier",
            "time",
            "status",
            "note",
            "digits",
            "multiplier",
            "low",
            "high",
            "bounds");

    private final DossierReport report;

    FiguresTable(DossierReport report) {
        this.report = report;
    }

    void writeTo(Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(HEADER);
        for (Figure figure : report.dossier().figures()) {
            Optional<PrintedNumber> printed = figure.printed();
            Optional<Bounds> bounds = figure.read(report.reading()).map(quantity -> quantity.bounds());
            csv.writeRecord(
                    figure.id(),
                    figure.source().id(),
                    figure.locator(),
                    figure.subject().name().en(),
                    figure.indicator().name().en(),
                    figure.asPublished().orElse(""),
                    printed.map(number -> number.amount().toPlainString()).orElse(""),
                    printed.map(number -> number.unit().toString()).orElse(""),
                    printed.map(number -> CsvText.code(number.qualifier().name()))
                            .orElse(""),
                    time(figure.period()),
                    CsvText.code(figure.status().name()),
                    figure.note().map(Label::en).orElse(""),
                    printed.map(PrintedNumber::digits).orElse(""),
                    printed.map(number -> CsvText.code(number.multiplier().name()))
                            .orElse(""),
                    bounds.flatMap(Bounds::lower).map(BigDecimal::toPlainString).orElse(""),
                    bounds.flatMap(Bounds::upper).map(BigDecimal::toPlainString).orElse(""),
                    bounds.map(Bounds::toString).orElse(""));
        }
        csv.flush();
    }

    /** The time in the words of the source, or as years; empty if there is neither. */
    private static String time(ReferencePeriod period) {
        boolean undated = period.kind() == ReferencePeriod.Kind.UNDATED;
        return period.stated().orElse(undated ? "" : period.toString());
    }
}
