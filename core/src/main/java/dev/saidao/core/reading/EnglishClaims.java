package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the claims of an English sentence, such as growth, their times: from when to when. */
final class EnglishClaims {

    /** "the 6% a year of 2015-2020" */
    private static final Pattern OF_SPAN = Pattern.compile(
            "(?: a year| per year| annually)? (?:of|in|for|from|between|over|during) (?:the )?(?:years |period )?");

    /** What stands between a claim and the time that is its own: "after rising 0.6% in November". */
    private static final Pattern DIRECTLY_IN = Pattern.compile(" (?:in |for |during )?(?:the )?");

    /** "2.4% higher than a year earlier, after 2.7% in March": a time of the claim before. */
    private static final Pattern AFTER = Pattern.compile(",? (?:after|following) ");

    /** "up 5%, with the third quarter contributing": the times behind it are of what it opens. */
    private static final Pattern NEXT_CLAUSE = Pattern.compile(", (?:with|while|whereas|of which) ");

    private static final Pattern LEADS_TO =
            Pattern.compile(" to (?:a record |about |around |some |just |over |nearly |almost )?[^ a-z0-9]{0,3}");
    private static final Pattern CONTRIBUTION = LatinPattern.of("\\b(?:added|contributed)\\b");
    private static final Pattern NATURAL = LatinPattern.of("\\bnatural (?:increase|decrease|change|growth)(?: of)? $");

    final String folded;
    final LocalDate published;
    private final EnglishTimes words;
    final EnglishSpokenTimes spoken;

    EnglishClaims(String folded, LocalDate published, EnglishTimes words, EnglishSpokenTimes spoken) {
        this.folded = folded;
        this.published = published;
        this.words = words;
        this.spoken = spoken;
    }

    static boolean isClaim(Found figure) {
        return figure.kind.isGrowth()
                || figure.kind == MentionKind.POINTS
                || (figure.kind == MentionKind.MULTIPLE && !figure.isRatio)
                || figure.role.equals("change");
    }

    void claim(
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
        Found before = f > 0 ? figures.get(f - 1) : null;
        boolean listed = before != null
                && before.kind == figure.kind
                && before.from != null
                && folded.startsWith("(", before.start - 1)
                && folded.startsWith("(", figure.start - 1)
                && times.stream().noneMatch(time -> time.start() >= previous && time.end() <= figure.start);
        if (listed && before != null) {
            figure.from = before.from; // "in China (29.4%), the Americas (20.7%) and Japan (11.5%)"
            figure.time = before.time;
            figure.timeSaid = before.timeSaid;
            return;
        }
        boolean inBrackets = before != null
                && figure.kind == MentionKind.STEP
                && !figure.isOfNamed
                && figure.compared.isEmpty()
                && before.isLevel()
                && before.time != null
                && before.time.grain().isYear()
                && before.from == null
                && folded.startsWith("(", figure.start - 1)
                && folded.startsWith(")", figure.end);
        if (inBrackets && before != null && before.time != null) {
            figure.from = before.time.plusYears(-1); // "2.86 million cars were registered in 2025 (+1.4%)"
            figure.time = before.time;
            figure.timeSaid = before.timeSaid;
            return;
        }
        boolean leads = f + 1 < figures.size()
                && LEADS_TO.matcher(folded.substring(figure.end, Math.max(figure.end, next)))
                        .matches();
        if (isOfSpan(times, previous, figure, next)) {
            giveSpan(figure, times, resolved);
            return;
        }
        // "8.4 percent to $80.9 billion in the third quarter compared to the previous quarter": what stands behind the
        // level
        int behind = leads ? figures.get(f + 1).end : figure.end;
        int until = !leads ? next : f + 2 < figures.size() ? figures.get(f + 2).start : sentence.end();
        Beside beside = beside(sentence, figure, previous, behind, until, times, resolved, bound);
        if (isOfOneTime(sentence, figure)) {
            figure.time = beside.to() != null ? beside.to() : fallback;
            return;
        }
        new EnglishClaimDating(this, sentence, figures, f, times, resolved, fallback, beside).run();
    }

    /** Whether it is no change between two times: "up 0.4 points to …", a contribution to growth, a natural increase. */
    private boolean isOfOneTime(Sentence sentence, Found figure) {
        boolean points = figure.kind == MentionKind.POINTS;
        boolean contribution = points
                && CONTRIBUTION
                        .matcher(folded.substring(Math.max(sentence.start(), figure.start - 40), figure.start))
                        .find();
        return (points && figure.cue.equals("to")) || contribution || isNatural(figure);
    }

    /** Whether a claim is of the span of years that its sentence names. */
    private boolean isOfSpan(List<TimeExpression> times, int previous, Found figure, int next) {
        return spoken.spanHere
                && spoken.spanTo != null
                && (figure.kind == MentionKind.RATE
                        || (figure.kind.isGrowth() && hasSpan(times, previous, figure, next))
                        || (figure.role.equals("change") && hasFuture(times, figure, next)));
    }

