package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the levels of an English sentence their times: those beside them, those of a list, and those of a pair from one to another. */
final class EnglishLevels {

    private static final Pattern GAP_TO_TIME =
            Pattern.compile("\\)?[ a-z0-9'-]*(?:\\([a-z]{1,6}\\))?,?[ a-z(]*(?:end-)?");
    private static final Pattern OTHER_TIME = LatinPattern.of("\\b(?:while|but|compared|against|from|than)\\b");
    private static final Pattern COLON = Pattern.compile(": ?");
    private static final Pattern FROM_APART = Pattern.compile(", from ");
    private static final Pattern BASE_NOUN = Pattern.compile(
            " (?:baseline|base|level|figure|total|value)(?: of)? |, which (?:was|were|stood at|came to) "
                    + "|'s (?:[a-z]+ ){0,2}|,? when (?:[a-z]+ ){0,4}");
    private static final Pattern LISTED =
            Pattern.compile("(?: in [a-z -]{1,30}| for [a-z -]{1,20})?,? ?(?:and )?(?:a |an )?");
    /** "$33.0 million, or 9.5 percent of revenue, in the same quarter a year ago", "$1.58 billion (29%) in 2008". */
    private static final Pattern OR = Pattern.compile(",? or (?:about |around |roughly )?| \\(");

    private static final Pattern OF_WHOM = Pattern.compile("(?: [a-z-]+){0,4},? of (?:whom|which|them|these) ");
    private static final Pattern ENDS_WITH_FROM = LatinPattern.of(".*\\bfrom ?(?:a |the )?");
    private static final Pattern UP_TO = Pattern.compile(" (?:[a-z]+ ){0,3}to (?:just |about |around |some )?");
    private static final String FORECASTS = "(?:forecasts?|projections?|estimates?|guidance|outlook|targets?)";
    private static final Pattern REVISED = LatinPattern.of(
            "\\b(?:raised|lowered|cut|revised|reduced|increased|upgraded|downgraded|lifted|trimmed|raises|lowers|cuts|raising|lowering)\\b[^.;]*\\b"
                    + FORECASTS
                    + "\\b[^.;]*$|\\brevised (?:up|down|upwards?|downwards?|higher|lower|by|from)\\b[^.;]*$");
    private static final Pattern PREVIOUS_FORECAST = LatinPattern.of(
            "\\b(?:from|than|against|versus|compared (?:with|to)) [a-z ]{0,30}\\b(?:previous|earlier|prior|initial|last|january|february|march|april|may|june|july|august|september|october|november|december)\\b[^.;]{0,20}"
                    + FORECASTS + "\\b[a-z ]*$");
    private static final Pattern AGAINST =
            LatinPattern.of(".*\\b(?:against|compared with|compared to|versus|up from|down from|from)\\s*(?:a |the )?");
    /** What says behind a figure of comparison that it is of another place or thing, and not of another time. */
    private static final Pattern ELSEWHERE = LatinPattern.of(
            " (?:nationwide|nationally|elsewhere|globally|worldwide|overall|on average|across|in [a-z]|for [a-z]|at (?:the|its) (?!end|start|beginning|close|time))");

    private static final int BESIDE = 45;
    private static final int FAR = 70;
    private static final Pattern SPAN_OF = Pattern.compile(
            " (?:for|over|during|in) (?:the )?(?:years |period )?| (?:(?:has|have|had|is|are|was|were|will|to) (?:be |been )?)?(?:spent|invested|raised|paid|provided|allocated|available|planned|set aside|earmarked|budgeted|committed|pledged|needed|required|foreseen|approved|granted|awarded|disbursed) (?:(?:for|over|during|in) (?:the )?(?:years |period )?)?");
    /** "2,400 jobs by 2028: 1,500 in Ohio and …": a time of the figure before it, though a colon follows. */
    private static final Pattern IN_TIME = Pattern.compile(" (?:by|in|for) ");

