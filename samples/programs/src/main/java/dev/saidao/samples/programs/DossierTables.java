package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.DerivedFigure;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.text.DisplayFormat;
import dev.saidao.forecasting.dossier.MarketFan;
import dev.saidao.forecasting.dossier.TrackFans;
import dev.saidao.forecasting.dossier.TrackOutlook;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.policy.dossier.ComparisonSummary;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.dossier.TalentOutlook;
import dev.saidao.policy.dossier.TargetPyramid;
import dev.saidao.policy.dossier.TargetStudy;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.policy.talent.TalentTier;
import dev.saidao.samples.programs.page.Kit;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a dossier says and what follows from it, as tables for a terminal. */
final class DossierTables {

    private static final BigDecimal HARDLY = new BigDecimal("0.000000001");

    private final DossierReport report;
    private final Language language;
    private final Locale locale;
    private final DisplayFormat numbers;
    private final PrintWriter terminal;

    DossierTables(DossierReport report, Language language, PrintWriter terminal) {
        this.report = report;
        this.language = language;
        this.locale = language.locale();
        this.numbers = DisplayFormat.of(locale);
        this.terminal = terminal;
    }

    void print() {
        terminal.println(in(report.dossier().title()));
        terminal.println();
        new DossierHeadline(report, Kit.of(locale)).sentences().forEach(told -> terminal.println(told.text()));
        terminal.println();
        boolean hasTracks = !report.tracks().isEmpty();
        if (hasTracks) {
            tracks();
            report.comparison().ifPresent(this::comparison);
        }
        report.tracks().stream()
                .filter(TrackOutlook::isPathInformative)
                .forEach(track -> track.path().ifPresent(this::path));
        if (hasTracks) {
            fans(report.fans());
        }
        talent(report.talent());
        report.policy().ifPresent(this::measures);
        conclusions(text("Parks", "园区"), report.parks());
        if (!report.audit().findings().isEmpty()) {
            audit(report.audit());
        }
        terminal.println(text(
                "≈ rounded for display; [ ] bounds: what the printed digits allow.", "≈ 为显示而取整;[ ] 为印出的数字所容许的范围。"));
    }

    // ---- tracks ----

    private void tracks() {
        terminal.println(text("Tracks", "赛道"));
        TextTable table =
                new TextTable().row("#", text("track", "赛道"), text("published", "公布"), text("what follows", "可推出"));
        report.tracks().forEach(track -> track(track, table));
        terminal.println(table);
    }

