package dev.saidao.samples.programs;

import dev.saidao.core.audit.DerivedFigure;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Source;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A dossier as a page: what matters first, then what cannot be true, the tracks, talent, measures and parks, and all figures. */
final class DossierPage {

    private final DossierReport report;
    /** Where a figure stands in the text that it was read from, by its id. */
    private final Map<String, String> links;

    private final Kit kit;
    private final FigureWords words;
    private final FindingCards cards;

    private DossierPage(DossierReport report, Map<String, String> links, Kit kit) {
        this.report = report;
        this.links = links;
        this.kit = kit;
        this.words = new FigureWords(kit, report.dossier().figures());
        this.cards = new FindingCards(kit, words);
    }

    /** The page, which opens in a language. */
    static Page of(DossierReport report, Locale opening) {
        return of(report, Map.of(), opening);
    }

    /** The page on which figures lead to their places in a text, by their ids. */
    static Page of(DossierReport report, Map<String, String> links, Locale opening) {
        return Page.of(opening, kit -> new DossierPage(report, links, kit).body());
    }

    private Body body() {
        Body body = kit.body(
                kit.in(report.dossier().title()),
                report.dossier().sources().stream().map(this::source).collect(Collectors.joining(kit.text("; ", ";"))));
        new DossierHeadline(report, kit).sentences().forEach(told -> body.headline(told.text(), told.verdict()));
        TrackCards tracks = new TrackCards(report, kit, words);
        TalentCards talent = new TalentCards(report, kit, words);
        return body.section(
                        "conflicts",
                        kit.text("What cannot be true together", "不能同时成立的数字"),
                        report.audit().conflicts().stream()
                                .map(conflict -> cards.conflict(report.audit(), conflict))
                                .toList())
                .section("tracks", kit.text("Tracks", "赛道"), tracks.parts())
                .section("talent", kit.text("Talent", "人才"), talent.parts())
                .section("measures", kit.text("Measures", "措施"), measures())
                .section("parks", kit.text("Parks", "园区"), values(report.parks()))
                .section("checks", kit.text("What was checked", "核验了什么"), checks())
                .section("figures", kit.text("All figures", "全部数字"), figures())
                .foot(kit.text(
                        "“About” says that a number was rounded for display. Ranges are what the printed digits allow. "
                                + "Losses a year are assumptions; no source gives any.",
                        "“约”表示为显示而取整;范围为印出的位数所容许者。年减员率为假设,来源未给出。"));
    }

    private String source(Source source) {
        return kit.in(source.publisher())
                + kit.text(", ", ",")
                + source.published()
                + kit.text(": ", ":")
                + kit.in(source.title());
    }

    private List<Content> values(List<Conclusion> conclusions) {
        return conclusions.isEmpty()
                ? List.of()
                : List.of(kit.card(
                        "",
                        "",
                        List.of(kit.values(conclusions.stream()
                                .map(value -> new Kit.Value(
                                        kit.in(value.what()) + kit.text(": ", ":"),
                                        kit.known(value.result()),
                                        List.of(kit.derivation(value.derivation()))))
                                .toList()))));
    }

    // ---- measures ----

    private List<Content> measures() {
        return report.policy().map(this::measures).orElse(List.of());
    }

    private List<Content> measures(PolicyDossier policy) {
        Map<String, List<Kit.Value>> byStage = new LinkedHashMap<>();
        for (PolicyDossier.MeasureCell cell : policy.measureTable()) {
            for (PolicyMeasure measure : cell.measures()) {
                byStage.computeIfAbsent(kit.in(cell.stage().text()), stage -> new ArrayList<>())
                        .add(Kit.Value.of(
                                kit.in(cell.instrument().text()) + kit.text(": ", ":"),
                                kit.in(measure.name()) + grants(measure)));
            }
        }
        List<Content> stages = new ArrayList<>();
        byStage.forEach((stage, values) -> stages.add(kit.card("", stage, List.of(kit.values(values)))));
        return stages.isEmpty() ? List.of() : List.of(kit.smallGrid(stages));
    }