    private static final Pattern IN_SPAN = Pattern.compile("(?:between|over|during) ");
    private static final Pattern WORDS_TO_SPAN = Pattern.compile("(?: (?!to\\b|from\\b)[a-z]+){0,4} ");
    /** "the average (2000-2019) of 3.8 percent": of all the years in the brackets. */
    private static final Pattern OF_BRACKETS = Pattern.compile("\\) (?:of|was|stood at) ");
    /** Where the time stands at the latest in "Since its launch in 2018 it has …". */
    private static final Pattern COMPARED = Pattern.compile(" ?(?:compared with|compared to|against) ");

    /** "3.5 percent of GDP by the end of the period": at the end of the span spoken of. */
    private static final Pattern BY_END = Pattern.compile(
            "(?: of [a-z]+)? (?:by|at) (?:its end|the (?:end|close) of (?:the|this|that) (?:[a-z]+ )?(?:period|plan))\\b");

    private static final int SINCE = 28;

    private static final Pattern SINCE_ITS = LatinPattern.of(" since (?:(?:it|they|its|their|the) [a-z ]{0,30}\\bin )");

    private static final Pattern HAVE = LatinPattern.of("\\b(?:has|have)\\b");

    private final String folded;
    private final Layout layout;
    private final LocalDate published;
    private final EnglishTimes words;
    private final EnglishSpokenTimes spoken;

    EnglishLevels(String folded, Layout layout, LocalDate published, EnglishTimes words, EnglishSpokenTimes spoken) {
        this.published = published;
        this.folded = folded;
        this.layout = layout;
        this.words = words;
        this.spoken = spoken;
    }

    /** Binds a figure to a time beside it. */
    void bind(
            Sentence sentence,
            List<Found> figures,
            int f,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            boolean[] bound) {
        Found figure = figures.get(f);
        int next = f + 1 < figures.size() ? figures.get(f + 1).start : sentence.end();
        int previous = f > 0 ? figures.get(f - 1).end : sentence.start();
        boolean claim = EnglishClaims.isClaim(figure);
        if (isOfYearBefore(figures, f) || (!claim && sinceBehind(sentence, figure, times) != null)) {
            return;
        }
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            if (time.type() == TimeType.SPAN && !claim && isSpanOf(time, figure)) {
                figure.from = time.from();
                figure.time = time.to();
                figure.timeSaid = true;
                spoken.spanOfSum = time;
                When last = time.to();
                spoken.isSpanOfPlan = last != null && last.year() >= published.getYear();
                return;
            }
            boolean average = time.type() == TimeType.SPAN
                    && time.end() <= figure.start
                    && words.isInBrackets(time)
                    && OF_BRACKETS
                            .matcher(folded.substring(time.end(), figure.start))
                            .matches();
            if (average) {
                figure.from = time.from();
                figure.time = time.to();
                figure.timeSaid = true;
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
            boolean ownBase = words.isBase(time);
            if (near
                    && !claim
                    && !ownBase
                    && (IN_TIME.matcher(gap).matches() || !startsClause(time, next, figures, f))) {
                figure.time = resolved[t];
                figure.timeSaid = true;
                figure.isOfComparison = words.isOfComparison(sentence, time);
                figure.timeBefore = time.isBeforeAnother()
                        || COMPARED.matcher(folded)
                                .region(sentence.start(), figure.start)
                                .lookingAt()
                        || folded.startsWith("had been ", figure.start - 9);
                bound[t] = true;
                return;
            }
        }
        if (claim) {
            return;
        }
        if (since(sentence, figure, times) != null) {
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
            boolean label = COLON.matcher(gap).matches() || gap.equals(" (");
            boolean opening =
                    layout.clauseStart(sentence, time.start()) >= previous - 1 || time.start() - sentence.start() < 14;
            boolean from = FROM_APART.matcher(gap).find();
            if ((label || opening || gap.length() < 60)
                    && !from
                    && !(words.isBase(time) && !label && !isOfBase(time, gap))) {
                figure.time = resolved[t];
                figure.timeSaid = true;
                figure.timeBefore = time.isBeforeAnother()
                        || COMPARED.matcher(folded)
                                .region(sentence.start(), figure.start)
                                .lookingAt()
                        || folded.startsWith("had been ", figure.start - 9)
                        || words.isBase(time)
                        || words.isInBrackets(time);
                return;
            }
        }
    }

