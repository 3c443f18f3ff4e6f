package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds from when to when a claim of an English sentence is. What stands beside it counts first, then the levels of its
 * sentence, then what the paragraph spoke of before; each step adds what the ones before it left open.
 */
final class EnglishClaimDating {

    private static final Pattern OF_THE = Pattern.compile(" (?:the|its|that of the|as many as) ");
    private static final Pattern REFERS_BACK = Pattern.compile(
            " ?(?:the|this|that|an?) (?:increase|rise|growth|gain|jump|drop|fall|decline|decrease|reduction|improvement)\\b");
    private static final Pattern APPOSITION = Pattern.compile("(?:,? or (?:about |around |roughly )?| \\()$");
    private static final Pattern DIRECTLY = Pattern.compile(" (?:to|last year to|from) .{0,3}|.{0,12}");

    private final String folded;
    private final LocalDate published;
    private final EnglishSpokenTimes spoken;
    private final Sentence sentence;
    private final List<Found> figures;
    private final int f;
    private final Found figure;
    private final List<TimeExpression> times;
    private final @Nullable When[] resolved;
    private final @Nullable When fallback;
    /** Over how many years words say that something changed; 0 if they do not. */
    private final int years;

    private @Nullable When from;
    private @Nullable When to;
    private boolean ofPair;

    EnglishClaimDating(
            EnglishClaims claims,
            Sentence sentence,
            List<Found> figures,
            int f,
            List<TimeExpression> times,
            @Nullable When[] resolved,
            @Nullable When fallback,
            EnglishClaims.Beside beside) {
        this.folded = claims.folded;
        this.published = claims.published;
        this.spoken = claims.spoken;
        this.sentence = sentence;
        this.figures = figures;
        this.f = f;
        this.figure = figures.get(f);
        this.times = times;
        this.resolved = resolved;
        this.fallback = fallback;
        this.from = beside.from();
        this.to = beside.to();
        this.years = beside.years();
    }

    void run() {
        asPair();
        asEarlierLevel();
        overYears();
        asLaterLevel();
        if (to == null && from != null && figure.kind == MentionKind.RATE && spoken.future != null) {
            to = spoken.future;
        }
        asClaimBefore();
        to = to == null ? timeOfLevels() : to;
        asBase();
        asCompared();
        asSpokenBefore();
        if (figure.kind == MentionKind.RATE && from == null && !figure.timeSaid && isOfUnnamedYears(times)) {
            to = null; // "a CAGR of 9.9% during the forecast period", which nothing tells
        }
        if (to == null && from == null && figure.kind != MentionKind.RATE) {
            to = When.year(When.lastYear(published));
        }
        give(figure, from, to);
    }

    /** "from 34% in 2025 to 60% in 2030": the times of a pair of levels beside it. */
    private void asPair() {
        Found[] pair = from == null && figure.compared.isEmpty() ? pair(to) : null;
        ofPair = pair != null;
        asPairSince();
        if (pair != null && pair[0].time != null && pair[1].time != null && !pair[0].time.isOtherPart(pair[1].time)) {
            from = pair[0].time;
            to = pair[1].time;
        }
    }

    /** "Since 2019 it has fallen by 11%, from 136 billion to 121 billion in 2024": until the later of the two levels. */
    private void asPairSince() {
        Found[] pair = from != null && to == null ? pair(null) : null;
        if (pair != null && pair[0].time != null && pair[1].time != null && pair[0].time.equals(from)) {
            to = pair[1].time;
        }
    }

    /** "Two years ago there were 2,060; the number has thus tripled". */
    private void asEarlierLevel() {
        Found earlier = from == null && to == null && !ofPair ? earlierLevel(figures, f) : null;
        When since = earlier == null ? null : earlier.time;
        When main = spoken.main;
        if (since != null) {
            from = since;
            to = main != null && since.compareTo(main) < 0 ? main : When.year(When.lastYear(published));
        }
    }

    /** "In 2020 it was 141, so it has grown by 58% in four years". */
    private void overYears() {
        if (years == 0 || from != null) {
            return;
        }
        When until = to == null ? timeOfLevels() : to;
        to = until;
        When main = spoken.main;
        if (ofPair || until == null) {
            return;
        }
        When later = until.plusYears(years);
        if (spoken.pairTo != null) {
            from = later.compareTo(main != null ? main : until) <= 0 ? until : until.plusYears(-years);
            to = from.plusYears(years);
        } else if (main != null && later.compareTo(main) == 0) {
            from = until;
            to = main;
        }
    }

