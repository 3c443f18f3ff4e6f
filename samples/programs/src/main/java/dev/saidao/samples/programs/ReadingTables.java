package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.reading.LeftOut;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.MentionKind;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import dev.saidao.core.text.FigureFormat;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a reading, with places counted in code points. */
final class ReadingTables {

    private static final List<String> FIGURES = List.of(
            "id",
            "start",
            "end",
            "as_published",
            "kind",
            "value",
            "value_to",
            "unit",
            "qualifier",
            "low",
            "high",
            "indicator",
            "subject",
            "time",
            "status",
            "rule");
    private static final List<String> RELATIONS = List.of(
            "id",
            "kind",
            "members",
            "start",
            "end",
            "verdict",
            "low",
            "high",
            "printed",
            "reason",
            "repairs",
            "rule",
            "sureness");
    private static final List<String> LEFT_OUT = List.of("start", "end", "text", "why");

    private final PageReading reading;
    private final Language language;

    ReadingTables(PageReading reading, Language language) {
        this.reading = reading;
        this.language = language;
    }

    void figures(Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        csv.writeRecord(FIGURES);
        Places places = new Places(reading.text());
        Set<String> related = reading.relations().stream()
                .filter(ReadingTables::isAuditable)
                .flatMap(relation -> relation.members().stream())
                .flatMap(member -> member.mention().stream())
                .collect(Collectors.toSet());
        for (Mention mention : reading.mentions()) {
            Optional<Bounds> bounds = bounds(mention);
            csv.writeRecord(
                    mention.id(),
                    places.of(mention.start()),
                    places.of(mention.end()),
                    related.contains(mention.id()) ? auditable(mention) : mention.text(),
                    mention.kind().code(),
                    number(mention, mention.value()).toPlainString(),
                    mention.valueTo()
                            .map(upper -> number(mention, upper).toPlainString())
                            .orElse(""),
                    mention.unit(),
                    mention.qualifier(),
                    bounds.flatMap(Bounds::lower).map(CsvText::shown).orElse(""),
                    bounds.flatMap(Bounds::upper).map(CsvText::shown).orElse(""),
                    mention.indicator(),
                    mention.subject(),
                    mention.time(),
                    mention.status().name().toLowerCase(Locale.ROOT),
                    mention.rule());
        }
        csv.flush();
    }

    /** Whether a relation is complete, or tells of the one member that it lacks; the figures of others stay as the page prints them. */
    private static boolean isAuditable(ProposedRelation relation) {
        return relation.members().stream()
                        .filter(member -> member.mention().or(member::constant).isEmpty())
                        .count()
                <= (relation.implied().isPresent() ? 1 : 0);
    }

    /** Percentage points are points, as in {@code parse} and as the ends of their bounds are; a reading has them as fractions. */
    private static BigDecimal number(Mention mention, BigDecimal value) {
        return mention.kind() == MentionKind.POINTS ? value.movePointRight(2) : value;
    }

    /**
     * The words of a figure that a relation needs which can be audited, if they read alone as the number that they are; else, as for a fall or 数十家,
     * the number as the library prints it, so that the table can be corrected and audited.
     */
    static String auditable(Mention mention) {
        return mention.printed()
                .filter(printed -> !readsBack(mention, printed))
                .map(printed -> printed.unit().equals(Unit.GROWTH_RATE)
                        ? FigureFormat.english().format(printed).replace(" a year", "")
                        : FigureFormat.english().format(printed))
                .orElse(mention.text());
    }

    private static boolean readsBack(Mention mention, PrintedNumber printed) {
        try {
            PrintedNumber read = mention.unit().isEmpty()
                    ? FigureFormat.english().parse(mention.text())
                    : FigureFormat.english().parse(mention.text(), printed.unit());
            boolean rate = read.unit().equals(Unit.SHARE) && printed.unit().equals(Unit.GROWTH_RATE);
            return (rate || read.unit().equals(printed.unit()))
                    && read.amount().compareTo(printed.amount()) == 0
                    && read.lastPlace().compareTo(printed.lastPlace()) == 0
                    && (read.qualifier() == Qualifier.NONE || read.qualifier() == printed.qualifier());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the number says by the strict reading; for a range, from end to end. */
    static Optional<Bounds> bounds(Mention mention) {
        return mention.valueTo().isPresent()
                ? Optional.of(Bounds.closed(
                        number(mention, mention.value()),
                        number(mention, mention.valueTo().get())))
                : mention.printed()
                        .map(printed -> ReadingConvention.strict().read(printed).bounds());
    }

    void relations(Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        csv.writeRecord(RELATIONS);
        Places places = new Places(reading.text());
        for (ProposedRelation relation : reading.relations()) {
            csv.writeRecord(
                    relation.id(),
                    relation.kind(),
                    members(relation),
                    places.of(relation.start()),
                    places.of(relation.end()),
                    relation.verdict().code(),
                    relation.implied()
                            .flatMap(Bounds::lower)
                            .map(CsvText::shown)
                            .orElse(""),
                    relation.implied()
                            .flatMap(Bounds::upper)
                            .map(CsvText::shown)
                            .orElse(""),
                    printed(relation),
                    relation.reason().in(language.locale()),
                    String.join(";", repairs(relation)),
                    relation.rule(),
                    relation.sureness().code());
        }
        csv.flush();
    }

    static String members(ProposedRelation relation) {
        return relation.members().stream()
                .map(member -> member.role() + "="
                        + member.mention().or(member::constant).orElse("?"))
                .collect(Collectors.joining(";"));
    }

    private String printed(ProposedRelation relation) {
        return relation.finding()
                .flatMap(Finding::judged)
                .map(reading::mention)
                .map(mention -> number(mention, mention.value()).toPlainString())
                .orElse("");
    }

    private static List<String> repairs(ProposedRelation relation) {
        List<String> codes = new ArrayList<>();
        relation.finding().ifPresent(finding -> {
            finding.otherConvention().ifPresent(codes::add);
            finding.repairs().stream().map(Repair::code).forEach(codes::add);
        });
        return codes.stream().distinct().toList();
    }

    void leftOut(Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        csv.writeRecord(LEFT_OUT);
        Places places = new Places(reading.text());
        for (LeftOut number : reading.leftOut()) {
            csv.writeRecord(
                    places.of(number.start()),
                    places.of(number.end()),
                    number.text(),
                    number.reason().code());
        }
        csv.flush();
    }

    private static CsvWriter csv(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }

    /** Counts code points once through the text, for places that come in about their order. */
    private static final class Places {

        private final String text;
        private int index;
        private int codePoints;

        Places(String text) {
            this.text = text;
        }

        String of(int place) {
            codePoints += place >= index ? text.codePointCount(index, place) : -text.codePointCount(place, index);
            index = place;
            return String.valueOf(codePoints);
        }
    }
}