    /** "2,400 jobs by 2028: 1,500 in Ohio and 900 in Texas": what is listed behind a colon is of the time of the total before it. */
    private @Nullable Found beforeColon(Sentence sentence, List<Found> figures, int f, List<TimeExpression> times) {
        Found figure = figures.get(f);
        int within = folded.substring(sentence.start(), figure.start).lastIndexOf(": ");
        int colon = within < 0 ? -1 : sentence.start() + within;
        Found total = null;
        for (int i = f - 1; i >= 0 && colon > sentence.start() && total == null; i--) {
            total = figures.get(i).end <= colon ? figures.get(i) : null;
        }
        boolean alike = total != null
                && total.timeSaid
                && total.sameUnit(figure)
                && !EnglishClaims.isClaim(total)
                && total.value.compareTo(figure.value) > 0
                && times.stream().noneMatch(time -> time.start() >= colon && time.end() <= figure.start);
        return alike ? total : null;
    }

    /** "SEK 14,210 million (13,640)": a number alone in brackets, and of the year before. */
    private boolean isOfYearBefore(List<Found> figures, int f) {
        Found figure = figures.get(f);
        return f > 0
                && figure.bare
                && figure.sameUnit(figures.get(f - 1))
                && folded.startsWith(" (", figures.get(f - 1).end)
                && figure.start == figures.get(f - 1).end + 2
                && folded.startsWith(")", figure.end);
    }

    /** "the 2020 level of 41", "than the total of the third quarter, $208 million": what there was at the time of a base. */
    private boolean isOfBase(TimeExpression time, String gap) {
        return BASE_NOUN.matcher(gap).matches() || (gap.equals(", ") && words.isThanThatOf(time));
    }

