package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of an English sentence their times. A time mostly stands behind its figure ("2.1 bn in 2025"), or before
 * it at the start of a clause ("In 2025, …", "(2024: …)"); figures that are listed share the time of the last.
 */
final class EnglishPeriods {

    private static final Pattern NEXT_CLAUSE = Pattern.compile("(?:, (?:and|while|but) |;)");
    private static final Pattern OF_THE_FUTURE =
            Pattern.compile("\\b(?:will|would|shall|should|is to|are to|expected|projected|forecast|set to|likely)\\b");
    private static final Pattern ENDS_WITH_ARTICLE = Pattern.compile("(?s).*\\b(?:against|on|versus|to|with) an?");
    private static final Pattern SUPERLATIVE =
            Pattern.compile("(?s).*(?:est|most|first|record)\\b.*since (?:the )?(?:[a-z]+ )?");
    private static final Pattern COMPARISON =
            Pattern.compile("\\b(?:compared with|compared to|up from|down from|against|versus) ");
    private static final Pattern GAP_TO_TIME = Pattern.compile("[ a-z0-9'-]*(?:\\([a-z]{1,6}\\))?,?[ a-z(]*(?:end-)?");
    private static final Pattern OTHER_TIME = Pattern.compile("\\b(?:while|but|compared|against|from|than)\\b");
    private static final Pattern COLON = Pattern.compile(": ?");
    private static final Pattern FROM_APART = Pattern.compile(", from ");
    private static final Pattern BASE_NOUN = Pattern.compile(
            " (?:baseline|base|level|figure|total|value)(?: of)? |, which (?:was|were|stood at|came to) ");
    private static final Pattern LISTED =
            Pattern.compile("(?: in [a-z -]{1,30}| for [a-z -]{1,20})?,? ?(?:and )?(?:a |an )?");
    private static final Pattern ENDS_WITH_FROM = Pattern.compile(".*\\bfrom ?(?:a |the )?");
    private static final Pattern UP_TO = Pattern.compile(" (?:[a-z]+ ){0,3}to (?:just |about |around |some )?");
    private static final Pattern AGAINST =
            Pattern.compile(".*\\b(?:against|compared with|compared to|versus|up from|down from|from)\\s*(?:a |the )?");
    private static final Pattern CONTRIBUTION = Pattern.compile("\\b(?:added|contributed)\\b");
    private static final Pattern OF_THE = Pattern.compile(" (?:the|its|that of the|as many as) ");
    private static final Pattern DIRECTLY = Pattern.compile(" (?:to|last year to|from) .{0,3}|.{0,12}");

    private static final int BESIDE = 45;
    private static final int FAR = 70;
    private static final int BRACKETS = 49;
    private static final Pattern SPAN_OF = Pattern.compile(" (?:for|over|during|in) (?:the )?(?:years |period )?");
    private static final Pattern FROM_FIGURE = Pattern.compile(
            " from (?:about |around |some |just |only |nearly )?[^ ]{0,3} ?[\\d.,]+%? ?[a-z]* ?(?:in )?$");
    private static final Pattern TO_SPAN = Pattern.compile("[ a-z()-]{0,40}");
    private static final Pattern RESPECTIVELY = Pattern.compile("\\brespectively\\b");
    private static final Pattern HAVE = Pattern.compile("\\b(?:has|have)\\b");

    /** How far back in a clause without a comma words of comparison are looked for. */
    private static final int CLAUSE = 200;

    private final String folded;
    private final Layout layout;
    private final LocalDate published;
    private @Nullable When main;
    private @Nullable When spanFrom;
    /** Whether the span was named in this sentence. */
    private boolean spanHere;

    private @Nullable When spanTo;
    private boolean spanOfAmounts;
    /** The span that an amount of the sentence is of. */
    private @Nullable TimeExpression spanOfSum;
    /** A time still to come that was spoken of, for a sentence that goes on about the future. */
    private @Nullable When future;
    /** The span of the last rate, and the times of the last pair of levels. */
    private @Nullable When rateFrom;

    private @Nullable When rateTo;
    /** The last level of the sentences before whose time is said. */
    private @Nullable Found lastLevel;

    private @Nullable When pairFrom;
    private @Nullable When pairTo;

    EnglishPeriods(String folded, Layout layout, LocalDate published) {
        this.folded = folded;
        this.layout = layout;
        this.published = published;
    }

    /** Starts a paragraph, under a heading that may name a time. */
    void startParagraph(@Nullable When heading) {
        main = heading;
        spanFrom = null;
        spanTo = null;
        future = null;
        lastLevel = null;
        rateFrom = null;
        rateTo = null;
        pairFrom = null;
        pairTo = null;
    }

