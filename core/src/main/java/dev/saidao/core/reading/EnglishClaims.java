package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the claims of an English sentence, such as growth, their times: from when to when. */
final class EnglishClaims {

    private static final Pattern CONTRIBUTION = LatinPattern.of("\\b(?:added|contributed)\\b");
    private static final Pattern NATURAL = LatinPattern.of("\\bnatural (?:increase|decrease|change|growth)(?: of)? $");
    private static final Pattern OF_THE = Pattern.compile(" (?:the|its|that of the|as many as) ");
    private static final Pattern REFERS_BACK = Pattern.compile(
            " ?(?:the|this|that|an?) (?:increase|rise|growth|gain|jump|drop|fall|decline|decrease|reduction|improvement)\\b");
    private static final Pattern DIRECTLY = Pattern.compile(" (?:to|last year to|from) .{0,3}|.{0,12}");

    private final String folded;
    private final LocalDate published;
    private final EnglishTimes words;
    private final SpokenTimes spoken;

    EnglishClaims(String folded, LocalDate published, EnglishTimes words, SpokenTimes spoken) {
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
        if (isOfSpan(times, previous, figure, next)) {
            giveSpan(figure, times, resolved);
            return;
        }
        Beside beside = beside(figure, previous, next, times, resolved, bound);
        When from = beside.from();
        When to = beside.to();
        int years = beside.years();
        boolean contribution = figure.kind == MentionKind.POINTS
                && CONTRIBUTION
                        .matcher(folded.substring(Math.max(sentence.start(), figure.start - 40), figure.start))
                        .find();
        if ((figure.kind == MentionKind.POINTS && figure.cue.equals("to")) || contribution || isNatural(figure)) {
            figure.time = to != null ? to : fallback;
            return;
        }
        Found[] pair = from == null && figure.compared.isEmpty() ? pair(figures, f, to) : null;
        if (pair != null && pair[0].time != null && pair[1].time != null) {
            from = pair[0].time;
            to = pair[1].time;
        }
        boolean ownPair = pair != null;
        Found earlier = from == null && to == null && pair == null ? earlierLevel(figures, f) : null;
        if (earlier != null && earlier.time != null) {
            // "Two years ago there were 2,060; the number has thus tripled"
            from = earlier.time;
            to = spoken.main != null && from.compareTo(spoken.main) < 0
                    ? spoken.main
                    : When.year(When.lastYear(published));
        }
        if (to == null && years > 0 && from == null) {
            to = timeOfLevels(figures, f, fallback);
        }
        if (!ownPair && years > 0 && to != null && spoken.pairTo != null && from == null) {
            // "In 2020 it was 141, so it has grown by 58% in four years"
            from = to.plusYears(years).compareTo(spoken.main != null ? spoken.main : to) <= 0
                    ? to
                    : to.plusYears(-years);
            to = from.plusYears(years);
        } else if (!ownPair
                && years > 0
                && to != null
                && from == null
                && spoken.main != null
                && to.plusYears(years).compareTo(spoken.main) == 0) {
            from = to;
            to = spoken.main;
        }
        Found target = figure.kind == MentionKind.RATE && from == null && spoken.rateFrom == null
                ? laterLevel(figures, f)
                : null;
        if (target != null && target.time != null && spoken.lastLevel != null && spoken.lastLevel.time != null) {
            from = spoken.lastLevel.time;
            to = target.time;
        }
        if (to == null && from != null && figure.kind == MentionKind.RATE && spoken.future != null) {
            to = spoken.future;
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
        if (from == null
                && times.isEmpty()
                && spoken.pairFrom != null
                && spoken.pairTo != null
                && figure.kind == MentionKind.RATE) {
            from = spoken.pairFrom;
            to = spoken.pairTo;
        }
        if (from == null && figure.kind == MentionKind.RATE && spoken.rateFrom != null) {
            from = spoken.rateFrom;
            to = spoken.rateTo;
        }
        if (from == null
                && times.stream()
                        .allMatch(time -> time.type() == TimeType.DURATION || time.type() == TimeType.THROUGHOUT)
                && spoken.pairFrom != null
                && ((f == 0 && refersBack(sentence))
                        || figures.stream().noneMatch(other -> other.isLevel() && !isClaim(other)))) {
            from = spoken.pairFrom;
            to = spoken.pairTo;
        }
        if (figure.kind == MentionKind.RATE && from == null && !figure.timeSaid && isOfUnnamedYears(times)) {
            to = null; // "a CAGR of 9.9% during the forecast period", which nothing tells
        }
        if (to == null && from == null && figure.kind != MentionKind.RATE) {
            to = When.year(When.lastYear(published));
        }
        give(figure, from, to);
    }

    /** Whether a claim is of the span of years that its sentence names. */
    private boolean isOfSpan(List<TimeExpression> times, int previous, Found figure, int next) {
        return spoken.spanHere
                && spoken.spanTo != null
                && (figure.kind == MentionKind.RATE
                        || (figure.kind.isGrowth() && hasSpan(times, previous, figure, next)));
    }

    private void giveSpan(Found figure, List<TimeExpression> times, @Nullable When[] resolved) {
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
    private record Beside(@Nullable When from, @Nullable When to, int years) {}

    private Beside beside(
            Found figure,
            int previous,
            int next,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            boolean[] bound) {
        When to = null;
        When from = null;
        int years = 0;
        for (int t = 0; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            boolean behind = time.start() >= figure.end
                    && time.start() < next
                    && time.start() - figure.end < 45
                    && folded.substring(figure.end, time.start()).indexOf(';') < 0
                    && !folded.startsWith(":", time.end());
            boolean before =
                    time.end() <= figure.start && time.start() >= previous && !folded.startsWith(":", time.end());
            if (time.type() == TimeType.DURATION && (behind || before)) {
                years = time.years();
            }
            if (resolved[t] == null || !(behind || before) || bound[t] || words.isSuperlative(time)) {
                continue;
            }
            boolean ofMultiple =
                    behind && figure.kind == MentionKind.MULTIPLE && !folded.startsWith("by ", time.start() - 3);
            if (words.isBase(time) || ofMultiple) {
                from = resolved[t];
            } else if (before && words.opensClause(time)) {
                to = to == null ? resolved[t] : to;
            } else if (time.type() == TimeType.ANCHORED_YEARS || time.type() == TimeType.ANCHORED_PREVIOUS) {
                from = behind && from == null ? resolved[t] : from;
            } else if (to == null) {
                to = resolved[t];
            }
        }
        return new Beside(from, to, years);
    }

    /** Growth that is said of one time only is counted from the year before, of a month from the month before. */
    private static void give(Found figure, @Nullable When from, @Nullable When to) {
        figure.time = to;
        if (from != null && to != null && from.compareTo(to) < 0) {
            figure.from = from;
            figure.timeSaid = true;
        } else if ((figure.kind == MentionKind.STEP
                        || figure.kind == MentionKind.POINTS
                        || figure.role.equals("change"))
                && to != null) {
            boolean month = to.grain() == When.Grain.MONTH && figure.compared.isEmpty();
            figure.from = month ? to.previous() : to.plusYears(-1);
        }
    }

    /** "births and deaths, a natural increase of 3,300": a balance of one time. */
    private boolean isNatural(Found figure) {
        return NATURAL.matcher(folded.substring(Math.max(0, figure.start - 30), figure.start))
                .find();
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

    /** "The increase of 40 per cent compares with …": growth between the levels of the sentence before. */
    private boolean refersBack(Sentence sentence) {
        return REFERS_BACK
                .matcher(folded)
                .region(sentence.start(), sentence.end())
                .lookingAt();
    }

    /** The one level of a sentence, if it is said to be of a time before: what a claim behind it grew from. */
    private static @Nullable Found earlierLevel(List<Found> figures, int f) {
        Found only = null;
        for (Found level : figures) {
            if (level.isLevel() && !isClaim(level)) {
                if (only != null) {
                    return null;
                }
                only = level;
            }
        }
        return only != null && only.timeBefore && only.start < figures.get(f).start ? only : null;
    }

    private static boolean isOfUnnamedYears(List<TimeExpression> times) {
        return times.stream().anyMatch(time -> time.type() == TimeType.THROUGHOUT);
    }

    /** "It reached USD 5.2 billion in 2024. With a CAGR of 7.1%, it should touch USD 11.9 billion by 2032." */
    private @Nullable Found laterLevel(List<Found> figures, int f) {
        Found last = spoken.lastLevel;
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
