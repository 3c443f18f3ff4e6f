package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of an English sentence their times. A time mostly stands behind its figure ("2.1 bn in 2025"), or before
 * it at the start of a clause ("In 2025, …", "(2024: …)"); figures that are listed share the time of the last.
 */
final class EnglishPeriods {

    private static final Pattern NEXT_CLAUSE = Pattern.compile("(?:, (?:and|while|but) |;)");
    private static final Pattern OF_THE_FUTURE = LatinPattern.of(
            "\\b(?:will|would|shall|should|is to|are to|expected|projected|forecast|seen|set to|likely|guidance|outlook|expects?|forecasts?)\\b");
    /** A clause on a noun before it, up to a figure. */
    private static final Pattern RELATIVE = Pattern.compile(", (?:which|who|where|whose) [^,;]*$");
    /** A verb of its own in the clause behind. */
    private static final Pattern OTHER_VERB = LatinPattern.of("\\b(?:will|would|should|is|are|was|were)\\b");

    private static final Pattern YEARS_THAT_ARE =
            LatinPattern.of("(?s).*\\b(?:over|in|for|within) (?:the )?[a-z0-9]+ years, (?:from )?");
    /** "Under the plan for 2026-2030", "During the five-year period (2026-2030)", "In": what stands before a span that opens a sentence. */
    private static final Pattern OPENING_SPAN = Pattern.compile(
            "(?:(?:(?:in|over|during|for|under|throughout) [a-z0-9 -]{0,60}?(?:plan|period|programme|program|strategy|years|cycle)?)? ?[(]?(?:of |for |from )?)");
    /** What there is at a time, rather than what comes about in it. */
    private static final Pattern STOCK = LatinPattern.of(
            "\\b(?:population|inhabitants|prices?|price index|cost|costs|employment|workforce|headcount|stock|debt)\\b[^;]*$");

    private static final int LONG = 80;
    /** "one in four; in 2022 it was one in five": a time of which a clause of its own says what was then. */
    private static final Pattern WAS_THEN = LatinPattern.of(
            ",? (?:it|this|that|they|the (?:figure|share|number|rate|total|proportion|level)) (?:was|were|had been|stood|came)\\b");

    private static final Pattern TO_SPAN = Pattern.compile("[ a-z()-]{0,40}");

    private final String folded;
    private final LocalDate published;
    private final EnglishSpokenTimes spoken = new EnglishSpokenTimes();
    private final EnglishTimes words;
    private final EnglishLevels levels;
    private final EnglishClaims claims;
    private final ChainedClaims chains;
    /** The parts of years that the paragraph named with their years, by themselves without a year. */
    private final Map<When, When> reported = new HashMap<>();

    private @Nullable When reportedQuarter;

    EnglishPeriods(String folded, Layout layout, LocalDate published) {
        this.folded = folded;
        this.published = published;
        this.words = new EnglishTimes(folded, layout);
        this.levels = new EnglishLevels(folded, layout, published, words, spoken);
        this.chains = new ChainedClaims(folded);
        this.claims = new EnglishClaims(folded, published, words, spoken);
    }

    /** Starts a paragraph, under a heading that may name a time. */
    void startParagraph(@Nullable When heading) {
        spoken.startParagraph(heading);
        // another paragraph is of the last first half that had ended, unless the page named a later one, as of a fiscal
        // year
        reported.values()
                .removeIf(named -> named.compareTo(When.lastBefore(named.grain(), named.part(), published)) < 0);
    }

    @Nullable When main() {
        return spoken.main;
    }

    void main(@Nullable When time) {
        spoken.main = time;
    }