    @Nullable When main() {
        return main;
    }

    void main(@Nullable When time) {
        main = time;
    }

    void run(Sentence sentence, List<Found> figures, List<TimeExpression> times) {
        When before = main;
        When sentenceMain = null;
        boolean[] bound = new boolean[times.size()];
        spanHere = false;
        spanOfSum = null;
        for (TimeExpression time : times) {
            if (time.type() == TimeType.SPAN) {
                spanFrom = time.from();
                spanTo = time.to();
                spanOfAmounts = folded.startsWith("from", time.start()) && !isSpanOfRate(figures, time);
                spanHere = true;
            } else if (time.type() == TimeType.FUTURE && time.years() > 0) {
                int end = endOfFuture(time.years(), times);
                if (spanFrom != null && spanTo != null && spanTo.year() - spanFrom.year() == time.years()) {
                    spanHere = true; // "the next seven years" of a paragraph about 2020 to 2027
                    continue;
                }
                spanFrom = When.year(end - time.years());
                spanTo = When.year(end);
                spanOfAmounts = true;
                spanHere = true;
            } else if (time.type() == TimeType.PAST && time.years() > 0) {
                int end = When.lastYear(published);
                spanFrom = When.year(end - time.years());
                spanTo = When.year(end);
                spanHere = true;
            }
            if (spanHere && spanFrom != null && spanOfAmounts && time.type() == TimeType.FUTURE) {
                spanFrom = spanFrom.plusYears(1);
            }
        }
        // "during the forecast period" is the span that the paragraph named before
        boolean throughout = times.stream().anyMatch(time -> time.type() == TimeType.THROUGHOUT);
        boolean ofSpan = throughout && !spanHere && spanFrom != null && spanTo != null && !spanOfAmounts;
        spanHere |= ofSpan;

        // times in their order, so that "a year earlier" knows what it is earlier than
        @Nullable When[] resolved = new When[times.size()];
        When current = before;
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            resolved[t] = resolved(time, current);
            boolean plain = time.type() == TimeType.POINT || time.type() == TimeType.PARTIAL;
            if (plain
                    && resolved[t] != null
                    && !isInBrackets(time)
                    && !isBase(time)
                    && !isOfComparison(sentence, time)) {
                if (sentenceMain == null || time.start() < firstFigure(figures)) {
                    sentenceMain = resolved[t];
                }
                current = current == null || sentenceMain == null ? resolved[t] : sentenceMain;
            }
        }
        for (int f = 0; f < figures.size(); f++) {
            bind(sentence, figures, f, times, resolved, bound);
        }
        share(figures);
        chained(sentence, figures);
        When start = future != null && speaksOfFuture(sentence) ? future : before;
        for (int f = 0; f < figures.size(); f++) {
            Found figure = figures.get(f);
            if (!isClaim(figure) && figure.time == null) {
                level(sentence, figures, f, times, fallback(figure, times, resolved, start, sentenceMain));
            }
        }
        for (int f = 0; f < figures.size(); f++) {
            Found figure = figures.get(f);
            if (isClaim(figure) && !figure.isChained) {
                claim(
                        sentence,
                        figures,
                        f,
                        times,
                        resolved,
                        bound,
                        fallback(figure, times, resolved, start, sentenceMain));
            }
        }
        remember(figures, before, sentenceMain);
    }

    /** "a CAGR of 12.7% from 2025 through 2033": the years of the rate before them, and not of amounts. */
    private boolean isSpanOfRate(List<Found> figures, TimeExpression span) {
        Found before = null;
        for (Found figure : figures) {
            before = figure.end <= span.start() ? figure : before;
        }
        return before != null
                && before.kind == MentionKind.RATE
                && TO_SPAN.matcher(folded.substring(before.end, span.start())).matches();
    }

    /** The nearest time to the left, else what the sentence before spoke of, else what this one speaks of later. */
    private @Nullable When fallback(
            Found figure,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            @Nullable When before,
            @Nullable When sentenceMain) {
        When left = null;
        for (int t = 0; t < times.size(); t++) {
            if (times.get(t).end() <= figure.start
                    && resolved[t] != null
                    && !isBase(times.get(t))
                    && !isOfFrom(times.get(t))
                    && !(isInBrackets(times.get(t))
                            && folded.substring(times.get(t).end(), figure.start)
                                            .indexOf(')')
                                    >= 0)
                    && !folded.startsWith(":", times.get(t).end())
                    && times.get(t).type() != TimeType.SPAN
                    && times.get(t).type() != TimeType.ANCHORED_YEARS
                    && times.get(t).type() != TimeType.ANCHORED_PREVIOUS
                    && times.get(t).type() != TimeType.YEAR_BEFORE) {
                left = resolved[t];
            }
        }
        if (left != null) {
            return left;
        }
        boolean toCome = sentenceMain != null && sentenceMain.year() > published.getYear();
        if (before != null && before.equals(future) && isApart(figure, times)) {
            return before;
        }
        When around = sentenceMain != null && !toCome ? sentenceMain : before;
        return around != null ? around : toCome ? null : defaultTime();
    }

    /** "£198m (2024: £225m)", "8,412 people (8,105 at the end of 2024)": the time of what stands in the brackets alone. */
    private boolean isInBrackets(TimeExpression time) {
        for (int i = time.start(); i >= Math.max(0, time.start() - BRACKETS); i--) {
            char c = folded.charAt(i);
            if (c == '(' || c == ')' || c == '\n') {
                return c == '(';
            }
        }
        return false;
    }

    /** "from about 3,000 today, and …": the time of what something came from. */
    private boolean isOfFrom(TimeExpression time) {
        return FROM_FIGURE
                .matcher(folded.substring(Math.max(0, time.start() - 40), time.start()))
                .find();
    }

    /** Whether a figure stands in a clause of its own before the first time of its sentence. */
    private boolean isApart(Found figure, List<TimeExpression> times) {
        return !times.isEmpty()
                && times.get(0).start() > figure.end
                && NEXT_CLAUSE
                        .matcher(folded.substring(figure.end, times.get(0).start()))
                        .find();
    }

    private boolean speaksOfFuture(Sentence sentence) {
        String words = folded.substring(sentence.start(), sentence.end());
        return OF_THE_FUTURE.matcher(words).find();
    }

    /** What the next sentence may go on with: the latest time that is not still to come, and the latest that is. */
    private void remember(List<Found> figures, @Nullable When before, @Nullable When sentenceMain) {
        When latest = sentenceMain != null && sentenceMain.year() <= published.getYear() ? sentenceMain : before;
        When toCome = sentenceMain != null && sentenceMain.year() > published.getYear() ? sentenceMain : future;
        Found last = null;
        for (Found figure : figures) {
            When time = figure.time;
            if (time == null || isClaim(figure)) {
                continue;
            }
            if (figure.timeSaid && figure.from == null) {
                boolean past = time.year() <= published.getYear();
                if (past && (latest == null || time.compareTo(latest) > 0)) {
                    latest = time;
                } else if (!past && (toCome == null || time.compareTo(toCome) > 0)) {
                    toCome = time;
                }
            }
            if (last != null && last.time != null && last.sameUnit(figure) && last.time.compareTo(time) != 0) {
                boolean rising = last.time.compareTo(time) < 0;
                pairFrom = rising ? last.time : time;
                pairTo = rising ? time : last.time;
            }
            last = figure.isLevel() ? figure : last;
        }
        lastLevel = last != null && last.timeSaid && last.from == null ? last : lastLevel;
        for (Found figure : figures) {
            if (figure.kind == MentionKind.RATE && figure.from != null) {
                rateFrom = figure.from;
                rateTo = figure.time;
            }
        }
        main = latest;
        future = toCome;
        if (!spanHere && sentenceMain != null) {
            spanFrom = null;
            spanTo = null;
        }
    }

    private static int firstFigure(List<Found> figures) {
        return figures.isEmpty() ? Integer.MAX_VALUE : figures.get(0).start;
    }

    private int endOfFuture(int years, List<TimeExpression> times) {
        int usual = When.planBase(published) + years;
        for (TimeExpression time : times) {
            When to = time.to();
            if (time.type() == TimeType.POINT && to != null && Math.abs(to.year() - usual) <= 1 && years > 1) {
                return to.year();
            }
        }
        return usual;
    }

    private @Nullable When resolved(TimeExpression time, @Nullable When around) {
        When to = time.to();
        When context = around != null ? around : defaultTime();
        return switch (time.type()) {
            case POINT -> to;
            case PARTIAL -> {
                if (to == null) {
                    yield When.year(around != null ? around.year() : When.lastYear(published));
                }
                When own = to;
                if (around != null && !around.grain().isYear() && isBase(time)) {
                    // "in January 2026 compared with December"
                    When same = new When(around.year(), own.grain(), own.part());
                    yield same.compareTo(around) < 0 ? same : same.plusYears(-1);
                }
                yield around != null
                                && around.year() != published.getYear()
                                && around.grain().isYear()
                        ? new When(around.year(), own.grain(), own.part())
                        : around != null && !around.grain().isYear()
                                ? new When(around.year(), own.grain(), own.part())
                                : When.lastBefore(own.grain(), own.part(), published);
            }
            case SAME -> future != null ? future : around;
            case ANCHORED_YEARS ->
                to == null ? context.plusYears(-time.years()) : new When(to.year(), context.grain(), context.part());
            case ANCHORED_PREVIOUS -> context.previous();
            case YEAR_BEFORE -> When.year(context.year() - time.years());
            case AGO -> context.plusYears(-Math.max(time.years(), 1));
            default -> null;
        };
    }

    private When defaultTime() {
        return When.year(When.lastYear(published));
    }

    /** "on 2019", "since 2020", "from 2024", "compared with 2019", "than in 2019": what growth is counted from. */
    private boolean isBase(TimeExpression time) {
        String before =
                folded.substring(Math.max(0, time.start() - 20), time.start()).stripTrailing();
        boolean article = before.endsWith(" a") || before.endsWith(" an");
        before = article && ENDS_WITH_ARTICLE.matcher(before).matches()
                ? before.substring(0, before.lastIndexOf(" a"))
                : before;
        if (isSuperlative(time)) {
            return false;
        }
        return before.endsWith(" on")
                || (before.endsWith("% over") && time.type() == TimeType.POINT)
                || before.endsWith("since")
                || before.endsWith("compared with")
                || before.endsWith("compared to")
                || before.endsWith("than in")
                || before.endsWith(" than")
                || before.endsWith("than at the end of")
                || before.endsWith("from the end of")
                || before.endsWith("versus")
                || before.endsWith("relative to")
                || before.endsWith("a year from")
                || before.endsWith("per year from")
                || before.endsWith("from a")
                || before.endsWith("up from")
                || before.endsWith("earlier than")
                || before.endsWith("against")
                || before.endsWith("that of")
                || before.endsWith("that in")
                || before.endsWith("below the")
                || before.endsWith("above the")
                || before.endsWith("than the")
                || before.endsWith("on the")
                || (before.endsWith("from") && !folded.startsWith(" to", time.end()))
                || folded.startsWith("since ", time.start());
    }

    /** "the steepest since 2017" says nothing of what is compared. */
    private boolean isSuperlative(TimeExpression time) {
        String before = folded.substring(Math.max(0, time.start() - 30), time.start());
        return before.contains("since ") && SUPERLATIVE.matcher(before).matches();
    }

    /** "compared with 42% in 2015": a time of what something is compared with is not what the sentence speaks of. */
    private boolean isOfComparison(Sentence sentence, TimeExpression time) {
        int start = Math.max(layout.clauseStart(sentence, time.start()), time.start() - CLAUSE);
        String clause = folded.substring(start, time.start());
        return COMPARISON.matcher(clause).find();
    }

    /** Binds a figure to a time beside it. */
    private void bind(
            Sentence sentence,
            List<Found> figures,
            int f,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            boolean[] bound) {
        Found figure = figures.get(f);
        int next = f + 1 < figures.size() ? figures.get(f + 1).start : sentence.end();
        int previous = f > 0 ? figures.get(f - 1).end : sentence.start();
        boolean claim = isClaim(figure);
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            if (time.type() == TimeType.SPAN && !claim && isSpanOf(time, figure)) {
                figure.from = time.from();
                figure.time = time.to();
                figure.timeSaid = true;
                spanOfSum = time;
                return;
            }
            if (resolved[t] == null || time.type() == TimeType.SPAN) {
                continue;
            }
            boolean behind = time.start() >= figure.end && time.start() < next;
            String gap = behind ? folded.substring(figure.end, time.start()) : "";
            boolean near = behind
                    && gap.length() <= (gap.endsWith(" by ") ? FAR : BESIDE)
                    && GAP_TO_TIME.matcher(gap).matches()
                    && (!gap.contains(" and ")
                            || (gap.startsWith(" of ") && gap.endsWith(" ") && next == sentence.end()))
                    && !OTHER_TIME.matcher(gap).find();
            boolean ownBase = isBase(time);
            if (near && !claim && !ownBase && !startsClause(time, next, figures, f)) {
                figure.time = resolved[t];
                figure.timeSaid = true;
                bound[t] = true;
                return;
            }
        }
        if (claim) {
            return;
        }
        // (2024: £656.4m), Q2: 43,090, "In 2020 the figure was 141"
        for (int t = times.size() - 1; t >= 0; t--) {
            TimeExpression time = times.get(t);
            boolean before = time.end() <= figure.start && time.start() >= previous;
            if (!before || resolved[t] == null || bound[t] || time.type() == TimeType.SPAN) {
                continue;
            }
            String gap = folded.substring(time.end(), figure.start);
            boolean label =
                    COLON.matcher(gap).matches() || (gap.equals(" (") && time.type() == TimeType.ANCHORED_YEARS);
            boolean opening =
                    layout.clauseStart(sentence, time.start()) >= previous - 1 || time.start() - sentence.start() < 14;
            boolean from = FROM_APART.matcher(gap).find();
            if ((label || opening || gap.length() < 60)
                    && !from
                    && !(isBase(time) && !label && !BASE_NOUN.matcher(gap).matches())) {
                figure.time = resolved[t];
                figure.timeSaid = true;
                return;
            }
        }
    }

    /** "€4.5 billion for 2026-2030": an amount of all the years. */
    private boolean isSpanOf(TimeExpression time, Found figure) {
        return figure.kind.isAmount()
                && time.start() >= figure.end
                && SPAN_OF.matcher(folded.substring(figure.end, time.start())).matches();
    }

    /** Whether a time behind a figure opens the clause of the next figure: "… 910 MW. By 2030, it …". */
    private boolean startsClause(TimeExpression time, int next, List<Found> figures, int f) {
        if (f + 1 >= figures.size()) {
            return false;
        }
        String behind = folded.substring(time.end(), Math.min(next, folded.length()));
        return COLON.matcher(behind).matches();
    }

    /** "$1.31 bn, $0.98 bn and $0.55 bn in 2025": listed figures have one time. */
    private void share(List<Found> figures) {
        for (int f = figures.size() - 2; f >= 0; f--) {
            Found figure = figures.get(f);
            Found next = figures.get(f + 1);
            String between = folded.substring(Math.min(figure.end, next.start), next.start);
            boolean listed = figure.time == null
                    && next.time != null
                    && figure.sameUnit(next)
                    && !isClaim(figure)
                    && !isClaim(next)
                    && LISTED.matcher(between).matches();
            if (listed) {
                figure.time = next.time;
                figure.timeSaid = next.timeSaid;
            }
        }
    }

    /** "from $152 in 2023 to $115 in 2024 and $104 in 2025, drops of 24% and 10% respectively": each claim of its own pair. */
    private void chained(Sentence sentence, List<Found> figures) {
        if (figures.size() < 5
                || !RESPECTIVELY
                        .matcher(folded)
                        .region(sentence.start(), sentence.end())
                        .find()) {
            return;
        }
        List<Found> levels = figures.stream()
                .filter(figure -> !isClaim(figure) && figure.isLevel() && figure.timeSaid && figure.time != null)
                .toList();
        List<Found> claims = figures.stream()
                .filter(figure -> figure.kind == MentionKind.STEP)
                .toList();
        boolean fits = claims.size() > 1
                && levels.size() == claims.size() + 1
                && levels.size() + claims.size() == figures.size()
                && levels.stream().allMatch(levels.get(0)::sameUnit)
                && levels.get(levels.size() - 1).end <= claims.get(0).start;
        for (int i = 0; fits && i < claims.size(); i++) {
            When from = levels.get(i).time;
            When to = levels.get(i + 1).time;
            if (from == null || to == null || from.compareTo(to) >= 0) {
                return;
            }
            Found claim = claims.get(i);
            claim.from = from;
            claim.time = to;
            claim.timeSaid = true;
            claim.isChained = true;
        }
    }

    private void level(
            Sentence sentence, List<Found> figures, int f, List<TimeExpression> times, @Nullable When fallback) {
        Found figure = figures.get(f);
        Found previous = f > 0 ? figures.get(f - 1) : null;
        String between = folded.substring(previous == null ? sentence.start() : previous.end, figure.start);
        if (ENDS_WITH_FROM.matcher(between).matches()) {
            // "since 2019, from 742 Mt to 653 Mt in 2024"
            for (TimeExpression time : times) {
                if (isBase(time) && time.to() != null && time.start() < figure.start) {
                    figure.time = time.to();
                    figure.timeSaid = true;
                    return;
                }
            }
        }
        if (spanOfSum != null && figure.role.equals("every") && figure.start > spanOfSum.end()) {
            figure.from = spanOfSum.from();
            figure.time = spanOfSum.to();
            figure.timeSaid = true;
            return;
        }
        When since = since(sentence, figure, times);
        if (since != null && fallback != null && since.compareTo(fallback) < 0) {
            figure.from = since;
            figure.time = fallback;
            figure.timeSaid = true;
            return;
        }
        Found next = f + 1 < figures.size() ? figures.get(f + 1) : null;
        boolean starts = ENDS_WITH_FROM.matcher(between).matches();
        boolean ends = previous != null && UP_TO.matcher(between).matches() && previous.sameUnit(figure);
        boolean leads = starts
                && next != null
                && next.sameUnit(figure)
                && UP_TO.matcher(folded.substring(figure.end, Math.max(figure.end, next.start)))
                        .matches();
        if (leads && !spanOfAmounts && spanFrom != null && spanHere) {
            figure.time = spanFrom;
            figure.timeSaid = true;
            return;
        }
        if (ends
                && !spanOfAmounts
                && spanTo != null
                && spanHere
                && previous != null
                && Objects.equals(previous.time, spanFrom)) {
            figure.time = spanTo;
            figure.timeSaid = true;
            return;
        }
        When[] earlierPair = leads ? pairBefore(figures, f) : null;
        if (earlierPair != null && next != null) {
            figure.time = earlierPair[0];
            figure.timeSaid = true;
            return;
        }
        if (leads && fallback != null && next != null && next.time == null) {
            figure.time = fallback.plusYears(-1);
            return;
        }
        boolean against = AGAINST.matcher(between).matches();
        Found compared = against && previous != null && isClaim(previous) && f > 1 ? figures.get(f - 2) : previous;
        if (against && compared != null && compared.time != null && compared.sameUnit(figure)) {
            boolean sequential = previous != null && previous.compared.equals("previous");
            figure.time = sequential ? compared.time.previous() : compared.time.plusYears(-1);
            return;
        }
        boolean end = folded.startsWith(" by its end", figure.end)
                || folded.startsWith(" by the end of the period", figure.end)
                || folded.startsWith(" by the end of the forecast period", figure.end);
        if (spanTo != null
                && spanFrom != null
                && (spanOfAmounts || end)
                && (fallback == null || end || fallback.compareTo(spanTo) < 0)) {
            figure.from = end ? null : spanFrom;
            figure.time = spanTo;
            figure.timeSaid = true;
            return;
        }
        figure.time = fallback;
        figure.timeSaid = false;
    }

    /** "Since 2019 its tenants have raised €1.3bn": from when on an amount came together, null if words do not say so. */
    private @Nullable When since(Sentence sentence, Found figure, List<TimeExpression> times) {
        if (times.isEmpty() || !figure.kind.isAmount()) {
            return null;
        }
        TimeExpression first = times.get(0);
        boolean opens = first.type() == TimeType.POINT
                && first.start() - sentence.start() <= 7
                && folded.startsWith("since", sentence.start());
        boolean done = opens
                && first.end() < figure.start
                && HAVE.matcher(folded).region(first.end(), figure.start).find();
        return done ? first.to() : null;
    }

    /** "from 34% in 2025 to 60% in 2030, and capacity from 18 GW to 45 GW": the times of a pair hold for the next. */
    private static When @Nullable [] pairBefore(List<Found> figures, int f) {
        for (int i = f - 1; i > 0; i--) {
            Found to = figures.get(i);
            Found from = figures.get(i - 1);
            boolean pair = from.cue.equals("from")
                    && from.sameUnit(to)
                    && from.timeSaid
                    && from.time != null
                    && to.time != null
                    && from.time.compareTo(to.time) < 0;
            if (pair && from.time != null && to.time != null) {
                return new When[] {from.time, to.time};
            }
        }
        return null;
    }

    static boolean isClaim(Found figure) {
        return figure.kind.isGrowth()
                || figure.kind == MentionKind.POINTS
                || (figure.kind == MentionKind.MULTIPLE && !figure.isRatio)
                || figure.role.equals("change");
    }

    private void claim(
            Sentence sentence,
            List<Found> figures,
            int f,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            boolean[] bound,
            @Nullable When fallback) {
        Found figure = figures.get(f);
        int next = f + 1 < figures.size() ? figures.get(f + 1).start : sentence.end();
        int previous = f > 0 ? figures.get(f - 1).end : sentence.start();
        boolean ownSpan = spanHere && spanTo != null && hasSpan(times, previous, figure, next);
        if (spanHere && spanTo != null && (figure.kind == MentionKind.RATE || (ownSpan && figure.kind.isGrowth()))) {
            figure.time = spanTo;
            figure.from = spanOfAmounts && isFuture(times) && spanFrom != null ? spanFrom.plusYears(-1) : spanFrom;
            for (int t = 0; t < times.size(); t++) {
                // "the forecast period 2026-2033, from a 2025 base"
                if (isBase(times.get(t)) && resolved[t] != null) {
                    figure.from = resolved[t];
                }
            }
            figure.timeSaid = true;
            return;
        }
        When to = null;
        When from = null;
        int years = 0;
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            boolean behind = time.start() >= figure.end
                    && time.start() < next
                    && time.start() - figure.end < 45
                    && !folded.startsWith(":", time.end());
            boolean before =
                    time.end() <= figure.start && time.start() >= previous && !folded.startsWith(":", time.end());
            if (time.type() == TimeType.DURATION && (behind || before)) {
                years = time.years();
            }
            if (resolved[t] == null || !(behind || before) || bound[t] || isSuperlative(time)) {
                continue;
            }
            boolean ofMultiple =
                    behind && figure.kind == MentionKind.MULTIPLE && !folded.startsWith("by ", time.start() - 3);
            if (isBase(time) || ofMultiple) {
                from = resolved[t];
            } else if (time.type() == TimeType.ANCHORED_YEARS || time.type() == TimeType.ANCHORED_PREVIOUS) {
                from = behind && from == null ? resolved[t] : from;
            } else if (to == null) {
                to = resolved[t];
            }
        }
        boolean contribution = figure.kind == MentionKind.POINTS
                && CONTRIBUTION
                        .matcher(folded.substring(Math.max(sentence.start(), figure.start - 40), figure.start))
                        .find();
        if ((figure.kind == MentionKind.POINTS && figure.cue.equals("to")) || contribution) {
            figure.time = to != null ? to : fallback;
            return;
        }
        Found[] pair = from == null && figure.compared.isEmpty() ? pair(figures, f, to) : null;
        if (pair != null && pair[0].time != null && pair[1].time != null) {
            from = pair[0].time;
            to = pair[1].time;
        }
        boolean ownPair = pair != null;
        if (to == null && years > 0 && from == null) {
            to = timeOfLevels(figures, f, fallback);
        }
        if (!ownPair && years > 0 && to != null && pairTo != null && from == null) {
            // "In 2020 it was 141, so it has grown by 58% in four years"
            from = to.plusYears(years).compareTo(main != null ? main : to) <= 0 ? to : to.plusYears(-years);
            to = from.plusYears(years);
        } else if (!ownPair
                && years > 0
                && to != null
                && from == null
                && main != null
                && to.plusYears(years).compareTo(main) == 0) {
            from = to;
            to = main;
        }
        Found target =
                figure.kind == MentionKind.RATE && from == null && rateFrom == null ? laterLevel(figures, f) : null;
        if (target != null && target.time != null && lastLevel != null && lastLevel.time != null) {
            from = lastLevel.time;
            to = target.time;
        }
        if (to == null && from != null && figure.kind == MentionKind.RATE && future != null) {
            to = future;
        }
        if (to == null) {
            to = timeOfLevels(figures, f, fallback);
        }
        Found base = f + 1 < figures.size() ? figures.get(f + 1) : null;
        boolean ofBase = figure.kind == MentionKind.MULTIPLE
                && base != null
                && base.isLevel()
                && base.time != null
                && OF_THE.matcher(folded.substring(figure.end, Math.max(figure.end, base.start)))
                        .matches();
        if (ofBase && base != null && from == null) {
            from = base.time;
        }
        if (from == null && figure.kind == MentionKind.RATE && to != null) {
            from = earlierOnLeft(figure, times, resolved, to);
        }
        if (figure.compared.isEmpty() && from == null && figure.kind.isGrowth() && figure.kind != MentionKind.RATE) {
            figure.compared = inherited(figures, f);
        }
        if (to == null && from != null && figure.compared.equals("year")) {
            to = from.plusYears(1);
        }
        if (figure.compared.equals("previous") && to != null) {
            from = to.previous();
        } else if (figure.compared.equals("year") && to != null && from == null) {
            from = to.plusYears(-1);
        }
        if (from == null && times.isEmpty() && pairFrom != null && pairTo != null && figure.kind == MentionKind.RATE) {
            from = pairFrom;
            to = pairTo;
        }
        if (from == null && figure.kind == MentionKind.RATE && rateFrom != null) {
            from = rateFrom;
            to = rateTo;
        }
        if (from == null
                && times.isEmpty()
                && pairFrom != null
                && figures.stream().noneMatch(other -> other.isLevel() && !isClaim(other))) {
            from = pairFrom;
            to = pairTo;
        }
        if (figure.kind == MentionKind.RATE && from == null && !figure.timeSaid && isOfUnnamedYears(times)) {
            to = null; // "a CAGR of 9.9% during the forecast period", which nothing tells
        }
        if (to == null && from == null && figure.kind != MentionKind.RATE) {
            to = defaultTime();
        }
        figure.time = to;
        if (from != null && to != null && from.compareTo(to) < 0) {
            figure.from = from;
            figure.timeSaid = true;
        } else if ((figure.kind == MentionKind.STEP
                        || figure.kind == MentionKind.POINTS
                        || figure.role.equals("change"))
                && to != null) {
            figure.from = to.plusYears(-1);
        }
    }

    /** "exports rose by 1.9% quarter-on-quarter …, whereas imports rose by 3.2%": compared with what the sentence said before. */
    private static String inherited(List<Found> figures, int f) {
        for (int i = f - 1; i >= Math.max(0, f - 3); i--) {
            Found before = figures.get(i);
            if (before.kind == figures.get(f).kind) {
                return before.compared.equals("previous") ? before.compared : "";
            }
        }
        return "";
    }

    private static boolean isOfUnnamedYears(List<TimeExpression> times) {
        return times.stream().anyMatch(time -> time.type() == TimeType.THROUGHOUT);
    }

    /** "It reached USD 5.2 billion in 2024. With a CAGR of 7.1%, it should touch USD 11.9 billion by 2032." */
    private @Nullable Found laterLevel(List<Found> figures, int f) {
        Found last = lastLevel;
        for (int i = Math.max(0, f - 1); last != null && i <= Math.min(f + 1, figures.size() - 1); i++) {
            Found level = figures.get(i);
            boolean leads = i != f
                    && level.timeSaid
                    && level.sameUnit(last)
                    && !isClaim(level)
                    && level.from == null
                    && last.time != null
                    && level.time != null
                    && last.time.compareTo(level.time) < 0;
            if (leads) {
                return level;
            }
        }
        return null;
    }

    /** The pair of levels of one unit and two times that stands nearest to a claim, the earlier first; null if there is none. */
    private Found @Nullable [] pair(List<Found> figures, int f, @Nullable When to) {
        Found[] best = null;
        int distance = Integer.MAX_VALUE;
        Found last = null;
        for (int i = 0; i < figures.size(); i++) {
            Found level = figures.get(i);
            if (i == f || !level.isLevel() || isClaim(level) || level.time == null || level.from != null) {
                continue;
            }
            if (last != null
                    && last.sameUnit(level)
                    && last.time != null
                    && level.time != null
                    && last.time.compareTo(level.time) != 0
                    && isOfSum(last) == isOfSum(level)) {
                boolean rising = last.time.compareTo(level.time) < 0;
                Found earlier = rising ? last : level;
                Found later = rising ? level : last;
                int away = Math.min(Math.abs(last.index - f), Math.abs(i - f));
                boolean fits = to == null || to.equals(later.time) || figures.get(f).kind == MentionKind.RATE;
                if (fits && away < distance) {
                    best = new Found[] {earlier, later};
                    distance = away;
                }
            }
            last = level;
        }
        return best;
    }

    private static boolean isOfSum(Found level) {
        return !level.role.isEmpty() && !level.role.equals("total");
    }

    /** Whether a span of years stands beside a claim: "cut by 30% between 2010 and 2024". */
    private static boolean hasSpan(List<TimeExpression> times, int previous, Found figure, int next) {
        return times.stream()
                .anyMatch(time -> (time.type() == TimeType.SPAN || time.type() == TimeType.PAST)
                        && ((time.start() >= figure.end && time.start() < next)
                                || (time.end() <= figure.start && time.start() >= previous)));
    }

    /** The last time to the left that is earlier: "38% in 2024, while … 14% a year through 2030". */
    private @Nullable When earlierOnLeft(Found figure, List<TimeExpression> times, @Nullable When[] resolved, When to) {
        When earlier = null;
        for (int t = 0; t < times.size(); t++) {
            When time = resolved[t];
            if (times.get(t).end() <= figure.start && time != null && time.compareTo(to) < 0) {
                earlier = time;
            }
        }
        return earlier;
    }

    private static boolean isFuture(List<TimeExpression> times) {
        return times.stream().anyMatch(time -> time.type() == TimeType.FUTURE);
    }

    /** The latest time of the levels around a claim, of those that could be what grew. */
    private @Nullable When timeOfLevels(List<Found> figures, int f, @Nullable When fallback) {
        When latest = null;
        for (int i = Math.max(0, f - 3); i < Math.min(figures.size(), f + 3); i++) {
            Found other = figures.get(i);
            boolean close = Math.abs(other.start - figures.get(f).start) < 140;
            if (i != f
                    && close
                    && other.isLevel()
                    && !isClaim(other)
                    && other.time != null
                    && other.from == null
                    && (i < f || isDirectly(figures.get(f).end, other.start))
                    && (latest == null || other.time.compareTo(latest) > 0)) {
                latest = other.time;
            }
        }
        return latest != null ? latest : fallback;
    }

    private boolean isDirectly(int end, int start) {
        return DIRECTLY.matcher(folded.substring(Math.min(end, start), start)).matches();
    }
}
