package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.FigureReader;
import dev.saidao.core.audit.FigureRow;
import dev.saidao.core.audit.RelationReader;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.table.Rows;
import dev.saidao.samples.programs.page.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Audits published numbers: growth claims, or figures with the relations between them. */
@Command(
        name = "audit",
        description = "Finds published numbers that cannot be true together.",
        mixinStandardHelpOptions = true)
final class AuditProgram implements Callable<Integer> {

    /** So many conflicts are told on a terminal; the report for the browser has them all. */
    private static final int MOST_CONFLICTS = 20;

    /** How printed numbers are read. */
    enum Reading {
        strict,
        customary;

        ReadingConvention convention() {
            return this == strict ? ReadingConvention.strict() : ReadingConvention.customary();
        }
    }

    @Parameters(
            descriptionKey = "input",
            arity = "0..1",
            paramLabel = "CLAIMS.csv",
            description = "growth claims: id,unit,start_value,start_year,end_value,end_year,rate,rate_from,rate_to,"
                    + "start_qualifier,end_qualifier,rate_qualifier")
    private @Nullable Path claims;

    @Option(names = "--figures", paramLabel = "FIGURES.csv", description = "id,as_published,unit,qualifier,time,source")
    private @Nullable Path figures;

    @Option(
            names = "--relations",
            paramLabel = "RELATIONS.csv",
            description = "id,kind,members (role=figure-id, separated by ;)")
    private @Nullable Path relations;

    @Option(names = "--reading", description = "strict (printed digits only) or customary", defaultValue = "strict")
    private Reading reading = Reading.strict;

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private PageFile html = new PageFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        boolean network = figures != null && relations != null;
        if ((claims != null) == network || (figures != null) != (relations != null)) {
            throw console.misuse("Input must be CLAIMS.csv, or --figures FIGURES.csv with --relations RELATIONS.csv");
        }
        Output verdicts = out.output(console);
        Optional<OutputFile> page = html.file(console, out.path());
        Output output = page.isPresent() ? verdicts.besideOthers() : verdicts;
        int refused = network ? network(output, page) : claims(output, page);
        return console.status(refused);
    }

    private int claims(Output output, Optional<OutputFile> page) throws IOException {
        CsvInput input = new CsvInput(Objects.requireNonNull(claims), err(), console.language(), ClaimReader.COLUMNS);
        AuditSummary summary = new AuditSummary();
        output.write(writer -> new ClaimsAudit(reading.convention(), console.language(), page.isPresent())
                .run(input, writer, summary));
        if (page.isPresent()) {
            write(
                    page.get(),
                    ClaimsPage.of(
                            summary,
                            reading,
                            input.refused(),
                            console.language().locale()));
        }
        return input.refused();
    }

    private int network(Output output, Optional<OutputFile> page) throws IOException {
        Rows<FigureRow> read = FigureReader.read(Objects.requireNonNull(figures));
        List<Figure> printed = read.values().stream().map(FigureRow::figure).toList();
        Rows<FigureRelation> related = RelationReader.of(printed).read(Objects.requireNonNull(relations));
        read.values()
                .forEach(row -> row.notes()
                        .forEach(
                                note -> err().println(note.in(console.language().locale()))));
        read.failures()
                .forEach(failure -> err().println(failure.in(console.language().locale())));
        related.failures()
                .forEach(failure -> err().println(failure.in(console.language().locale())));
        // the rows themselves are not kept while all figures are audited
        int refused = read.failures().size() + related.failures().size();
        FiguresAudit audit = new FiguresAudit(reading.convention(), console.language());
        audit.take(printed, related.values());
        AuditReport report = audit.audit();
        output.write(writer -> audit.write(report, writer));
        if (page.isPresent()) {
            write(
                    page.get(),
                    AuditPage.of(
                            report,
                            printed,
                            reading,
                            refused,
                            console.language().locale()));
        } else {
            sayConflicts(report);
        }
        if (report.stoppedEarly()) {
            err().println(
                            console.language() == Language.zh
                                    ? "核验提前停止:范围可能不是最窄,矛盾组合可能不全"
                                    : "The audit stopped early: bounds may be wider than they could be, and conflicts missing");
        }
        return refused;
    }

    private void write(OutputFile place, Page page) throws IOException {
        html.write(place, page, console, out.path().isPresent());
    }

    private void sayConflicts(AuditReport report) {
        report.conflicts().stream()
                .limit(MOST_CONFLICTS)
                .map(conflict -> conflict.text().in(console.language().locale()))
                .forEach(err()::println);
        int more = report.conflicts().size() - MOST_CONFLICTS;
        if (more > 0) {
            err().println(console.language().text(more + " more conflicts", "另有 " + more + " 组矛盾"));
        }
    }

    private PrintWriter err() {
        return console.err();
    }
}
