package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.figure.Figure;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The audit of figures and relations as a page: conflicts first, then each finding, then what follows. */
final class AuditPage {

    private static final int MOST_CARDS = 200;
    private static final int MOST_ROWS = 20_000;

    private AuditPage() {}

    /** The page, which opens in a language. */
    static Page of(
            AuditReport report, List<Figure> figures, AuditProgram.Reading reading, int refused, Locale opening) {
        return Page.of(opening, kit -> body(report, figures, reading, refused, kit));
    }

    private static Body body(
            AuditReport report, List<Figure> figures, AuditProgram.Reading reading, int refused, Kit kit) {
        FigureWords words = new FigureWords(kit, figures);
        FindingCards cards = new FindingCards(kit, words);
        ConflictWords sentences = new ConflictWords(kit, words);
        Body body = kit.body(
                kit.text("Audit of figures", "数字核验"), lead(report.findings().size(), reading, refused, kit));
        int agree = (int) report.findings().stream()
                .filter(finding -> finding.verdict().isAgreement())
                .count();
        body.headline(
                figures.size()
                        + kit.text(" figures, ", " 个数字,")
                        + report.findings().size()
                        + kit.text(" relations between them: ", " 个关系:")
                        + agree
                        + kit.text(" agree.", " 个一致。"),
                "");
        for (Conflict conflict : report.conflicts().stream().limit(3).toList()) {
            body.headline(sentences.sentence(report, conflict), Verdict.CONTRADICTS.code());
        }
        if (report.conflicts().isEmpty()) {
            body.headline(kit.text("No contradiction was found.", "未见矛盾。"), Verdict.AGREES.code());
        }
        List<Finding> findings = FindingCards.worstFirst(report.findings());
        List<Content> parts = new ArrayList<>();
        parts.add(cards.counts(report));
        parts.add(kit.grid(findings.stream()
                .filter(finding -> report.conflicts().stream()
                        .noneMatch(conflict -> conflict.witnesses().contains(finding.relation())))
                .limit(MOST_CARDS)
                .map(cards::finding)
                .toList()));
        Table table = Table.of("")
                .columns(
                        kit.text("relation", "关系"),
                        kit.text("verdict", "结论"),
                        kit.text("figures", "数字"),
                        kit.text("why", "原因"));
        findings.stream()
                .limit(MOST_ROWS)
                .forEach(finding -> table.row(List.of(
                        Table.Cell.of(cards.title(finding)),
                        Table.Cell.of(kit.in(finding.verdict().text()), FindingCards.rank(finding.verdict())),
                        Table.Cell.of(String.join(", ", finding.figures())),
                        Table.Cell.of(cards.reason(finding)))));
        parts.add(kit.drawer(kit.text("All as a table", "全部列表"), List.of(kit.table(table))));
        List<Kit.Value> derived = report.derived().stream()
                .limit(MOST_CARDS)
                .map(figure -> new Kit.Value(
                        words.name(figure.id())
                                + kit.text(", by “", ",据“")
                                + kit.list(figure.relations().stream()
                                        .map(relation -> cards.title(report.finding(relation)))
                                        .toList())
                                + kit.text("”:", "”:"),
                        kit.known(figure.derivation().result()),
                        List.of(kit.derivation(figure.derivation()))))
                .toList();
        return body.section(
                        "conflicts",
                        kit.text("Figures that cannot all be true", "不能同时成立的数字"),
                        report.conflicts().stream()
                                .limit(MOST_CARDS)
                                .map(conflict -> cards.conflict(report, conflict))
                                .toList())
                .section("findings", kit.text("Findings", "核验结果"), parts)
                .section(
                        "derived",
                        kit.text("What nobody printed, but follows", "未印出而可推得的数字"),
                        derived.isEmpty() ? List.of() : List.of(kit.card("", "", List.of(kit.values(derived)))))
                .foot(kit.text("Ranges are what the printed digits and words allow.", "范围为印出的位数和用词所容许者。"));
    }

    static String lead(long total, AuditProgram.Reading reading, int refused, Kit kit) {
        boolean strict = reading == AuditProgram.Reading.strict;
        return String.format(Locale.ROOT, "%,d", total)
                + kit.text(" checked, ", " 项,")
                + kit.text(strict ? "strict reading" : "customary reading", strict ? "严格读法" : "惯例读法")
                + (refused > 0 ? kit.text(", rows refused: ", ",未处理行数:") + refused : "");
    }
}