    void run(Sentence sentence, List<Found> figures, List<TimeExpression> times) {
        When before = spoken.main != null ? spoken.main : comparedQuarter(sentence, times);
        When sentenceMain = null;
        boolean[] bound = new boolean[times.size()];
        spoken.spanHere = false;
        spoken.spanOfSum = null;
        for (TimeExpression time : times) {
            if (time.type() == TimeType.SPAN) {
                spoken.spanFrom = time.from();
                spoken.spanTo = time.to();
                spoken.isFromTo = folded.startsWith("from", time.start()) && !isSpanOfRate(figures, time);
                spoken.spanOfAmounts = spoken.isFromTo || isSpanOfPlan(sentence, figures, time);
                spoken.spanHere = true;
                boolean ofYears = time.years() > 0 && figures.stream().noneMatch(EnglishClaims::isClaim);
                spoken.spanOfAmounts |= ofYears;
                spoken.spanFrom = ofYears && time.from() != null ? time.from().plusYears(1) : spoken.spanFrom;
            } else if (time.type() == TimeType.FUTURE && time.years() > 0) {
                int end = endOfFuture(time.years(), times);
                if (spoken.spanFrom != null
                        && spoken.spanTo != null
                        && spoken.spanTo.year() - spoken.spanFrom.year() == time.years()) {
                    spoken.spanHere = true; // "the next seven years" of a paragraph about 2020 to 2027
                    continue;
                }
                spoken.spanFrom = When.year(end - time.years());
                spoken.spanTo = When.year(end);
                spoken.spanOfAmounts = true;
                spoken.isFromTo = false;
                spoken.spanHere = true;
            } else if (time.type() == TimeType.PAST && time.years() > 0) {
                int end = endOfPast();
                spoken.spanFrom = When.year(end - time.years());
                spoken.spanTo = When.year(end);
                spoken.spanHere = true;
            }
            if (spoken.spanHere && spoken.spanFrom != null && spoken.spanOfAmounts && time.type() == TimeType.FUTURE) {
                spoken.spanFrom = spoken.spanFrom.plusYears(1);
            }
        }
        // "during the forecast period" is the span that the paragraph named before
        boolean throughout = times.stream().anyMatch(time -> time.type() == TimeType.THROUGHOUT);
        boolean ofSpan = throughout
                && !spoken.spanHere
                && spoken.spanFrom != null
                && spoken.spanTo != null
                && !spoken.spanOfAmounts;
        spoken.spanHere |= ofSpan;

        // times in their order, so that "a year earlier" knows what it is earlier than
        @Nullable When[] resolved = new When[times.size()];
        When current = before;
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            resolved[t] = resolved(time, current);
            boolean plain = time.type() == TimeType.POINT
                    || time.type() == TimeType.PARTIAL
                    || time.type() == TimeType.TO_DATE
                    || time.type() == TimeType.REPORTED;
            note(sentence, time, resolved[t]);
            if (plain
                    && resolved[t] != null
                    && !words.isInBrackets(time)
                    && !words.isBase(time)
                    && !words.isOfFrom(time)
                    && !isAside(figures, time)
                    && !words.isOfComparison(sentence, time)) {
                if (sentenceMain == null || time.start() < firstFigure(figures)) {
                    sentenceMain = resolved[t];
                }
                current = current == null || sentenceMain == null ? resolved[t] : sentenceMain;
            }
        }
        for (int f = 0; f < figures.size(); f++) {
            levels.bind(sentence, figures, f, times, resolved, bound);
        }
        levels.share(figures);
        chains.run(sentence, figures);
        for (int f = 0; f < figures.size(); f++) {
            Found figure = figures.get(f);
            if (!EnglishClaims.isClaim(figure) && figure.time == null) {
                levels.level(
                        sentence,
                        figures,
                        f,
                        times,
                        fallback(sentence, figure, times, resolved, bound, before, sentenceMain));
            }
        }
        for (int f = 0; f < figures.size(); f++) {
            Found figure = figures.get(f);
            if (EnglishClaims.isClaim(figure) && !figure.isChained) {
                claims.claim(
                        sentence,
                        figures,
                        f,
                        times,
                        resolved,
                        bound,
                        fallback(sentence, figure, times, resolved, bound, before, sentenceMain));
            }
        }
        figures.forEach(figure -> atEnd(sentence, figure));
        remember(figures, before, sentenceMain);
    }

    /** Whether a time behind a figure opens a clause that says what was then. */
    private boolean isAside(List<Found> figures, TimeExpression time) {
        return !figures.isEmpty()
                && figures.get(0).end <= time.start()
                && WAS_THEN.matcher(folded).region(time.end(), folded.length()).lookingAt();
    }

    /** A part of a year that the paragraph names with its year, and the quarter that the page reports on. */
    private void note(Sentence sentence, TimeExpression time, @Nullable When named) {
        boolean part =
                time.type() == TimeType.POINT && named != null && !named.grain().isYear();
        if (part
                && named != null
                && named.year() <= published.getYear()
                && !words.isInBrackets(time)
                && !words.isBase(time)
                && !words.isOfComparison(sentence, time)) {
            reported.put(named.withoutYear(), named);
            reportedQuarter = named.isQuarter() ? named : reportedQuarter;
        }
    }

    /** The quarter that the page reports on: the last one that it named, else the last that had ended. */
    private When reportedQuarter(@Nullable When around) {
        if (around != null && around.isQuarter()) {
            return around;
        }
        int ended = published.getMonthValue() / 3;
        return reportedQuarter != null
                ? reportedQuarter
                : ended == 0
                        ? new When(published.getYear() - 1, When.Grain.QUARTER, 4)
                        : new When(published.getYear(), When.Grain.QUARTER, ended);
    }

    /** "27.6 million in the year to June": a population is that of June, and no sum of the year. */
    private void atEnd(Sentence sentence, Found figure) {
        When time = figure.time;
        if (time != null
                && time.isOfMonthsTo()
                && figure.from == null
                && !EnglishClaims.isClaim(figure)
                && time.grain() == When.Grain.YEAR_TO
                && STOCK.matcher(folded.substring(Math.max(sentence.start(), figure.start - LONG), figure.start))
                        .find()) {
            figure.time = time.lastMonth();
        }
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

    /** "commits €6.3 billion between 2026 and 2030", "over five years, 2026 to 2030": years that amounts are of. */
    private boolean isSpanOfPlan(Sentence sentence, List<Found> figures, TimeExpression span) {
        boolean plan = folded.startsWith("between", span.start())
                || OPENING_SPAN
                        .matcher(folded)
                        .region(sentence.start(), span.start())
                        .matches()
                || YEARS_THAT_ARE
                        .matcher(folded.substring(Math.max(0, span.start() - 30), span.start()))
                        .matches();
        When to = span.to();
        return plan
                && to != null
                && to.year() >= published.getYear()
                && figures.stream().noneMatch(EnglishClaims::isClaim);
    }

    /** The nearest time to the left, else what the sentence before spoke of, else what this one speaks of later. */
    private @Nullable When fallback(
            Sentence sentence,
            Found figure,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            boolean[] bound,
            @Nullable When spokenBefore,
            @Nullable When sentenceMain) {
        When before = start(sentence, figure, spokenBefore);
        When left = null;
        for (int t = 0; t < times.size(); t++) {
            if (times.get(t).end() <= figure.start
                    && resolved[t] != null
                    && !words.isBase(times.get(t))
                    && !words.isOfFrom(times.get(t))
                    && !(bound[t] && isComparisonBefore(sentence, times.get(t), figure))
                    && !(words.isInBrackets(times.get(t))
                            && folded.substring(times.get(t).end(), figure.start)
                                            .indexOf(')')
                                    >= 0)
                    && !folded.startsWith(":", times.get(t).end())
                    && times.get(t).type() != TimeType.SPAN
                    && (words.opensClause(times.get(t))
                            || (times.get(t).type() != TimeType.ANCHORED_YEARS
                                    && times.get(t).type() != TimeType.ANCHORED_PREVIOUS
                                    && times.get(t).type() != TimeType.YEAR_BEFORE))) {
                left = resolved[t];
            }
        }
        if (left != null) {
            return left;
        }
        boolean toCome = sentenceMain != null && sentenceMain.isAfterYear(published.getYear());
        if (before != null && before.equals(spoken.future) && isApart(figure, times)) {
            return before;
        }
        When around = sentenceMain != null && !toCome ? sentenceMain : before;
        return around != null ? around : toCome ? null : defaultTime();
    }

    /** "Revenue was $1.82 billion, compared with $1.60 billion in Q2 2024": the quarter that ended last, if words compare only with quarters. */
    private @Nullable When comparedQuarter(Sentence sentence, List<TimeExpression> times) {
        When now = reportedQuarter(null);
        for (TimeExpression time : times) {
            When to = time.to();
            boolean quarter = (to != null && to.year() > 0)
                    ? to.isQuarter() && to.compareTo(now) < 0
                    : time.isBeforeAnother()
                            && folded.substring(time.start(), time.end()).contains("quarter");
            if (!quarter || !words.isOfComparison(sentence, time)) {
                return null;
            }
        }
        return times.isEmpty() ? null : now;
    }

    /** "€41.6 billion, against €39.8 billion in 2024; imports fell to €37.1 billion": a comparison ends with its clause. */
    private boolean isComparisonBefore(Sentence sentence, TimeExpression time, Found figure) {
        return NEXT_CLAUSE.matcher(folded).region(time.end(), figure.start).find()
                && words.isOfComparison(sentence, time);
    }

    /** Whether a figure stands in a clause of its own before the first time of its sentence. */
    private boolean isApart(Found figure, List<TimeExpression> times) {
        return !times.isEmpty()
                && times.get(0).start() > figure.end
                && NEXT_CLAUSE
                        .matcher(folded.substring(figure.end, times.get(0).start()))
                        .find();
    }

    /** What a figure goes on with: the time to come that was spoken of, if its clause speaks of the future. */
    private @Nullable When start(Sentence sentence, Found figure, @Nullable When before) {
        return spoken.future != null && speaksOfFuture(sentence, figure) ? spoken.future : before;
    }

    private boolean speaksOfFuture(Sentence sentence, Found figure) {
        int start = sentence.start();
        int end = sentence.end();
        Matcher aside = RELATIVE.matcher(folded).region(Math.max(start, figure.start - LONG), figure.start);
        if (aside.find() && aside.end() == figure.start) {
            int close = folded.indexOf(',', figure.end); // "Europe, which generated USD 7.9 billion, will …"
            return OF_THE_FUTURE
                    .matcher(folded)
                    .region(aside.start(), close < 0 || close > end ? end : close)
                    .find();
        }
        Matcher clauses = NEXT_CLAUSE.matcher(folded).region(start, end);
        while (clauses.find()) {
            if (clauses.end() <= figure.start) {
                start = clauses.end();
            } else if (clauses.start() >= figure.end
                    && OTHER_VERB.matcher(folded).region(clauses.end(), end).find()) {
                end = clauses.start();
                break;
            }
        }
        return OF_THE_FUTURE.matcher(folded).region(start, Math.max(start, end)).find();
    }

    /** What the next sentence may go on with: the latest time that is not still to come, and the latest that is. */
    private void remember(List<Found> figures, @Nullable When before, @Nullable When sentenceMain) {
        When latest = sentenceMain != null && !sentenceMain.isAfterYear(published.getYear()) ? sentenceMain : before;
        When toCome =
                sentenceMain != null && sentenceMain.isAfterYear(published.getYear()) ? sentenceMain : spoken.future;
        Found last = null;
        for (Found figure : figures) {
            When time = figure.time;
            if (time == null || EnglishClaims.isClaim(figure)) {
                continue;
            }
            if (figure.timeSaid && figure.from == null) {
                boolean past = !time.isAfterYear(published.getYear());
                if (past
                        && !figure.timeBefore
                        && !figure.isOfComparison
                        && !figure.cue.equals("from")
                        && (latest == null || time.compareTo(latest) > 0)) {
                    latest = time;
                } else if (!past && (toCome == null || time.compareTo(toCome) > 0)) {
                    toCome = time;
                }
            }
            if (last != null && last.time != null && last.sameUnit(figure) && last.time.compareTo(time) != 0) {
                boolean rising = last.time.compareTo(time) < 0;
                spoken.pairFrom = rising ? last.time : time;
                spoken.pairTo = rising ? time : last.time;
            }
            last = figure.isLevel() ? figure : last;
        }
        spoken.lastLevel = last != null && last.timeSaid && last.from == null ? last : spoken.lastLevel;
        for (Found figure : figures) {
            spoken.ofYears = figure.kind == MentionKind.STEP ? figure.compared.equals("year") : spoken.ofYears;
            if (figure.kind == MentionKind.RATE && figure.from != null) {
                spoken.rateFrom = figure.from;
                spoken.rateTo = figure.time;
            }
        }
        boolean plan = spoken.spanOfSum != null && spoken.isSpanOfPlan;
        spoken.spanOfAmounts |= plan; // what is said next of the money is of the same years
        spoken.main = latest;
        spoken.future = plan ? null : toCome;
        if (!spoken.spanHere && sentenceMain != null) {
            spoken.spanFrom = null;
            spoken.spanTo = null;
        }
    }

    private static int firstFigure(List<Found> figures) {
        return figures.isEmpty() ? Integer.MAX_VALUE : figures.get(0).start;
    }

    /** "over the past five years", of a page that speaks of the year before, ends with that year. */
    private int endOfPast() {
        When main = spoken.main;
        boolean ofYearBefore = main != null && main.grain().isYear() && main.year() == published.getYear() - 1;
        return ofYearBefore ? published.getYear() - 1 : When.lastYear(published);
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
                    if (around != null) {
                        yield When.year(around.year());
                    }
                    boolean toCome = OF_THE_FUTURE
                            .matcher(folded)
                            .region(Math.max(0, time.start() - LONG), Math.min(folded.length(), time.end() + LONG / 2))
                            .find();
                    yield When.year(toCome ? published.getYear() : When.lastFullYear(published));
                }
                When own = to;
                if (around != null && !around.grain().isYear() && words.isBase(time)) {
                    // "in January 2026 compared with December"
                    When same = new When(around.year(), own.grain(), own.part());
                    yield same.compareTo(around) < 0 ? same : same.plusYears(-1);
                }
                boolean known = around != null
                        && (around.year() != published.getYear()
                                || !around.grain().isYear());
                if (around == null || !known) {
                    When named = reported.get(own);
                    yield named != null ? named : When.lastBefore(own.grain(), own.part(), published);
                }
                When then = around.withPart(own);
                boolean toCome = !OF_THE_FUTURE
                                .matcher(folded.substring(Math.max(0, time.start() - LONG), time.start()))
                                .find()
                        && !around.beginsAfter(published)
                        && around.year() == published.getYear()
                        && then.compareTo(around) > 0
                        && then.beginsAfter(published);
                yield toCome ? then.plusYears(-1) : then; // "in January 2026, after 3.4% in December"
            }
            case REPORTED -> reportedQuarter(around);
            case TO_DATE -> around == null ? When.year(published.getYear()) : around.fromFirst();
            case SAME -> spoken.future != null ? spoken.future : around;
            case ANCHORED_YEARS ->
                to == null
                        ? context.plusYears(-time.years())
                        : to.year() == 0
                                ? new When(context.year() - time.years(), to.grain(), to.part())
                                : new When(to.year(), context.grain(), context.part());
            case ANCHORED_PREVIOUS -> context.previous();
            case YEAR_BEFORE -> When.year(context.year() - time.years());
            case AGO -> context.plusYears(-Math.max(time.years(), 1));
            default -> null;
        };
    }

    private When defaultTime() {
        return When.year(When.lastYear(published));
    }
}