    private void track(TrackOutlook track, TextTable table) {
        List<String> published = track.figures().stream()
                .filter(DossierTables::isQuantity)
                .map(figure -> figure.asPublished().orElse("") + " ("
                        + in(figure.period().label()) + ")")
                .toList();
        List<String> follows = new ArrayList<>();
        track.conclusions().forEach(conclusion -> follows.add(conclusion.toText(locale)));
        if (follows.isEmpty()) {
            follows.add(
                    published.isEmpty()
                            ? text("no amount or rate is given", "未给出规模或增长率")
                            : text("one size alone: no path follows", "仅有一个规模,推不出路径"));
        }
        for (int i = 0; i < Math.max(published.size(), follows.size()); i++) {
            table.row(
                    i == 0 ? String.valueOf(track.track().number()) : "",
                    i == 0 ? in(track.track().subject().name()) : "",
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

    /** How little of the table of tracks and indicators is filled, and so what is known of their order. */
    private void comparison(ComparisonSummary comparison) {
        int tracks = comparison.tracks().size();
        String of = text(" of ", " / ");
        terminal.println(text("Tracks compared", "赛道比较"));
        TextTable table =
                new TextTable().row(text("indicator", "指标"), text("tracks", "赛道数"), text("comparable", "可比性"));
        comparison
                .indicators()
                .forEach(row -> table.row(in(row.name()), row.tracks() + of + tracks, in(row.comparable())));
        terminal.println(table);
        terminal.println(text("  cells with a figure: ", "  有数字的单元格:") + comparison.filled() + of + comparison.cells());
        TextTable bounds = new TextTable()
                .row(
                        "",
                        text("track", "赛道"),
                        text("cells", "单元格"),
                        text("score, 0 to 1", "得分(0 至 1)"),
                        text("rank", "名次"));
        for (ComparisonSummary.TrackRow row : comparison.tracks()) {
            bounds.row(
                    String.valueOf(row.number()),
                    in(row.name()),
                    row.cells() + of + comparison.indicators().size(),
                    shortened(row.lowestScore()) + " – " + shortened(row.highestScore()),
                    row.bestRank() + " – " + row.worstRank());
        }
        terminal.println(bounds);
        terminal.println("  " + in(comparison.conclusion()));
        terminal.println();
    }

    private static String shortened(double score) {
        return BigDecimal.valueOf(score)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void path(Projection path) {
        terminal.println(text("Path of ", "路径:") + in(path.name()));
        TextTable table =
                new TextTable().row(text("year", "年份"), text("size", "规模"), text("bounds", "范围"), text("basis", "依据"));
        for (Projection.Row row : path.rows()) {
            table.row(
                    String.valueOf(row.year()),
                    row.size().pointQuantity().map(numbers::format).orElse("-"),
                    numbers.format(row.size().bounds(), row.size().unit()),
                    in(row.basis().text()));
        }
        terminal.println(table);
    }

    /** What the printed digits leave open over the years, and where there is nothing to forecast from. */
    private void fans(TrackFans fans) {
        for (MarketFan fan : fans.fans()) {
            terminal.println(text("Fan of ", "扇形图:")
                    + in(fan.name())
                    + text(" (median, 5% to 95%; ", "(中位数,5%—95%;")
                    + in(MarketFan.ASSUMPTION)
                    + text(")", ")"));
            TextTable table = new TextTable();
            fan.rows().forEach(row -> table.row(String.valueOf(row.year()), size(fan, row, numbers)));
            terminal.println(table);
        }
        TextTable without = new TextTable();
        fans.without().forEach(one -> without.row(in(one.name()), text("no fan: ", "无扇形图:") + in(one.why())));
        terminal.println(without);
        terminal.println("  " + in(fans.series()));
        terminal.println();
    }

    /** The size in a year of a fan: the median, and the ends of nine tenths. */
    static String size(MarketFan fan, MarketFan.Row row, DisplayFormat numbers) {
        return numbers.format(fan.unit().quantity(rounded(row.median()))) + " "
                + numbers.format(Bounds.closed(rounded(row.low()), rounded(row.high())), fan.unit());
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(15));
    }

    // ---- talent, measures, parks ----

    private void talent(TalentOutlook talent) {
        conclusions(text("Talent", "人才"), talent.wholes());
        talent.pyramid().ifPresent(this::pyramid);
        if (!talent.studies().isEmpty()) {
            studies(talent.studies());
            talent.notAssessable().ifPresent(why -> terminal.println("  " + in(why)));
            terminal.println();
        }
    }

    private void pyramid(TargetPyramid pyramid) {
        terminal.println("  " + text("pyramid of the targets for ", "目标金字塔,") + pyramid.year() + text(": ", "年:")
                + proportion(pyramid));
        TextTable tiers = new TextTable();
        for (TalentTier tier : pyramid.pyramid().tiers()) {
            tiers.row("", in(tier.name()), numbers.format(tier.headcount().value()));
        }
        terminal.println(tiers);
    }

    /** The proportion of the tiers, such as 1:10:50. */
    static String proportion(TargetPyramid pyramid) {
        return pyramid.pyramid()
                .proportion()
                .map(parts -> parts.stream().map(Object::toString).collect(Collectors.joining(":")))
                .orElse("-");
    }

    /** What it takes to reach the targets: the stock to expect, what is needed, and how likely it is with nobody there before. */
    private void studies(List<TargetStudy> studies) {
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
        for (TargetStudy study : studies) {
            List<TargetStudy.Chance> chances = study.chances();
            table.row(
                    in(study.target()),
                    String.valueOf(study.rounds()),
                    study.loss().movePointRight(2).toPlainString() + "%",
                    point(study, TargetStudy.Quantity.EXPECTED),
                    point(study, TargetStudy.Quantity.OPENING),
                    point(study, TargetStudy.Quantity.ROUND_SIZE),
                    point(study, TargetStudy.Quantity.INTAKE),
                    chances.isEmpty() ? "-" : probability(chances.get(chances.size() - 1)),
                    study.openingForLikely().stream()
                            .findFirst()
                            .map(Object::toString)
                            .orElse("-"));
        }
        terminal.println(table);
    }

    private String point(TargetStudy study, TargetStudy.Quantity quantity) {
        return study.value(quantity)
                .map(Conclusion::result)
                .map(result -> result.pointQuantity()
                        .map(point -> CsvText.brief(point.value()))
                        .orElseGet(() -> numbers.format(result)))
                .orElse("-");
    }

    /** The probability for the eye. */
    static String probability(TargetStudy.Chance chance) {
        BigDecimal probability = chance.probability();
        boolean hardly = probability.signum() > 0 && probability.compareTo(HARDLY) < 0;
        return hardly ? "< " + HARDLY.toPlainString() : CsvText.brief(probability);
    }

    private void measures(PolicyDossier policy) {
        terminal.println(text("Measures by stage", "各环节措施"));
        TextTable table = new TextTable();
        for (PolicyDossier.MeasureCell cell : policy.measureTable()) {
            for (PolicyMeasure measure : cell.measures()) {
                table.row(
                        "",
                        in(cell.stage().text()),
                        in(cell.instrument().text()),
                        in(measure.name()),
                        measure.rule()
                                .map(rule -> text("grants ", "授予:")
                                        + rule.grants().stream()
                                                .map(this::in)
                                                .collect(Collectors.joining(text(" and ", "、"))))
                                .orElse(""));
            }
        }
        terminal.println(table);
    }

    private void conclusions(String title, List<Conclusion> conclusions) {
        if (!conclusions.isEmpty()) {
            terminal.println(title);
            conclusions.forEach(conclusion -> terminal.println("  " + conclusion.toText(locale)));
            terminal.println();
        }
    }

    // ---- the audit ----

    /** What agrees and what does not: contradictions with their repairs, then the others by a line each. */
    private void audit(AuditReport audit) {
        terminal.println(text("Audit", "核验"));
        terminal.println("  "
                + audit.counts().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> entry.getValue() + " " + in(entry.getKey().text()))
                        .collect(Collectors.joining(text(", ", ",")))
                + text(" (strict reading)", "(严格读法)"));
        audit.conflicts().forEach(conflict -> conflict(audit, conflict));
        FindingCards.worstFirst(audit.findings()).stream()
                .filter(finding -> audit.conflicts().stream()
                        .noneMatch(conflict -> conflict.witnesses().contains(finding.relation())))
                .forEach(this::finding);
        for (DerivedFigure derived : audit.derived()) {
            terminal.println("  " + derived.id() + ": "
                    + numbers.format(derived.derivation().result()) + " (" + String.join(", ", derived.relations())
                    + ")");
        }
        terminal.println();
    }

    /** A conflict in words, with the relations that show it and what would repair it. */
    private void conflict(AuditReport audit, Conflict conflict) {
        terminal.println("  " + FindingCards.sign(Verdict.CONTRADICTS) + " " + in(conflict.text()));
        terminal.println("      " + FindingCards.removals(conflict, language));
        for (String witness : conflict.witnesses()) {
            Finding finding = audit.finding(witness);
            terminal.println(
                    "      " + text("shown by ", "见于") + in(finding.title()) + text(": ", ":") + in(finding.reason()));
        }
        conflict.repairs().forEach(this::repair);
    }

    private void repair(Repair repair) {
        terminal.println("      " + text("agrees if: ", "若如下则一致:") + in(repair.text()) + " [" + repair.code() + "]");
    }

    private void finding(Finding finding) {
        terminal.println("  " + FindingCards.sign(finding.verdict()) + " " + in(finding.title()));
        boolean plain = finding.verdict() == Verdict.AGREES && finding.weak().isEmpty();
        if (!plain) {
            terminal.println("      " + in(finding.reason()));
        }
        finding.repairs().forEach(this::repair);
        Verdict kind = report.customaryAudit().finding(finding.relation()).verdict();
        if (kind != finding.verdict()) {
            terminal.println("      " + text("read kindly: ", "按惯例读:") + in(kind.text()));
        }
    }

    private String in(Label label) {
        return label.in(locale);
    }

    private String text(String en, String zh) {
        return language.text(en, zh);
    }
}