    /** "It reached USD 5.2 billion in 2024. With a CAGR of 7.1%, it should touch USD 11.9 billion by 2032." */
    private void asLaterLevel() {
        Found target = figure.kind == MentionKind.RATE && from == null && spoken.rateFrom == null ? laterLevel() : null;
        Found last = spoken.lastLevel;
        boolean other = to != null && target != null && !to.equals(target.time);
        if (!other && target != null && target.time != null && last != null && last.time != null) {
            from = last.time;
            to = target.time;
        }
    }

    /** "three times the 40 GWh of 2024", and for rates the last time to the left that is earlier. */
    private void asBase() {
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
        When until = to;
        if (from == null && figure.kind == MentionKind.RATE && until != null) {
            from = earlierOnLeft(until);
        }
    }

    /** Growth since the year or the part of a year before, where words say that it is compared with it. */
    private void asCompared() {
        if (figure.compared.isEmpty() && from == null && figure.kind.isGrowth() && figure.kind != MentionKind.RATE) {
            figure.compared = inherited(figures, f);
        }
        boolean month = to != null && to.grain() == When.Grain.MONTH && figure.kind == MentionKind.STEP;
        if (month && from == null && figure.compared.isEmpty() && times.isEmpty() && spoken.ofYears) {
            figure.compared = "year"; // "prices were 2.2% higher than a year before. Food prices went up by 3.0%"
        }
        boolean quarter = to != null && to.grain() == When.Grain.QUARTER && figure.kind == MentionKind.STEP;
        if (quarter && from == null && figure.compared.isEmpty() && spoken.atAnnualRate) {
            figure.compared =
                    "previous"; // "at an annual rate of 3.8 percent …. In the first quarter, it decreased 0.6 percent"
        }
        When since = from;
        if (to == null && since != null && figure.compared.equals("year")) {
            to = since.plusYears(1);
        }
        When until = to;
        if (figure.compared.equals("previous") && until != null) {
            from = until.previous();
        } else if (figure.compared.equals("year") && until != null && from == null) {
            from = until.plusYears(-1);
        }
    }

    private boolean isTimeless() {
        return times.stream().allMatch(time -> time.type() == TimeType.DURATION || time.type() == TimeType.THROUGHOUT);
    }

    /** Whether its sentence has no levels. */
    private boolean isAlone() {
        return figures.stream().noneMatch(other -> other.isLevel() && !EnglishClaims.isClaim(other));
    }

    /** The pair of levels, or the years of a rate, that the paragraph spoke of before. */
    private void asSpokenBefore() {
        boolean rate = figure.kind == MentionKind.RATE;
        if (from == null && rate && to != null && to.equals(spoken.pairTo)) {
            from = spoken.pairFrom; // "will advance at 16.2% a year through 2030"
        }
        if (from == null && times.isEmpty() && spoken.pairFrom != null && spoken.pairTo != null && rate) {
            from = spoken.pairFrom;
            to = spoken.pairTo;
        }
        if (from == null && rate && spoken.rateFrom != null) {
            from = spoken.rateFrom;
            to = spoken.rateTo;
        }
        if (from == null
                && spoken.pairFrom != null
                && isTimeless()
                && ((f == 0 && refersBack(sentence)) || isAlone())) {
            from = spoken.pairFrom;
            to = spoken.pairTo;
        }
    }

    /** "fell by 45,000 in the north and by 27,000 in the south": between the same times. */
    private void asClaimBefore() {
        Found before = f > 0 ? figures.get(f - 1) : null;
        int end = before == null ? 0 : before.end;
        boolean also = from == null
                && to == null
                && before != null
                && before.from != null
                && before.role.equals("change")
                && figure.role.equals("change")
                && times.stream().noneMatch(time -> time.start() >= end)
                && CuePass.AND_BY
                        .matcher(folded)
                        .region(before.end, figure.start)
                        .matches();
        if (also && before != null) {
            from = before.from;
            to = before.time;
        }
    }

