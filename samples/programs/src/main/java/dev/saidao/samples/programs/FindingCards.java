package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.FigureGraph;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.RangeChart;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Conflicts and findings of an audit as boxes of a page, with their intervals on one axis and what would repair them. */
final class FindingCards {

    private final Kit kit;
    private final FigureWords words;

    FindingCards(Kit kit, FigureWords words) {
        this.kit = kit;
        this.words = words;
    }

    // ---- conflicts ----

    /** A conflict, told once: in words, as a graph, by the intervals of its witnesses, and with what would repair it. */
    Content conflict(AuditReport audit, Conflict conflict) {
        List<Content> parts = new ArrayList<>();
        parts.add(kit.badge(Verdict.CONTRADICTS));
        ConflictWords sentences = new ConflictWords(kit, words);
        parts.add(kit.paragraph(sentences.sentence(audit, conflict)));
        List<Content> pictures = new ArrayList<>();
        pictures.add(kit.chart(graph(audit, conflict)));
        sentences
                .plainest(audit, conflict)
                .flatMap(one -> intervals(one, one.verdict()))
                .ifPresent(chart -> pictures.add(kit.chart(chart)));
        parts.add(kit.grid(pictures));
        corrections(conflict.repairs(), parts);
        for (String witness : conflict.witnesses()) {
            Finding finding = audit.finding(witness);
            finding.derivation()
                    .ifPresent(derivation -> parts.add(kit.derivation(
                            kit.text("How it follows: ", "推导过程:") + kit.in(finding.title()), derivation)));
        }
        return kit.card(Verdict.CONTRADICTS.code(), "", parts);
    }

    private Chart graph(AuditReport audit, Conflict conflict) {
        String title = kit.text("Which figures hold each other", "哪些数字相互牵制");
        FigureGraph graph = new FigureGraph(title);
        Set<String> removals = conflict.smallestRemovals().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> figures = new LinkedHashSet<>(conflict.figures());
        conflict.witnesses()
                .forEach(witness -> figures.addAll(audit.finding(witness).figures()));
        for (String figure : figures) {
            graph.figure(figure, words.indicator(figure), words.original(figure), removals.contains(figure));
        }
        Table data = Table.of(title).columns(kit.text("relation", "关系"), kit.text("figures", "数字"));
        for (String witness : conflict.witnesses()) {
            Finding finding = audit.finding(witness);
            graph.relation(
                    witness,
                    title(finding),
                    kit.in(finding.verdict().text()),
                    finding.verdict() == Verdict.CONTRADICTS,
                    finding.figures());
            data.row(
                    title(finding),
                    kit.list(finding.figures().stream()
                            .map(id -> words.name(id) + " " + words.printed(id))
                            .toList()));
        }
        String note = kit.text(
                "On the left what is printed; marked is what has to go. On the right what holds the figures together.",
                "左为印出的数字,标红者须去其一;右为数字之间的关系。");
        return new Chart(title, graph.svg(note), List.of(), note, data);
    }

    // ---- findings ----

    /** A finding in full. */
    Content finding(Finding finding) {
        return kit.card(finding.verdict().code(), title(finding), parts(finding, finding.verdict(), reason(finding)));
    }

    /** What is to be said of a finding under a verdict, which may be milder than its own. */
    List<Content> parts(Finding finding, Verdict verdict, String reason) {
        List<Content> parts = new ArrayList<>();
        parts.add(kit.badge(verdict));
        parts.add(kit.paragraph(kit.list(finding.figures().stream()
                .map(id -> words.name(id) + kit.text(" ", " ") + words.printed(id))
                .toList())));
        intervals(finding, verdict).ifPresent(chart -> parts.add(kit.chart(chart)));
        parts.add(kit.note(reason));
        if (verdict == finding.verdict()) {
            corrections(finding.repairs(), parts);
        }
        finding.derivation().ifPresent(derivation -> parts.add(kit.derivation(derivation)));
        return parts;
    }

    /** What the relation is about, or what kind of relation it is. */
    String title(Finding finding) {
        String title = kit.in(finding.title());
        return title.isBlank() ? finding.relation() : title;
    }