    private void giveSpan(Found figure, List<TimeExpression> times, @Nullable When[] resolved) {
        List<TimeExpression> spans = times.stream()
                .filter(time -> time.type() == TimeType.SPAN && time.from() != null && time.to() != null)
                .toList();
        if (spans.size() > 1) {
            // "from 2020 to 2025 it is 11%, 5 points more than that of 2015-2020": the one before goes first
            TimeExpression own = spans.get(0);
            for (TimeExpression span : spans) {
                boolean directly = span.start() > figure.end
                        && OF_SPAN.matcher(folded.substring(figure.end, span.start()))
                                .matches();
                own = span.end() <= figure.start || directly ? span : own;
            }
            figure.from = own.from();
            figure.time = own.to();
            figure.timeSaid = true;
            return;
        }
        figure.time = spoken.spanTo;
        figure.from = spoken.spanOfAmounts && isFuture(times) && spoken.spanFrom != null
                ? spoken.spanFrom.plusYears(-1)
                : spoken.spanFrom;
        for (int t = 0; t < times.size(); t++) {
            // "the forecast period 2026-2033, from a 2025 base"
            if (words.isBase(times.get(t)) && resolved[t] != null) {
                figure.from = resolved[t];
            }
        }
        figure.timeSaid = true;
    }

    /** What the times beside a claim say: from when it is counted, until when, and over how many years. */
    record Beside(@Nullable When from, @Nullable When to, int years) {}

    private Beside beside(
            Sentence sentence,
            Found figure,
            int previous,
            int end,
            int next,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            boolean[] bound) {
        When to = null;
        When from = null;
        int years = 0;
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            boolean behind = time.start() >= end
                    && time.start() < next
                    && time.start() - end < 45
                    && folded.substring(end, time.start()).indexOf(';') < 0
                    && !NEXT_CLAUSE.matcher(folded.substring(end, time.start())).find()
                    && !folded.startsWith(":", time.end());
            boolean before =
                    time.end() <= figure.start && time.start() >= previous && !folded.startsWith(":", time.end());
            if (time.type() == TimeType.DURATION && (behind || before)) {
                years = time.years();
            }
            boolean ofOther = before
                    && (AFTER.matcher(folded).region(time.end(), figure.start).lookingAt()
                            || isOfClauseBefore(time, times, figure));
            if (resolved[t] == null || !(behind || before) || bound[t] || ofOther || words.isSuperlative(time)) {
                continue;
            }
            boolean ofMultiple =
                    behind && figure.kind == MentionKind.MULTIPLE && !folded.startsWith("by ", time.start() - 3);
            boolean comparedBefore = before
                    && (time.type() == TimeType.ANCHORED_YEARS || time.type() == TimeType.ANCHORED_PREVIOUS)
                    && words.isOfComparison(sentence, time);
            if (words.isBase(time) || ofMultiple || comparedBefore) {
                from = resolved[t];
            } else if (before && words.opensClause(time)) {
                to = to == null ? resolved[t] : to;
            } else if (time.type() == TimeType.ANCHORED_YEARS || time.type() == TimeType.ANCHORED_PREVIOUS) {
                from = behind && from == null ? resolved[t] : from;
            } else if (to == null
                    || (behind
                            && DIRECTLY_IN
                                    .matcher(folded.substring(figure.end, time.start()))
                                    .matches())) {
                to = resolved[t];
            }
        }
        return new Beside(from, to, years);
    }

    /** "1.4% from a year earlier; for 2025 as a whole growth came to 1.2%": behind the semicolon another time is named. */
    private boolean isOfClauseBefore(TimeExpression time, List<TimeExpression> times, Found figure) {
        int divided = folded.substring(time.end(), figure.start).indexOf(';') + time.end();
        return divided >= time.end()
                && times.stream().anyMatch(other -> other.start() > divided && other.end() <= figure.start);
    }

    /** "births and deaths, a natural increase of 3,300": a balance of one time. */
    private boolean isNatural(Found figure) {
        return NATURAL.matcher(folded.substring(Math.max(0, figure.start - 30), figure.start))
                .find();
    }

    /** Whether a span of years stands beside a claim: "cut by 30% between 2010 and 2024". */
    private static boolean hasSpan(List<TimeExpression> times, int previous, Found figure, int next) {
        return times.stream()
                .anyMatch(time -> (time.type() == TimeType.SPAN || time.type() == TimeType.PAST)
                        && ((time.start() >= figure.end && time.start() < next)
                                || (time.end() <= figure.start && time.start() >= previous)));
    }

    /** "will rise by £250 million over the next three years": a change until then. */
    private static boolean hasFuture(List<TimeExpression> times, Found figure, int next) {
        return times.stream()
                .anyMatch(time -> time.type() == TimeType.FUTURE && time.start() >= figure.end && time.start() < next);
    }

    private static boolean isFuture(List<TimeExpression> times) {
        return times.stream().anyMatch(time -> time.type() == TimeType.FUTURE);
    }
}
