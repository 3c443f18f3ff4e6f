package dev.saidao.samples.programs;

import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Page;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A page that was read: its text with each figure marked by the verdict, and beside it what was found and of which figure. */
final class ReadingPage {

    private static final int MOST_FINDINGS = 300;
    private static final int MOST_FIGURES = 3_000;
    private static final int MOST_SENTENCES = 3;

    private final PageReading reading;
    private final String title;
    private final Kit kit;
    private final FigureWords words;
    private final ReadingWords names;
    private final FindingCards cards;
    private int opened;
    private final Map<String, List<ProposedRelation>> byMention = new LinkedHashMap<>();

    private ReadingPage(PageReading reading, String title, List<Figure> figures, Kit kit) {
        this.reading = reading;
        this.title = title;
        this.kit = kit;
        this.words = new FigureWords(kit, figures);
        this.names = new ReadingWords(kit);
        this.cards = new FindingCards(kit, words);
        for (ProposedRelation relation : worstFirst()) {
            for (ProposedRelation.Role member : relation.members()) {
                member.mention()
                        .ifPresent(id -> byMention
                                .computeIfAbsent(id, key -> new ArrayList<>())
                                .add(relation));
            }
        }
    }

    /** The page, which opens in a language. */
    static Page of(PageReading reading, String title, Locale opening) {
        List<Figure> figures = reading.toDossier("page", Label.same(title)).figures();
        return Page.of(opening, kit -> new ReadingPage(reading, title, figures, kit).body());
    }

    private Body body() {
        Body body = kit.body(
                kit.text("Figures of ", "文中数字:") + title,
                kit.text("Read as published on ", "按发布日期阅读:") + reading.published());
        headline(body);
        List<Content> beside = new ArrayList<>();
        List<ProposedRelation> found = worstFirst();
        if (!found.isEmpty()) {
            beside.add(kit.heading(kit.text("What was found", "核验结果")));
            found.stream().limit(MOST_FINDINGS).map(this::finding).forEach(beside::add);
            if (found.size() > MOST_FINDINGS) {
                beside.add(kit.note(kit.text("The worst ", "仅列出前 ") + MOST_FINDINGS + kit.text(" are listed.", " 项。")));
            }
        }
        beside.add(kit.heading(kit.text("Each figure", "各个数字")));
        reading.mentions().stream().limit(MOST_FIGURES).map(this::figure).forEach(beside::add);
        List<Content> parts = new ArrayList<>();
        parts.add(kit.note(kit.text(
                "Click a figure to see how it was read. Double underline: contradicts. Solid and thick: agrees. Dashed: agrees under "
                        + "another convention. Dotted: not checkable. Thin: stands alone.",
                "点按数字可见其读法。双线:矛盾;粗实线:一致;虚线:按其他惯例一致;点线:无法核验;细线:未与其他数字相联。")));
        parts.add(kit.reading(paragraphs(), beside, kit.text("Findings and figures", "核验结果与数字")));
        return body.section("text", kit.text("The text", "正文"), parts)
                .foot(kit.text("Ranges are what the printed digits and words allow.", "范围为印出的位数和用词所容许者。"));
    }

    private List<ProposedRelation> worstFirst() {
        return reading.relations().stream()
                .sorted(Comparator.comparingInt((ProposedRelation one) -> FindingCards.rank(one.verdict()))
                        .thenComparingInt(ProposedRelation::start))
                .toList();
    }

    // ---- what matters ----

    private void headline(Body body) {
        int figures = reading.mentions().size();
        int relations = reading.relations().size();
        List<ProposedRelation> contradictions = reading.contradictions();
        long agree = reading.relations().stream()
                .filter(one -> one.verdict().isAgreement())
                .count();
        body.headline(
                kit.text(
                        figures + " figures, " + relations + " relations between them: " + agree
                                + (agree == 1 ? " agrees, " : " agree, ")
                                + contradictions.size()
                                + (contradictions.size() == 1 ? " contradicts." : " contradict."),
                        figures + " 个数字," + relations + " 个关系:" + agree + " 个一致," + contradictions.size() + " 个矛盾。"),
                contradictions.isEmpty() ? Verdict.AGREES.code() : "");
        contradictions.stream()
                .limit(MOST_SENTENCES)
                .forEach(one -> one.finding()
                        .ifPresent(finding -> body.headline(sentence(finding), Verdict.CONTRADICTS.code())));
        int more = contradictions.size() - MOST_SENTENCES;
        if (more > 0) {
            body.headline(
                    kit.text(more + " more are listed below.", "另有 " + more + " 处见下文。"), Verdict.CONTRADICTS.code());
        }
    }

    private String sentence(Finding finding) {
        List<String> printed = finding.figures().stream()
                .map(id -> "“" + words.printed(id) + "”")
                .toList();
        boolean isTold = finding.judged().isPresent() && finding.implied().isPresent();
        return (printed.size() == 2
                        ? String.join(kit.text(" and ", "与"), printed) + kit.text(" cannot both be true", "不能同时成立")
                        : String.join(kit.text("; ", ";"), printed) + kit.text(": they cannot all be true", ":不能同时成立"))
                + (isTold ? kit.text(": ", ":") + new ConflictWords(kit, words).distance(finding) : "")
                + kit.text(".", "。");
    }

    // ---- the text ----