    /** Growth that is said of one time only is counted from the year before, of a month from the month before. */
    private void give(Found figure, @Nullable When from, @Nullable When to) {
        figure.time = to;
        if (from != null && to != null && from.compareTo(to) < 0) {
            figure.from = from;
            figure.timeSaid = true;
        } else if ((figure.kind == MentionKind.STEP
                        || figure.kind == MentionKind.POINTS
                        || figure.role.equals("change"))
                && to != null) {
            if (isUntilLater(to)) {
                figure.from = When.year(When.planBase(published));
                return;
            }
            boolean month = to.grain() == When.Grain.MONTH && figure.compared.isEmpty() && !isBesideYearTo();
            figure.from = month ? to.previous() : to.plusYears(-1);
        } else if (figure.kind == MentionKind.RATE && to != null && to.grain() == When.Grain.QUARTER) {
            // "at an annual rate of 2.1% in the fourth quarter", "annual growth was 1.5%"
            spoken.atAnnualRate = isAtAnnualRate();
            figure.from = spoken.atAnnualRate ? to.previous() : to.plusYears(-1);
        }
    }

    /** "will rise by 60% to €32 billion in 2030": growth until a year to come that is not the next one is counted from now. */
    private boolean isUntilLater(When to) {
        return to.grain().isYear()
                && to.year() > published.getYear() + 1
                && figure.compared.isEmpty()
                && (folded.startsWith(" to ", figure.end) || folded.startsWith(" by 20", figure.end));
    }

    private boolean isAtAnnualRate() {
        return folded.substring(sentence.start(), sentence.end()).contains("annual rate");
    }

    /** "rose 2.9% in the year to January, after 3.4% in December": growth of months since those of the year before. */
    private boolean isBesideYearTo() {
        Found before = f == 0 ? null : figures.get(f - 1);
        When month = before == null ? null : before.time;
        return before != null && month != null && month.grain() == When.Grain.YEAR_TO && before.kind.isGrowth();
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
            if (level.isLevel() && !EnglishClaims.isClaim(level)) {
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
    private @Nullable Found laterLevel() {
        Found last = spoken.lastLevel;
        for (int i = Math.max(0, f - 1); last != null && i <= Math.min(f + 1, figures.size() - 1); i++) {
            Found level = figures.get(i);
            boolean leads = i != f
                    && level.timeSaid
                    && level.sameUnit(last)
                    && !EnglishClaims.isClaim(level)
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
    private Found @Nullable [] pair(@Nullable When to) {
        Found[] best = null;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < figures.size(); i++) {
            Found level = figures.get(i);
            if (i == f
                    || !level.isLevel()
                    || EnglishClaims.isClaim(level)
                    || level.time == null
                    || level.from != null) {
                continue;
            }
            Found last = lastOfUnit(i);
            if (last != null
                    && last.time != null
                    && level.time != null
                    && last.time.grain().isYear() == level.time.grain().isYear()
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
        }
        return best;
    }

    /** The level of one unit that stands last before another, of those that are of one time. */
    private @Nullable Found lastOfUnit(int level) {
        for (int i = level - 1; i >= 0; i--) {
            Found last = figures.get(i);
            boolean fits =
                    i != f && last.isLevel() && !EnglishClaims.isClaim(last) && last.time != null && last.from == null;
            if (fits && last.sameUnit(figures.get(level))) {
                return last;
            }
            if (fits
                    && !APPOSITION
                            .matcher(folded.substring(Math.max(0, last.start - 14), last.start))
                            .find()) {
                return null;
            }
        }
        return null;
    }

    private static boolean isOfSum(Found level) {
        return !level.role.isEmpty() && !level.role.equals("total");
    }

    /** The last time to the left that is earlier: "38% in 2024, while … 14% a year through 2030". */
    private @Nullable When earlierOnLeft(When to) {
        When earlier = null;
        for (int t = 0; t < times.size(); t++) {
            When time = resolved[t];
            if (times.get(t).end() <= figure.start && time != null && time.compareTo(to) < 0) {
                earlier = time;
            }
        }
        return earlier;
    }

    /** The latest time of the levels around a claim, of those that could be what grew. */
    private @Nullable When timeOfLevels() {
        When latest = null;
        for (int i = Math.max(0, f - 3); i < Math.min(figures.size(), f + 3); i++) {
            Found other = figures.get(i);
            boolean close = Math.abs(other.start - figures.get(f).start) < 140;
            if (i != f
                    && close
                    && other.isLevel()
                    && !EnglishClaims.isClaim(other)
                    && other.time != null
                    && other.from == null
                    && (i < f || isDirectly(figures.get(f).end, other.start))
                    && (latest == null || other.time.compareTo(latest) >= (i < f ? 0 : 1))) {
                latest = other.time; // of a quarter and the half-year that ends with it, that which stands nearer
            }
        }
        return latest != null ? latest : fallback;
    }

    private boolean isDirectly(int end, int start) {
        return DIRECTLY.matcher(folded.substring(Math.min(end, start), start)).matches();
    }
}