    /** The verdict in words, with what it depends on. */
    String reason(Finding finding) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(finding.implied()
                .flatMap(implied -> finding.published().map(published -> held(finding.verdict(), implied, published)))
                .orElseGet(() -> kit.in(finding.reason())));
        finding.weak().map(kit::in).ifPresent(texts::add);
        finding.conventions().stream().map(Convention::text).map(kit::in).forEach(texts::add);
        return String.join(kit.text("; ", ";"), texts);
    }

    /** The verdict with what it rests on, without the names of roles and ids that the finding itself has. */
    private String held(Verdict verdict, BoundedQuantity implied, BoundedQuantity published) {
        return kit.in(verdict.text())
                + kit.text(": the others imply ", ":由其他数字推得")
                + kit.known(implied)
                + kit.text("; printed ", ";印出")
                + kit.known(published);
    }

    /** What the others imply and what is printed, one above the other on one axis. */
    private Optional<Chart> intervals(Finding finding, Verdict verdict) {
        Optional<BoundedQuantity> implied =
                finding.implied().filter(one -> !one.bounds().isEmpty());
        Optional<BoundedQuantity> published =
                finding.published().filter(one -> !one.bounds().isEmpty());
        if (implied.isEmpty() || published.isEmpty()) {
            return Optional.empty();
        }
        String judged = finding.judged().map(words::indicator).orElse("");
        return Optional.of(intervals(
                title(finding) + (judged.isEmpty() ? "" : kit.text(": ", ":") + judged),
                implied.get(),
                published.get(),
                verdict));
    }

    private Chart intervals(String title, BoundedQuantity implied, BoundedQuantity published, Verdict verdict) {
        Measure measure = Measure.of(published.unit(), size(implied, published), kit.locale());
        String printedStyle = verdict == Verdict.CONTRADICTS ? "kbad" : "kgood";
        RangeChart chart = new RangeChart(title, measure)
                .row(kit.text("implied", "推得"), "k1", FigureWords.low(implied), FigureWords.high(implied), Double.NaN)
                .row(
                        kit.text("printed", "印出"),
                        printedStyle,
                        FigureWords.low(published),
                        FigureWords.high(published),
                        Double.NaN);
        Table data = Table.of(title)
                .columns("", kit.text("between", "范围"))
                .row(kit.text("implied", "推得"), kit.known(implied))
                .row(kit.text("printed", "印出"), kit.known(published));
        String description = kit.text("Implied: ", "推得:")
                + kit.known(implied)
                + kit.text("; printed: ", ";印出:")
                + kit.known(published);
        return new Chart(title, chart.isDrawable() ? chart.svg(description) : "", List.of(), "", data);
    }

    private static double size(BoundedQuantity implied, BoundedQuantity published) {
        double size = 0;
        for (BoundedQuantity one : List.of(implied, published)) {
            for (double end : new double[] {FigureWords.low(one), FigureWords.high(one)}) {
                size = Double.isFinite(end) ? Math.max(size, Math.abs(end)) : size;
            }
        }
        return size;
    }

    // ---- repairs ----

    private void corrections(List<Repair> repairs, List<Content> parts) {
        if (!repairs.isEmpty()) {
            parts.add(kit.paragraph(kit.text("It would agree if one of these were so:", "若其中一项成立,则一致:")));
        }
        repairs.forEach(repair -> parts.add(correction(repair)));
    }

    /** The figure as it would have to be printed, or the other reading of the relation. */
    private Content correction(Repair repair) {
        Optional<String> figure = repair.figure().filter(id -> words.figure(id).isPresent());
        String then = kit.text("then the others imply ", "此时由其他数字推得")
                + kit.known(repair.implied())
                + kit.text(", and printed is ", ",印出为")
                + kit.known(repair.published());
        if (figure.isPresent() && repair.changed().isPresent()) {
            return kit.correction(new Kit.Correction(
                    words.name(figure.get()) + kit.text(": ", ":"),
                    words.printed(figure.get()),
                    corrected(figure.get(), repair.changed().get()),
                    ""));
        }
        return kit.correction(new Kit.Correction("", "", kit.in(repair.text()), kit.text(": ", ":") + then));
    }

    /** The number that would have to be printed: the middle of its interval, if it is printed without a word such as "over". */
    private String corrected(String figure, BoundedQuantity changed) {
        boolean plain = words.figure(figure)
                .flatMap(Figure::printed)
                .filter(printed -> printed.qualifier() == Qualifier.NONE)
                .isPresent();
        if (plain && changed.point().isEmpty() && changed.bounds().isBounded()) {
            BigDecimal middle = changed.bounds()
                    .lower()
                    .orElseThrow()
                    .add(changed.bounds().upper().orElseThrow())
                    .divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
            return kit.about(kit.numbers().format(changed.unit().quantity(middle)));
        }
        return changed.pointQuantity()
                .map(point -> kit.about(kit.numbers().format(point)))
                .orElseGet(() -> kit.known(changed));
    }

    // ---- their order ----

    /** Contradictions first, those with the widest factor before the others; then what agrees less and less surely. */
    static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> rank(finding.verdict()))
                        .thenComparingDouble(finding -> -distance(finding))
                        .thenComparing(Finding::relation))
                .toList();
    }

    static int rank(Verdict verdict) {
        return switch (verdict) {
            case CONTRADICTS -> 0;
            case AGREES_UNDER_OTHER_CONVENTION -> 1;
            case NOT_CHECKABLE -> 2;
            case AGREES_AS_BOUND -> 3;
            case AGREES_WITHIN_ROUNDING -> 4;
            case AGREES -> 5;
        };
    }

    private static double distance(Finding finding) {
        return finding.factor()
                .map(BigDecimal::doubleValue)
                .map(factor -> Math.abs(Math.log(factor)))
                .orElse(0.0);
    }

    /** A sign by which a verdict is seen at a glance. */
    static String sign(Verdict verdict) {
        return switch (verdict) {
            case AGREES, AGREES_WITHIN_ROUNDING, AGREES_AS_BOUND -> "\u2713";
            case AGREES_UNDER_OTHER_CONVENTION -> "~";
            case CONTRADICTS -> "\u2717";
            case NOT_CHECKABLE -> "?";
        };
    }

    /** How many there are of each verdict. */
    Content counts(AuditReport audit) {
        List<Kit.Tile> tiles = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.values())) {
            int count = audit.counts().getOrDefault(verdict, 0);
            if (count > 0) {
                tiles.add(new Kit.Tile(String.valueOf(count), kit.in(verdict.text()), verdict.code()));
            }
        }
        return kit.tiles(tiles);
    }

    /** The figures of a conflict, and which of them to leave out. */
    static String removals(Conflict conflict, Language language) {
        return String.join(", ", conflict.figures())
                + language.text(" cannot all be true; the rest agrees without ", " 不能同时成立;去掉以下数字后其余一致:")
                + conflict.smallestRemovals().stream()
                        .map(set -> String.join(" + ", set))
                        .collect(Collectors.joining(language.text(" or ", " 或 ")));
    }
}
