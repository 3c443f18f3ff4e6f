package dev.saidao.core.reading;

import dev.saidao.core.figure.ReferencePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads running text in Chinese (simplified and traditional) and English: finds its figures and the relations it states between
 * them, and audits these.
 *
 * <pre>{@code
 * PageReading reading = PageReader.withDefaults().read("2025年市场规模为52亿元,2029年将达98亿元,年均增长12%。", published);
 * reading.contradictions();
 * }</pre>
 *
 * <ul>
 *   <li>Figures are numbers with a unit, a currency, a noun that is counted or a word of share or growth; dates, ordinals, names
 *       and the like are left out, with the reason.
 *   <li>A relation is proposed only where words say so. How {@linkplain Sureness sure} it is decides whether a contradiction is
 *       shown as one.
 *   <li>Relations are audited one by one, by the strict reading; counts as continuous, since text often rounds them.
 *   <li>Time is proportional to the length of the text. Immutable and thread-safe.
 * </ul>
 *
 * @since 0.1
 */
public final class PageReader {

    private static final PageReader DEFAULTS = new PageReader(ReadingVocabulary.withDefaults());

    private final ReadingVocabulary vocabulary;

    private PageReader(ReadingVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** {@return a reader with the words of this library} */
    public static PageReader withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a reader with other words.
     *
     * @param vocabulary such as {@code ReadingVocabulary.withDefaults().plus(lines)}
     * @return the reader
     */
    public PageReader with(ReadingVocabulary vocabulary) {
        return new PageReader(vocabulary);
    }

    /**
     * Reads a text.
     *
     * @param text the text; line breaks end headings and paragraphs
     * @param published the day of publication, from which relative words are counted
     * @return what was read
     */
    public PageReading read(String text, LocalDate published) {
        PageScan scan = new PageScan(text, published, vocabulary);
        List<Draft> drafts = RelationPass.propose(scan);
        PrintedForm printed = new PrintedForm();
        Map<Found, Mention> mentions = new HashMap<>();
        PageReading.Builder reading = PageReading.builder().text(text).published(published);
        for (Found figure : scan.figures) {
            Mention mention = mention("f" + (mentions.size() + 1), figure, text, printed);
            mentions.put(figure, mention);
            reading.addMentions(mention);
        }
        DraftForm forms = new DraftForm(mentions, printed);
        int relations = 0;
        for (Draft draft : drafts) {
            reading.addRelations(relation("r" + ++relations, draft, mentions, forms));
        }
        return reading.addAllLeftOut(scan.leftOut).build();
    }

    private static Mention mention(String id, Found figure, String text, PrintedForm printed) {
        Mention.Builder mention = Mention.builder()
                .id(id)
                .start(figure.start)
                .end(figure.end)
                .text(text.substring(figure.start, figure.end))
                .kind(figure.kind)
                .value(plain(figure.value))
                .valueTo(Optional.ofNullable(figure.upTo).map(PageReader::plain))
                .unit(unit(figure))
                .qualifier(figure.qualifier)
                .time(time(figure))
                .period(period(figure))
                .isTimeSaid(figure.timeSaid)
                .status(figure.status)
                .indicator(figure.indicator)
                .subject(figure.subject)
                .rule(figure.rule);
        return mention.printed(figure.isRange() ? Optional.empty() : printed.of(figure))
                .build();
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static String unit(Found figure) {
        return figure.kind == MentionKind.DENSITY
                ? figure.unit + " per " + (figure.per > 1 ? figure.per + " " : "") + figure.base
                : figure.unit;
    }

    private static String time(Found figure) {
        if (figure.time == null) {
            return "";
        }
        return figure.from == null ? figure.time.toString() : figure.from.lastMonth() + "/" + figure.time.lastMonth();
    }

    private static ReferencePeriod period(Found figure) {
        When to = figure.time;
        When from = figure.from;
        if (to == null) {
            return ReferencePeriod.undated();
        }
        ReferencePeriod period = from != null && from.year() < to.year()
                ? ReferencePeriod.span(from.year(), to.year())
                : ReferencePeriod.year(to.year());
        return to.grain().isYear() && (from == null || from.grain().isYear()) ? period : period.stated(time(figure));
    }

    // ---- relations ----

    private static ProposedRelation relation(String id, Draft draft, Map<Found, Mention> mentions, DraftForm forms) {
        List<ProposedRelation.Role> members = new ArrayList<>();
        draft.members.forEach((role, figure) -> members.add(new ProposedRelation.Role(
                role, Optional.ofNullable(figure).map(mentions::get).map(Mention::id), Optional.empty())));
        draft.constants.forEach((role, constant) ->
                members.add(new ProposedRelation.Role(role, Optional.empty(), Optional.of(constant))));
        List<Found> figures = draft.figures();
        return ProposedRelation.builder()
                .id(id)
                .kind(draft.kind.code())
                .members(members)
                .start(figures.stream().mapToInt(figure -> figure.start).min().orElse(0))
                .end(figures.stream().mapToInt(figure -> figure.end).max().orElse(0))
                .rule(draft.rule)
                .sureness(draft.sureness)
                .relation(forms.relation(id, draft))
                .numbers(forms.numbers(draft))
                .build();
    }
}