    /** "€4.5 billion for 2026-2030": an amount of all the years. */
    private boolean isSpanOf(TimeExpression time, Found figure) {
        return figure.kind.isAmount()
                && time.start() >= figure.end
                && (SPAN_OF.matcher(folded.substring(figure.end, time.start())).matches()
                        || (IN_SPAN.matcher(folded)
                                        .region(time.start(), time.end())
                                        .lookingAt()
                                && WORDS_TO_SPAN
                                        .matcher(folded.substring(figure.end, time.start()))
                                        .matches()));
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
    void share(List<Found> figures) {
        for (int f = figures.size() - 2; f >= 0; f--) {
            Found figure = figures.get(f);
            Found next = figures.get(f + 1);
            String between = folded.substring(Math.min(figure.end, next.start), next.start);
            boolean open = figure.time == null
                    && next.time != null
                    && !EnglishClaims.isClaim(figure)
                    && !EnglishClaims.isClaim(next);
            boolean listed =
                    open && figure.sameUnit(next) && LISTED.matcher(between).matches();
            boolean inOtherWords = open
                    && next.timeSaid
                    && next.start < next.end
                    && !figure.sameUnit(next)
                    && OR.matcher(between).matches();
            if (listed || inOtherWords) {
                figure.time = next.time;
                figure.timeSaid = next.timeSaid;
                figure.timeBefore = inOtherWords ? next.timeBefore : figure.timeBefore;
            }
        }
    }

    void level(Sentence sentence, List<Found> figures, int f, List<TimeExpression> times, @Nullable When fallback) {
        Found figure = figures.get(f);
        Found previous = f > 0 ? figures.get(f - 1) : null;
        if (previous != null && previous.time != null && isOfYearBefore(figures, f)) {
            figure.time = previous.time.plusYears(-1);
            figure.timeBefore = true;
            return;
        }
        Found listed = beforeColon(sentence, figures, f, times);
        boolean ofWhole = listed == null
                && previous != null
                && previous.timeSaid
                && !previous.timeBefore
                && previous.sameUnit(figure)
                && !EnglishClaims.isClaim(previous)
                && OF_WHOM.matcher(folded)
                        .region(previous.end, Math.max(previous.end, figure.start))
                        .lookingAt();
        listed = ofWhole
                ? previous
                : listed; // "By 2030 it will need 115,000 workers, of whom 67,000 could not be found"
        if (listed != null) {
            figure.from = listed.from;
            figure.time = listed.time;
            figure.timeSaid = true;
            return;
        }
        String between = folded.substring(previous == null ? sentence.start() : previous.end, figure.start);
        boolean inOtherWords = previous != null
                && previous.time != null
                && !EnglishClaims.isClaim(previous)
                && previous.timeBefore
                && !previous.cue.equals("from")
                && figure.kind == MentionKind.SHARE
                && OR.matcher(between).matches();
        if (inOtherWords && previous != null) {
            figure.from = previous.from; // "$252.0 million, or 29.5% of net sales"
            figure.time = previous.time;
            figure.timeSaid = previous.timeSaid;
            figure.timeBefore = previous.timeBefore;
            return;
        }
        if (ENDS_WITH_FROM.matcher(between).matches()) {
            // "since 2019, from 742 Mt to 653 Mt in 2024"
            for (TimeExpression time : times) {
                if (words.isBase(time) && time.type() == TimeType.POINT && time.start() < figure.start) {
                    figure.time = time.to();
                    figure.timeSaid = true;
                    return;
                }
            }
        }
        if (spoken.spanOfSum != null
                && figure.kind.isAmount()
                && (figure.role.equals("every") || spoken.isSpanOfPlan)
                && figure.start > spoken.spanOfSum.end()) {
            figure.from = spoken.spanOfSum.from();
            figure.time = spoken.spanOfSum.to();
            figure.timeSaid = true;
            return;
        }
        When since = since(sentence, figure, times);
        When until = since == null || since.equals(fallback) ? When.year(When.lastYear(published)) : fallback;
        if (since != null && until != null && since.compareTo(until) < 0) {
            figure.from = since;
            figure.time = until;
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
        boolean revised = leads
                && next != null
                && REVISED.matcher(folded)
                        .region(Math.max(sentence.start(), figure.start - FAR * 2), figure.start)
                        .find();
        if (revised && next != null) {
            figure.time = next.time != null ? next.time : fallback; // "cut its forecast for 2026 from 3.3% to 3%"
            figure.timeSaid = figure.time != null && next.timeSaid;
            return;
        }
        boolean previousForecast =
                previous != null && PREVIOUS_FORECAST.matcher(between).find();
        if (previousForecast && previous != null && previous.time != null) {
            figure.time = previous.time; // "to 2.7%, up from its previous estimate of 2.6%"
            figure.timeSaid = previous.timeSaid;
            return;
        }
        // "from 2021 to 2025 it grew from $5.0 billion to $8.0 billion"
        boolean ofLevels = !spoken.spanOfAmounts || spoken.isFromTo;
        if (leads && ofLevels && spoken.spanFrom != null && spoken.spanHere) {
            figure.time = spoken.spanFrom;
            figure.timeSaid = true;
            return;
        }
        if (ends
                && ofLevels
                && spoken.spanTo != null
                && spoken.spanHere
                && previous != null
                && Objects.equals(previous.time, spoken.spanFrom)) {
            figure.time = spoken.spanTo;
            figure.timeSaid = true;
            return;
        }
        if (leads && spoken.spanOfAmounts && spoken.spanFrom != null && spoken.spanHere) {
            figure.time = spoken.spanFrom.plusYears(-1);
            return;
        }
        if (ends && spoken.spanOfAmounts && spoken.spanTo != null && spoken.spanHere) {
            figure.time = spoken.spanTo;
            figure.timeSaid = true;
            return;
        }
        When[] earlierPair = leads ? pairBefore(figures, f) : null;
        if (earlierPair == null && leads && times.isEmpty() && spoken.pairFrom != null && spoken.pairTo != null) {
            earlierPair = new When[] {spoken.pairFrom, spoken.pairTo};
        }
        if (earlierPair != null && next != null) {
            figure.time = earlierPair[0];
            figure.timeSaid = true;
            return;
        }
        if (leads && next != null && next.time == null && fallback != null) {
            figure.time = fallback.plusYears(-1);
            return;
        }
        boolean ofYear = leads && next != null && next.time != null && next.time.equals(fallback) && next.from == null;
        if (ofYear && next != null && next.time != null && next.time.grain().isYear()) {
            figure.time = next.time.plusYears(-1); // "rose from $281.4 billion to $297.7 billion in fiscal 2025"
            return;
        }
        boolean against = AGAINST.matcher(between).matches();
        Found compared = against ? levelBefore(figures, f) : null;
        if (against && compared != null && compared.time != null && compared.sameUnit(figure)) {
            if (ELSEWHERE
                    .matcher(folded)
                    .region(figure.end, Math.max(figure.end, sentence.end()))
                    .lookingAt()) {
                figure.time = compared.time;
                return;
            }
            figure.timeBefore = true;
            boolean sequential = previous != null && previous.compared.equals("previous");
            figure.time = sequential ? compared.time.previous() : compared.time.plusYears(-1);
            return;
        }
        boolean end = between.endsWith("total to ")
                || (spoken.spanHere
                        && between.endsWith(", reaching ")) // "grew 19% between 2020 and 2025, reaching 172 EB"
                || BY_END.matcher(folded)
                        .region(figure.end, Math.max(figure.end, sentence.end()))
                        .lookingAt();
        if (spoken.spanTo != null
                && spoken.spanFrom != null
                && (spoken.spanOfAmounts || end)
                && (fallback == null
                        || end
                        || spoken.spanHere
                        || (fallback.compareTo(spoken.spanTo) < 0 && times.isEmpty()))) {
            figure.from = end ? null : spoken.spanFrom;
            figure.time = spoken.spanTo;
            figure.timeSaid = true;
            return;
        }
        if (figure.role.equals("every") && fallback != null && fallback.year() > published.getYear()) {
            figure.from = When.year(When.planBase(published)); // "5 million by 2030; this requires 530,000 a year"
        }
        figure.time = fallback;
        figure.timeSaid = false;
    }

    /** "$239.1 million, or 27.5% of net sales, versus $252.0 million": the level of its unit that stands last before a figure, claims and shares aside. */
    private static @Nullable Found levelBefore(List<Found> figures, int f) {
        for (int i = f - 1; i >= Math.max(0, f - 2); i--) {
            Found level = figures.get(i);
            if (!EnglishClaims.isClaim(level) && (level.sameUnit(figures.get(f)) || level.kind != MentionKind.SHARE)) {
                return level;
            }
        }
        return null;
    }

    /** "Since 2019 its tenants have raised €1.3bn": from when on an amount came together, null if words do not say so. */
    private @Nullable When since(Sentence sentence, Found figure, List<TimeExpression> times) {
        if (times.isEmpty()
                || !figure.kind.isAmount()
                || figure.cue.equals("from")
                || figure.cue.equals("to")
                || folded.startsWith(" to ", figure.start - 4)) {
            return null;
        }
        TimeExpression first = times.get(0);
        boolean opens = first.type() == TimeType.POINT
                && first.start() - sentence.start() <= SINCE
                && folded.startsWith("since", sentence.start());
        boolean done = opens
                && first.end() < figure.start
                && HAVE.matcher(folded).region(first.end(), figure.start).find();
        return done ? first.to() : sinceBehind(sentence, figure, times);
    }

    /** "has paid out €1.9 billion since it began in 2021". */
    private @Nullable When sinceBehind(Sentence sentence, Found figure, List<TimeExpression> times) {
        if (!folded.startsWith(" since ", figure.end)) {
            return null;
        }
        for (TimeExpression time : times) {
            boolean since = time.type() == TimeType.POINT
                    && time.start() >= figure.end
                    && time.start() - figure.end <= BESIDE
                    && SINCE_ITS
                            .matcher(folded.substring(figure.end, time.start()))
                            .matches()
                    && HAVE.matcher(folded)
                            .region(sentence.start(), figure.start)
                            .find();
            if (since) {
                return time.to();
            }
        }
        return null;
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
}
