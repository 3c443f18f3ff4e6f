package dev.saidao.samples.programs;

import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import dev.saidao.core.text.DisplayFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The text of a reading as one HTML page, with each figure in the colour of its verdict; it needs nothing from a network. */
final class ReadingPage {

    /** From the one to look at first to the one that says nothing. */
    private static final List<Verdict> WORST_FIRST = List.of(
            Verdict.CONTRADICTS,
            Verdict.AGREES_UNDER_OTHER_CONVENTION,
            Verdict.AGREES_AS_BOUND,
            Verdict.AGREES_WITHIN_ROUNDING,
            Verdict.AGREES,
            Verdict.NOT_CHECKABLE);

    private final PageReading reading;
    private final String title;
    private final Language language;

    ReadingPage(PageReading reading, String title, Language language) {
        this.reading = reading;
        this.title = title;
        this.language = language;
    }

    void writeTo(Writer writer) throws IOException {
        // "<" inside a script element could end it, so it is written as an escape, which JSON allows in strings only
        String data = SaidaoJson.mapper().writeValueAsString(data()).replace("<", "\\u003c");
        for (String part : template().split("(?=@[A-Z]+@)")) {
            String rest = part;
            if (part.startsWith("@TITLE@")) {
                writer.write(escaped(title));
            } else if (part.startsWith("@LANG@")) {
                writer.write(language.name());
            } else if (part.startsWith("@TEXT@")) {
                text(writer);
            } else if (part.startsWith("@DATA@")) {
                writer.write(data);
            } else {
                writer.write(part);
                continue;
            }
            writer.write(rest.substring(rest.indexOf('@', 1) + 1));
        }
    }

    private static String template() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(ReadingPage.class.getResourceAsStream("reading.html"), "reading.html")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    // ---- the text ----

    private void text(Writer writer) throws IOException {
        Map<String, Verdict> worst = worst();
        writer.write("<p>");
        int at = 0;
        for (Mention mention : reading.mentions()) {
            if (mention.start() < at) {
                continue;
            }
            plain(writer, reading.text().substring(at, mention.start()));
            Verdict verdict = worst.get(mention.id());
            writer.write("<a class=\"f " + (verdict == null ? "alone" : verdict.code()) + "\" href=\"#" + mention.id()
                    + "\" id=\"" + mention.id() + "\">");
            writer.write(escaped(mention.text()));
            writer.write("</a>");
            at = mention.end();
        }
        plain(writer, reading.text().substring(at));
        writer.write("</p>");
    }

    private static void plain(Writer writer, String text) throws IOException {
        writer.write(escaped(text).replace("\n", "</p><p>"));
    }

    private Map<String, Verdict> worst() {
        Map<String, Verdict> worst = new HashMap<>();
        for (ProposedRelation relation : reading.relations()) {
            for (ProposedRelation.Role member : relation.members()) {
                member.mention()
                        .ifPresent(id -> worst.merge(
                                id,
                                relation.verdict(),
                                (one, other) -> WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other));
            }
        }
        return worst;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isDirectionMark(c) ? '\ufffd' : c);
            }
        }
        return escaped.toString();
    }

    /** Marks that turn the direction of writing could make a page show another text than it has. */
    private static boolean isDirectionMark(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    // ---- what a click shows ----

    private Map<String, Object> data() {
        Map<String, Object> figures = new LinkedHashMap<>();
        reading.mentions().forEach(mention -> figures.put(mention.id(), figure(mention)));
        List<ProposedRelation> sorted = new ArrayList<>(reading.relations());
        sorted.sort(Comparator.comparingInt(relation -> WORST_FIRST.indexOf(relation.verdict())));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figures", figures);
        data.put("relations", sorted.stream().map(this::relation).toList());
        data.put("published", reading.published().toString());
        data.put("leftOut", reading.leftOut().size());
        return data;
    }

    private Map<String, Object> figure(Mention mention) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("text", mention.text());
        figure.put("kind", mention.kind().code());
        figure.put(
                "value",
                mention.value().toPlainString()
                        + mention.valueTo()
                                .map(to -> " – " + to.toPlainString())
                                .orElse(""));
        figure.put("unit", mention.unit());
        figure.put("qualifier", mention.qualifier());
        figure.put("bounds", ReadingTables.bounds(mention).map(Bounds::toString).orElse(""));
        figure.put("time", mention.time());
        figure.put("said", mention.isTimeSaid());
        figure.put("status", mention.status().name().toLowerCase(Locale.ROOT));
        figure.put("indicator", mention.indicator());
        figure.put("subject", mention.subject());
        figure.put("rule", mention.rule());
        return figure;
    }

    private Map<String, Object> relation(ProposedRelation relation) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", relation.id());
        shown.put("kind", relation.kind());
        shown.put("verdict", relation.verdict().code());
        shown.put("verdictText", both(relation.verdict().text()));
        shown.put("reason", both(relation.reason()));
        shown.put("rule", relation.rule());
        shown.put("sureness", relation.sureness().code());
        shown.put(
                "members",
                relation.members().stream()
                        .map(member -> List.of(
                                member.role(),
                                member.mention().orElse(""),
                                member.constant().orElse("")))
                        .toList());
        shown.put("implied", relation.implied().map(Bounds::toString).orElse(""));
        relation.finding().ifPresent(finding -> {
            shown.put("title", both(finding.title()));
            shown.put("repairs", finding.repairs().stream().map(this::repair).toList());
            finding.derivation()
                    .ifPresent(derivation -> shown.put(
                            "derivation",
                            Map.of("en", derivation.toText(Locale.ENGLISH), "zh", derivation.toText(Locale.CHINESE))));
            picture(finding).ifPresent(svg -> shown.put("picture", svg));
        });
        return shown;
    }

    private static java.util.Optional<String> picture(Finding finding) {
        java.util.Optional<Bounds> implied = finding.implied().map(bounded -> bounded.bounds());
        java.util.Optional<Bounds> published = finding.published().map(bounded -> bounded.bounds());
        if (implied.isEmpty() || published.isEmpty() || implied.get().isEmpty()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(IntervalPicture.svg(
                low(implied.get()),
                high(implied.get()),
                low(published.get()),
                high(published.get()),
                finding.verdict() != Verdict.CONTRADICTS));
    }

    private static double low(Bounds bounds) {
        return bounds.lower().map(java.math.BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double high(Bounds bounds) {
        return bounds.upper().map(java.math.BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    private Map<String, String> repair(Repair repair) {
        return Map.of(
                "code", repair.code(),
                "en", shown(repair, Locale.ENGLISH),
                "zh", shown(repair, Locale.CHINESE));
    }

    private static String shown(Repair repair, Locale locale) {
        DisplayFormat format = DisplayFormat.of(locale);
        return repair.text().in(locale) + ": " + format.format(repair.implied()) + " / "
                + format.format(repair.published());
    }

    private static Map<String, String> both(Label label) {
        return Map.of("en", label.en(), "zh", label.zh());
    }
}