    private List<List<Kit.Piece>> paragraphs() {
        List<List<Kit.Piece>> paragraphs = new ArrayList<>();
        List<Kit.Piece> paragraph = new ArrayList<>();
        paragraphs.add(paragraph);
        int at = 0;
        for (Mention mention : reading.mentions()) {
            if (mention.start() < at) {
                continue;
            }
            paragraph = plain(reading.text().substring(at, mention.start()), paragraphs);
            String style = verdict(mention).map(Verdict::code).orElse("alone");
            String said = verdict(mention).map(one -> kit.in(one.text())).orElse(kit.text("stands alone", "未与其他数字相联"));
            paragraph.add(new Kit.Piece(
                    shown(mention.text()), style, kit.id(mention.id()), kit.id("about-" + mention.id()), said));
            at = mention.end();
        }
        plain(reading.text().substring(at), paragraphs);
        paragraphs.removeIf(List::isEmpty);
        return paragraphs;
    }

    /** Adds text to the last paragraph, and to further ones behind line breaks; returns the one that is last then. */
    private static List<Kit.Piece> plain(String text, List<List<Kit.Piece>> paragraphs) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                paragraphs.add(new ArrayList<>());
            }
            if (!lines[i].isBlank()) {
                paragraphs.get(paragraphs.size() - 1).add(Kit.Piece.of(shown(lines[i].replaceFirst("^#{1,6} ", ""))));
            }
        }
        return paragraphs.get(paragraphs.size() - 1);
    }

    /** Marks that turn the direction of writing could make a page show another text than it has. */
    private static String shown(String text) {
        return text.replaceAll("[\u202a-\u202e\u2066-\u2069]", "\ufffd").replace('\n', ' ');
    }

    private Optional<Verdict> verdict(Mention mention) {
        return Optional.ofNullable(byMention.get(mention.id()))
                .map(relations -> relations.get(0).verdict());
    }

    // ---- beside it ----

    private Content finding(ProposedRelation relation) {
        List<Content> parts = new ArrayList<>();
        relation.finding()
                .ifPresentOrElse(
                        finding -> parts.addAll(cards.parts(
                                finding,
                                relation.verdict(),
                                kit.in(relation.reason()).replaceFirst("(imply|推得) \\S+ = ", "$1 "))),
                        () -> {
                            parts.add(kit.badge(relation.verdict()));
                            parts.add(kit.note(kit.in(relation.reason())));
                        });
        relation.implied()
                .filter(bounds -> relation.finding().isEmpty() && !bounds.isEmpty())
                .ifPresent(bounds -> parts.add(kit.paragraph(
                        kit.text("What is not printed would be ", "未印出者应为 ") + kit.range(bounds, Unit.NUMBER))));
        for (ProposedRelation.Role member : relation.members()) {
            member.mention()
                    .ifPresent(id -> parts.add(
                            kit.link(id, "“" + reading.mention(id).text() + "” " + kit.text("in the text", "在文中"))));
        }
        return kit.drawer(
                "relation-" + relation.id(),
                relation.verdict().code(),
                FindingCards.sign(relation.verdict()) + " " + title(relation),
                parts,
                relation.verdict() == Verdict.CONTRADICTS && opened++ < MOST_SENTENCES);
    }

    private String title(ProposedRelation relation) {
        String printed = kit.list(relation.members().stream()
                .flatMap(member -> member.mention().stream())
                .map(id -> reading.mention(id).text())
                .toList());
        return names.relation(relation.kind()) + kit.text(": ", ":") + printed;
    }

    private Content figure(Mention mention) {
        List<Content> parts = new ArrayList<>();
        List<Kit.Value> values = new ArrayList<>();
        values.add(value(kit.text("kind", "类型"), names.kind(mention.kind())));
        names.indicator(mention).ifPresent(name -> values.add(value(kit.text("indicator", "指标"), name)));
        if (!mention.subject().isBlank()) {
            values.add(value(kit.text("of", "对象"), shown(mention.subject())));
        }
        words.figure(mention.id())
                .flatMap(Figure::printed)
                .ifPresent(printed -> values.add(
                        value(kit.text("value", "数值"), kit.about(kit.numbers().format(printed.value())))));
        ReadingTables.bounds(mention)
                .filter(bounds -> !bounds.isEmpty())
                .ifPresent(bounds -> values.add(value(kit.text("between", "范围"), bounds(mention, bounds))));
        if (!mention.time().isEmpty()) {
            values.add(value(
                    kit.text("time", "时间"),
                    mention.time() + (mention.isTimeSaid() ? "" : kit.text(" (from the context)", "(据上下文)"))));
        }
        values.add(value(kit.text("status", "性质"), names.status(mention.status())));
        parts.add(kit.values(values));
        for (ProposedRelation relation : byMention.getOrDefault(mention.id(), List.of())) {
            parts.add(kit.link(
                    "relation-" + relation.id(), FindingCards.sign(relation.verdict()) + " " + title(relation)));
        }
        parts.add(kit.link(mention.id(), kit.text("Back to the text", "回到正文")));
        String name = names.indicator(mention).map(one -> " · " + one).orElse("");
        return kit.drawer(
                "about-" + mention.id(),
                verdict(mention).map(Verdict::code).orElse(""),
                shown(mention.text()) + name,
                parts,
                false);
    }

    private String bounds(Mention mention, Bounds bounds) {
        return words.figure(mention.id())
                .flatMap(Figure::printed)
                .map(printed -> kit.range(bounds, printed.value().unit()))
                .orElse(bounds.toString());
    }

    private Kit.Value value(String what, String value) {
        return Kit.Value.of(what + kit.text(":", ":"), value);
    }
}