    private String grants(PolicyMeasure measure) {
        return measure.rule()
                .map(rule -> kit.text(", grants ", ",授予")
                        + kit.list(rule.grants().stream().map(kit::in).toList()))
                .orElse("");
    }

    // ---- the audit ----

    /** What is not told as a conflict: what agrees under another convention in full, the others in a table. */
    private List<Content> checks() {
        List<Finding> findings = FindingCards.worstFirst(report.audit().findings());
        if (findings.isEmpty()) {
            return List.of();
        }
        List<Content> parts = new ArrayList<>();
        parts.add(cards.counts(report.audit()));
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.AGREES_UNDER_OTHER_CONVENTION
                        || (finding.verdict() == Verdict.CONTRADICTS && !isInConflict(finding)))
                .map(cards::finding)
                .forEach(parts::add);
        Table table = Table.of("")
                .columns(kit.text("what was checked", "核验内容"), kit.text("verdict", "结论"), kit.text("why", "原因"));
        for (Finding finding : findings) {
            table.row(List.of(
                    Table.Cell.of(cards.title(finding)),
                    Table.Cell.of(kit.in(finding.verdict().text()), FindingCards.rank(finding.verdict())),
                    Table.Cell.of(
                            finding.verdict() == Verdict.NOT_CHECKABLE ? missing(finding) : cards.reason(finding))));
        }
        parts.add(kit.drawer(kit.text("Every check", "逐项列出"), List.of(kit.table(table))));
        List<Kit.Value> derived =
                report.audit().derived().stream().map(this::derived).toList();
        if (!derived.isEmpty()) {
            parts.add(kit.card(
                    "", kit.text("What nobody printed, but follows", "未印出而可推得的数字"), List.of(kit.values(derived))));
        }
        return parts;
    }

    private boolean isInConflict(Finding finding) {
        return report.audit().conflicts().stream()
                .anyMatch(conflict -> conflict.witnesses().contains(finding.relation()));
    }

    private String missing(Finding finding) {
        return kit.text("not printed: ", "未印出:") + words.names(finding.missing());
    }

    private Kit.Value derived(DerivedFigure figure) {
        String by = kit.list(figure.relations().stream()
                .map(relation -> cards.title(report.audit().finding(relation)))
                .toList());
        String known = words.figure(figure.id()).isPresent()
                ? words.name(figure.id()) + kit.text(", by “", ",据“")
                : kit.text("By “", "据“");
        return new Kit.Value(
                known + by + "”" + kit.text(":", ":"),
                kit.known(figure.derivation().result()),
                List.of(kit.derivation(figure.derivation())));
    }

    // ---- all figures ----

    private List<Content> figures() {
        Table table = Table.of("")
                .columns(
                        "id",
                        kit.text("of whom", "对象"),
                        kit.text("of what", "指标"),
                        kit.text("printed", "印出"),
                        kit.text("can be", "可能范围"),
                        kit.text("when", "时间"),
                        kit.text("where", "出处"));
        for (Figure figure : report.dossier().figures()) {
            Table.Cell printed = Table.Cell.of(figure.asPublished().orElse("–"));
            String link = links.get(figure.id());
            table.row(List.of(
                    Table.Cell.of(figure.id()),
                    Table.Cell.of(kit.in(figure.subject().name())),
                    Table.Cell.of(kit.in(figure.indicator().name())),
                    link == null ? printed : printed.linked(link),
                    Table.Cell.of(figure.printed()
                            .map(number -> {
                                Operand read = Operand.read(figure, report.reading());
                                return kit.range(
                                        read.value().bounds(), read.value().unit());
                            })
                            .orElse("–")),
                    Table.Cell.of(kit.in(figure.period().label())),
                    Table.Cell.of(figure.locator())));
        }
        String count = table.rows().size() + kit.text(" figures with what their digits allow", " 个数字及其位数所容许的范围");
        return List.of(kit.drawer(count, List.of(kit.table(table))));
    }
}
