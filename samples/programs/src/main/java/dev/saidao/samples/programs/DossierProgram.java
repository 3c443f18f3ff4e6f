package dev.saidao.samples.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.DerivedFigure;
import dev.saidao.core.audit.FigureRelation;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.measure.Instrument;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.policy.measure.Stage;
import dev.saidao.policy.talent.TalentTier;
import dev.saidao.samples.programs.DossierReport.TrackReport;
import dev.saidao.samples.programs.DossierReport.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job: what a dossier says, and what follows from it. */
@Command(
        name = "dossier",
        description = "Prints the figures of a dossier and what follows from them. 列出卷宗中的数字及由此推出的结果。",
        mixinStandardHelpOptions = true)
final class DossierProgram implements Callable<Integer> {

    private static final List<String> CSV_HEADER = List.of(
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

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.json",
            description = "a dossier, or a dossier.json written before; the newest embedded one if absent")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where to write dossier.json, figures.csv and index.html")
    private @Nullable Path out;

    @Option(names = "--lang", description = "en or zh", defaultValue = "en")
    private Language language = Language.en;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<OutputFile> files = outputs();
        DossierReport report = new DossierReport(dossier(), ReadingConvention.withDefaults());
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        print(report, terminal);
        if (!files.isEmpty()) {
            JsonReport json = JsonReport.of(report);
            files.get(0).write(writer -> writer.write(SaidaoJson.write(json)));
            files.get(1).write(writer -> figures(report, writer));
            files.get(2).write(writer -> new DossierPage(report).writeTo(writer));
            terminal.println(text("Written: ", "已写出:")
                    + files.stream().map(file -> file.path().toString()).collect(Collectors.joining(", ")));
        }
        return Main.DONE;
    }

    private List<OutputFile> outputs() throws IOException {
        List<OutputFile> files = new ArrayList<>();
        if (out != null) {
            for (String name : List.of("dossier.json", "figures.csv", "index.html")) {
                files.add(OutputFile.in(out, name));
            }
        }
        return files;
    }

    /**
     * What stands in {@code dossier.json}: the dossier, and every value that follows with its derivation. What is empty is written
     * too, so that a report can be read again.
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record JsonReport(
            String format,
            String id,
            Label title,
            ReadingConvention reading,
            List<Source> sources,
            List<Subject> subjects,
            List<Indicator> indicators,
            List<Track> tracks,
            List<Figure> figures,
            List<FigureRelation> relations,
            List<Value> derived,
            AuditReport audit,
            List<ComparisonReport> comparison,
            List<FanReport> fans,
            List<PolicyDossier> policy,
            List<PolicyReport.Study> studies) {

        static final String FORMAT = "saidao-dossier-report/1";

        static JsonReport of(DossierReport report) {
            Dossier dossier = report.dossier();
            return new JsonReport(
                    FORMAT,
                    dossier.id(),
                    dossier.title(),
                    report.reading(),
                    dossier.sources(),
                    dossier.subjects(),
                    dossier.indicators(),
                    dossier.tracks(),
                    dossier.figures(),
                    dossier.relations(),
                    report.allValues(),
                    report.audit(),
                    report.comparison().stream().toList(),
                    dossier.tracks().isEmpty() ? List.of() : List.of(report.fans()),
                    report.policy().policy().stream().toList(),
                    report.policy().studies());
        }

        /** The dossier that was reported on. */
        Dossier dossier() {
            return Dossier.builder()
                    .format(Dossier.FORMAT)
                    .id(id)
                    .title(title)
                    .addAllSources(sources)
                    .addAllSubjects(subjects)
                    .addAllIndicators(indicators)
                    .addAllTracks(tracks)
                    .addAllFigures(figures)
                    .addAllRelations(relations)
                    .build();
        }
    }

    private Dossier dossier() throws IOException {
        if (file == null) {
            return Dossiers.latest();
        }
        return isReport(file) ? JsonInput.read(file, JsonReport.class).dossier() : JsonInput.read(file, Dossier.class);
    }

    /** Whether a file is what this program wrote before; such a file says so at its beginning. */
    private static boolean isReport(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(200), StandardCharsets.UTF_8).contains('"' + JsonReport.FORMAT + '"');
        }
    }

    // ---- the terminal ----

    private void print(DossierReport report, PrintWriter terminal) {
        Locale locale = language.locale();
        DisplayFormat numbers = DisplayFormat.of(locale);
        terminal.println(report.dossier().title().in(locale));
        terminal.println();
        if (!report.dossier().tracks().isEmpty()) {
            terminal.println(text("Tracks", "赛道"));
            TextTable table =
                    new TextTable().row("#", text("track", "赛道"), text("published", "公布"), text("what follows", "可推出"));
            for (TrackReport track : report.tracks()) {
                track(track, numbers, table);
            }
            terminal.println(table);
            report.comparison().ifPresent(comparison -> comparison(comparison, terminal));
        }
        for (TrackReport track : report.tracks()) {
            track.path()
                    .filter(path -> path.rows().stream()
                            .anyMatch(row ->
                                    row.derivation().isPresent() && row.size().isInformative()))
                    .ifPresent(path -> path(path, numbers, terminal));
        }
        if (!report.dossier().tracks().isEmpty()) {
            fans(report.fans(), terminal);
        }
        values(text("Talent", "人才"), report.talent(), numbers, terminal);
        report.pyramid().ifPresent(pyramid -> {
            terminal.println("  " + text("pyramid of the targets for ", "目标金字塔,") + pyramid.year() + text(": ", "年:")
                    + pyramid.proportion());
            TextTable tiers = new TextTable();
            for (TalentTier tier : pyramid.pyramid().tiers()) {
                tiers.row(
                        "",
                        tier.name().in(locale),
                        numbers.format(tier.headcount().value()));
            }
            terminal.println(tiers);
        });
        studies(report.policy().studies(), numbers, terminal);
        report.policy().policy().ifPresent(policy -> measures(policy, terminal));
        values(text("Parks", "园区"), report.parks(), numbers, terminal);
        audit(report, terminal);
        terminal.println(text(
                "≈ rounded for display; [ ] bounds: what the printed digits allow.", "≈ 为显示而取整;[ ] 为印出的数字所容许的范围。"));
    }

    /** How little of the table of tracks and indicators is filled, and so what is known of their order. */
    private void comparison(ComparisonReport comparison, PrintWriter terminal) {
        Locale locale = language.locale();
        int tracks = comparison.tracks().size();
        terminal.println(text("Tracks compared", "赛道比较"));
        TextTable table =
                new TextTable().row(text("indicator", "指标"), text("tracks", "赛道数"), text("comparable", "可比性"));
        for (ComparisonReport.IndicatorRow row : comparison.indicators()) {
            table.row(
                    row.name().in(locale),
                    row.tracks() + text(" of ", " / ") + tracks,
                    row.comparable().in(locale));
        }
        terminal.println(table);
        terminal.println(text("  cells with a figure: ", "  有数字的单元格:")
                + comparison.filled()
                + text(" of ", " / ")
                + comparison.cells());
        TextTable bounds = new TextTable()
                .row(
                        "",
                        text("track", "赛道"),
                        text("cells", "单元格"),
                        text("score, 0 to 1", "得分(0 至 1)"),
                        text("rank", "名次"));
        for (ComparisonReport.TrackRow row : comparison.tracks()) {
            bounds.row(
                    String.valueOf(row.number()),
                    row.name().in(locale),
                    row.cells() + text(" of ", " / ") + comparison.indicators().size(),
                    shortened(row.lowestScore()) + " – " + shortened(row.highestScore()),
                    row.bestRank() + " – " + row.worstRank());
        }
        terminal.println(bounds);
        terminal.println("  " + comparison.conclusion().in(locale));
        terminal.println();
    }

    /** What the printed digits leave open over the years, and where there is nothing to forecast from. */
    private void fans(FanReport fans, PrintWriter terminal) {
        Locale locale = language.locale();
        for (FanReport.Fan fan : fans.fans()) {
            terminal.println(text("Fan of ", "扇形图:")
                    + fan.name().in(locale)
                    + text(
                            " (median, 5% to 95%; all numbers within the printed digits as likely, one rate in all years)",
                            "(中位数,5%—95%;印出位数所容许的数值等可能,各年增长率相同)"));
            TextTable table = new TextTable();
            for (FanReport.Row row : fan.rows()) {
                table.row(
                        String.valueOf(row.year()),
                        row.shown(Unit.parse(fan.unit())).in(locale));
            }
            terminal.println(table);
        }
        TextTable without = new TextTable();
        for (FanReport.Without one : fans.without()) {
            without.row(
                    one.name().in(locale), text("no fan: ", "无扇形图:") + one.why().in(locale));
        }
        terminal.println(without);
        terminal.println("  " + fans.series().in(locale));
        terminal.println();
    }

    private static String shortened(double score) {
        return BigDecimal.valueOf(score)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What it takes to reach the targets: the stock to expect, what is needed, and how likely it is with nobody there before. */
    private void studies(List<PolicyReport.Study> studies, DisplayFormat numbers, PrintWriter terminal) {
        if (studies.isEmpty()) {
            return;
        }
        Locale locale = language.locale();
        terminal.println(text(
                "What the targets take (losses a year are assumptions, no source gives any; nobody there before)",
                "实现目标所需条件(年减员率为假设,来源未给出;期初为零)"));
        TextTable table = new TextTable()
                .row(
                        text("target", "目标"),
                        text("rounds", "轮次"),
                        text("loss", "减员"),
                        text("expected", "期望"),
                        text("opening needed", "所需期初"),
                        text("round needed", "所需每轮"),
                        text("or a year", "或每年"),
                        text("probability", "概率"),
                        text("opening for 90%", "九成把握所需期初"));
        for (PolicyReport.Study study : studies) {
            table.row(
                    study.target().in(locale),
                    String.valueOf(study.rounds()),
                    study.loss().movePointRight(2).toPlainString() + "%",
                    point(study, "expected", numbers),
                    point(study, "opening", numbers),
                    point(study, "round-size", numbers),
                    point(study, "intake", numbers),
                    study.chances().isEmpty()
                            ? "-"
                            : study.chances().get(study.chances().size() - 1).shown(),
                    study.openingForLikely().isEmpty()
                            ? "-"
                            : String.valueOf(study.openingForLikely().get(0)));
        }
        terminal.println(table);
        terminal.println("  " + PolicyReport.NO_STATUS.in(locale));
        terminal.println();
    }

    private static String point(PolicyReport.Study study, String what, DisplayFormat numbers) {
        return study.values().stream()
                .filter(value -> value.id().equals(study.id() + "." + what))
                .map(value -> value.derivation().result())
                .map(result -> result.pointQuantity()
                        .map(quantity -> CsvText.brief(quantity.value()))
                        .orElseGet(() -> numbers.format(result)))
                .findFirst()
                .orElse("-");
    }

    private void measures(PolicyDossier policy, PrintWriter terminal) {
        Locale locale = language.locale();
        terminal.println(text("Measures by stage", "各环节措施"));
        TextTable table = new TextTable();
        for (Stage stage : Stage.values()) {
            for (Instrument instrument : Instrument.values()) {
                for (PolicyMeasure measure : policy.measures(stage, instrument)) {
                    table.row(
                            "",
                            stage.text().in(locale),
                            instrument.text().in(locale),
                            measure.name().in(locale),
                            measure.rule()
                                    .map(rule -> text("grants ", "授予:")
                                            + rule.grants().stream()
                                                    .map(grant -> grant.in(locale))
                                                    .collect(Collectors.joining(text(" and ", "、"))))
                                    .orElse(""));
                }
            }
        }
        terminal.println(table);
    }

    /** What agrees and what does not: contradictions with their repairs, then the others by a line each. */
    private void audit(DossierReport report, PrintWriter terminal) {
        AuditReport audit = report.audit();
        if (audit.findings().isEmpty()) {
            return;
        }
        Locale locale = language.locale();
        terminal.println(text("Audit", "核验"));
        terminal.println("  "
                + audit.counts().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry ->
                                entry.getValue() + " " + entry.getKey().text().in(locale))
                        .collect(Collectors.joining(text(", ", ",")))
                + text(" (strict reading)", "(严格读法)"));
        for (Finding finding : AuditPage.worstFirst(audit.findings())) {
            terminal.println("  " + AuditPage.sign(finding.verdict()) + " "
                    + finding.title().in(locale));
            boolean plain =
                    finding.verdict() == Verdict.AGREES && finding.weak().isEmpty();
            if (!plain) {
                terminal.println("      " + finding.reason().in(locale));
            }
            for (Repair repair : finding.repairs()) {
                terminal.println("      " + text("agrees if: ", "若如下则一致:")
                        + repair.text().in(locale) + " [" + repair.code() + "]");
            }
            Verdict kind = report.customaryAudit().finding(finding.relation()).verdict();
            if (kind != finding.verdict()) {
                terminal.println(
                        "      " + text("read kindly: ", "按惯例读:") + kind.text().in(locale));
            }
        }
        for (Conflict conflict : audit.conflicts()) {
            terminal.println("  " + String.join(", ", conflict.figures())
                    + text(" cannot all be true; the rest agrees without ", " 不能同时成立;去掉以下数字后其余一致:")
                    + conflict.smallestRemovals().stream()
                            .map(set -> String.join(" + ", set))
                            .collect(Collectors.joining(text(" or ", " 或 "))));
        }
        for (DerivedFigure derived : audit.derived()) {
            terminal.println("  " + derived.id() + ": "
                    + DisplayFormat.of(locale).format(derived.derivation().result()) + " ("
                    + String.join(", ", derived.relations()) + ")");
        }
        terminal.println();
    }

    private void track(TrackReport report, DisplayFormat numbers, TextTable table) {
        Locale locale = language.locale();
        List<String> published = report.figures().stream()
                .filter(DossierProgram::isQuantity)
                .map(figure -> figure.asPublished().orElse("") + " ("
                        + figure.period().label().in(locale) + ")")
                .toList();
        List<String> follows =
                report.values().stream().map(value -> line(value, numbers)).collect(Collectors.toList());
        if (follows.isEmpty()) {
            follows.add(
                    published.isEmpty()
                            ? text("no amount or rate is given", "未给出规模或增长率")
                            : text("one size alone: no path follows", "仅有一个规模,推不出路径"));
        }
        for (int i = 0; i < Math.max(1, Math.max(published.size(), follows.size())); i++) {
            table.row(
                    i == 0 ? String.valueOf(report.track().number()) : "",
                    i == 0 ? report.track().subject().name().in(locale) : "",
                    i < published.size() ? published.get(i) : "",
                    i < follows.size() ? follows.get(i) : "");
        }
    }

    /** Whether a figure is an amount or a rate, not a mere enumeration. */
    static boolean isQuantity(Figure figure) {
        return figure.printed()
                .filter(number -> switch (number.unit().kind()) {
                    case MONEY, GROWTH_RATE, SHARE, DENSITY, PHYSICAL, NUMBER -> true;
                    case COUNT, PERCENTAGE_POINTS, MULTIPLE, YEARS, CALENDAR_YEAR -> false;
                })
                .isPresent();
    }

    private String line(Value value, DisplayFormat numbers) {
        String remarks = value.derivation().remarks().stream()
                .map(remark -> " - " + remark.in(language.locale()))
                .collect(Collectors.joining());
        return value.what().in(language.locale()) + ": "
                + numbers.format(value.derivation().result()) + remarks;
    }

    private void path(Projection path, DisplayFormat numbers, PrintWriter terminal) {
        terminal.println(text("Path of ", "路径:") + path.name().in(language.locale()));
        TextTable table =
                new TextTable().row(text("year", "年份"), text("size", "规模"), text("bounds", "范围"), text("basis", "依据"));
        for (Projection.Row row : path.rows()) {
            table.row(
                    String.valueOf(row.year()),
                    row.size().pointQuantity().map(numbers::format).orElse("-"),
                    numbers.format(row.size().bounds(), row.size().unit()),
                    basis(row.basis()).in(language.locale()));
        }
        terminal.println(table);
    }

    static Label basis(Projection.Basis basis) {
        return switch (basis) {
            case PUBLISHED -> Label.of("published", "公布");
            case INTERPOLATED -> Label.of("interpolated", "插值");
            case COMPOUNDED -> Label.of("compounded", "复合推算");
        };
    }

    private void values(String title, List<Value> values, DisplayFormat numbers, PrintWriter terminal) {
        if (!values.isEmpty()) {
            terminal.println(title);
            values.forEach(value -> terminal.println("  " + line(value, numbers)));
            terminal.println();
        }
    }

    private String text(String en, String zh) {
        return language.text(en, zh);
    }

    // ---- figures.csv ----

    private static void figures(DossierReport report, Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(CSV_HEADER);
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
                    printed.map(number -> lower(number.qualifier())).orElse(""),
                    time(figure.period()),
                    lower(figure.status()),
                    figure.note().map(Label::en).orElse(""),
                    printed.map(PrintedNumber::digits).orElse(""),
                    printed.map(number -> lower(number.multiplier())).orElse(""),
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

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
