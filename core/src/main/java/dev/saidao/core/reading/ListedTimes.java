package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of a list the times of a list: 2021—2024年分别为1840家、2260家、2715家和3180家, "in 2022, 2023 and 2024 … 1,204,
 * 1,377 and 1,512 grants". As many times as figures are needed, and for a span of years a word such as 分别 or "respectively".
 */
final class ListedTimes {

    private static final Pattern BETWEEN = Pattern.compile("(?:[,，、]| and | or |, and |和|与|及|以及)? ?");
    private static final Pattern BETWEEN_FIGURES =
            Pattern.compile("(?:[a-z]+ ){0,2}(?:[,，、/]| and |, and |和|与|及|以及) ?| [a-z]{1,20}(?:,| and|, and) ");
    private static final Pattern EACH_ITS_OWN = Pattern.compile("分别|依次|逐年|respectively|in turn");

    /** 2022年10月与2021年10月比较: two times that are held against each other. */
    private static final Pattern COMPARED = Pattern.compile("(?:同期)?(?:相?比较?|相较)");

    private static final Pattern SLASH = Pattern.compile(" ?/ ?");
    private static final Pattern UNTIL = Pattern.compile(" ?[-–~至到] ?");
    private static final Pattern NO_LIST = Pattern.compile("[^、和与及,，/;；]*");
    private static final Set<When.Grain> PARTS = Set.of(When.Grain.HALF, When.Grain.QUARTER, When.Grain.MONTH);
    private static final int MOST = 40;
    private static final Pattern RIGHT_BEHIND = Pattern.compile("(?: [a-z]{2,12})? (?:(?:in|for|over|during) )?");

    private final String folded;

    ListedTimes(String folded) {
        this.folded = folded;
    }

    /** Goes through a sentence whose figures have the times that stand near them. */
    void run(Sentence sentence, List<Found> figures, List<TimeExpression> times, @Nullable When main) {
        if (figures.size() < 2 || times.isEmpty()) {
            return;
        }
        for (TimeExpression time : times) {
            if (time.type() == TimeType.PAST && time.years() > 1 && saysEach(time.start(), sentence)) {
                undate(figures, time);
            }
        }
        for (int t = 0; t < times.size(); ) {
            List<When> listed = listed(times, t);
            listed = listed.isEmpty() && main != null ? partsOf(sentence, times, t, main.year()) : listed;
            boolean span = listed.isEmpty();
            List<When> parts = span ? partsBetween(times, t) : List.of();
            if (span) {
                listed = parts.isEmpty() ? yearsOf(times.get(t)) : parts;
            }
            if (listed.size() >= 2) {
                give(sentence, figures, times.get(t), listed, span);
            }
            t += !parts.isEmpty() ? 2 : span ? 1 : listed.size();
        }
    }

    /** The times that stand one behind the other from one on; empty if it stands alone. */
    private List<When> listed(List<TimeExpression> times, int first) {
        List<When> listed = new ArrayList<>();
        for (int t = first; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            When to = time.to();
            boolean next = time.type() == TimeType.POINT
                    && to != null
                    && !COMPARED.matcher(folded)
                            .region(time.end(), folded.length())
                            .lookingAt()
                    && (listed.isEmpty() || (to.grain() == listed.get(0).grain() && isBetween(times.get(t - 1), time)));
            if (!next || to == null) {
                break;
            }
            listed.add(to);
        }
        return listed.size() < 2 ? List.of() : listed;
    }

    /** 一季度、上半年、前三季度和全年…分别为: parts of one year, as they stand one behind the other; empty if words do not say so. */
    private List<When> partsOf(Sentence sentence, List<TimeExpression> times, int first, int ofYear) {
        List<When> parts = new ArrayList<>();
        int year = ofYear;
        for (int t = first; t < times.size(); t++) {
            TimeExpression time = times.get(t);
            When to = time.to();
            boolean next = (time.type() == TimeType.PARTIAL || (parts.isEmpty() && time.type() == TimeType.POINT))
                    && (parts.isEmpty() || isBetween(times.get(t - 1), time));
            if (!next) {
                break;
            }
            year = time.type() == TimeType.POINT && to != null ? to.year() : year;
            parts.add(to == null ? When.year(year) : new When(year, to.grain(), to.part()));
        }
        boolean each = parts.size() > 1 && saysEach(times.get(first).start(), sentence);
        return each ? parts : List.of();
    }

    /** 24Q1-25Q1: the quarters, halves or months from one to another; empty if they are none. */
    private List<When> partsBetween(List<TimeExpression> times, int first) {
        When from = times.get(first).to();
        When to = first + 1 < times.size() ? times.get(first + 1).to() : null;
        if (from == null
                || to == null
                || times.get(first).type() != TimeType.POINT
                || times.get(first + 1).type() != TimeType.POINT
                || from.grain() != to.grain()
                || !PARTS.contains(from.grain())
                || from.compareTo(to) >= 0
                || !UNTIL.matcher(folded.substring(
                                times.get(first).end(), times.get(first + 1).start()))
                        .matches()) {
            return List.of();
        }
        List<When> parts = new ArrayList<>();
        for (When part = to; part.compareTo(from) >= 0 && parts.size() <= MOST; part = part.previous()) {
            parts.add(0, part);
        }
        return parts.size() > MOST ? List.of() : parts;
    }

    private boolean isBetween(TimeExpression one, TimeExpression next) {
        return BETWEEN.matcher(folded.substring(one.end(), next.start())).matches();
    }

    private static List<When> yearsOf(TimeExpression time) {
        When from = time.from();
        When to = time.to();
        List<When> years = new ArrayList<>();
        boolean span = time.type() == TimeType.SPAN && from != null && to != null && to.year() - from.year() < MOST;
        for (int year = span && from != null ? from.year() : 1; span && to != null && year <= to.year(); year++) {
            years.add(When.year(year));
        }
        return years;
    }

    private void give(
            Sentence sentence, List<Found> figures, TimeExpression first, List<When> times, boolean eachMustBeSaid) {
        if (eachMustBeSaid
                && !saysEach(sentence.start(), sentence)
                && !isSlashed(figures, times.size())
                && !isBesideSpan(sentence, figures, first, times.size())) {
            return;
        }
        boolean given = false;
        for (int f = 0; f < figures.size(); ) {
            int n = run(figures, f);
            boolean behind = figures.get(f).start > first.start();
            boolean before = !sentence.chinese() && figures.get(f + n - 1).end <= first.start();
            if (n == times.size() && (behind || before)) {
                for (int i = 0; i < n; i++) {
                    give(figures.get(f + i), times.get(i));
                }
                given = true;
            } else if (given && figures.get(f).kind == MentionKind.RATE && n == 1) {
                figures.get(f).from = times.get(0);
                figures.get(f).time = times.get(times.size() - 1);
                figures.get(f).timeSaid = true;
            }
            f += n;
        }
    }

    /** 近三年增长率分别为-3.2%、5.6%、8.1%: of one year each, which no words name. */
    private void undate(List<Found> figures, TimeExpression time) {
        for (int f = 0; f < figures.size(); ) {
            int n = run(figures, f);
            boolean each = n == time.years() && figures.get(f).start > time.end();
            for (int i = f; each && i < f + n; i++) {
                figures.get(i).isUndated = true;
            }
            f += n;
        }
    }

    private boolean saysEach(int start, Sentence sentence) {
        return EACH_ITS_OWN.matcher(folded).region(start, sentence.end()).find();
    }

    /** 2025-2027年营收12.4/16.9/21.4亿元: slashes tell members of a list apart as 分别 does. */
    private boolean isSlashed(List<Found> figures, int years) {
        for (int f = 0; f < figures.size(); f++) {
            int n = run(figures, f);
            boolean slashed = n == years && n > 1;
            for (int i = 1; slashed && i < n; i++) {
                slashed = SLASH.matcher(folded.substring(figures.get(f + i - 1).end, figures.get(f + i).start))
                        .matches();
            }
            if (slashed) {
                return true;
            }
            f += n - 1;
        }
        return false;
    }

    /**
     * "$52.3m, $61.8m and $73.5m in 2024-2026", 2025-2027年营收预测为54.5亿、56.7亿、58.8亿: a span beside a list of three or more amounts, one for
     * each year, and no list of what they are spent on.
     */
    private boolean isBesideSpan(Sentence sentence, List<Found> figures, TimeExpression span, int years) {
        for (int f = 0; f < figures.size(); f++) {
            int n = run(figures, f);
            Found last = figures.get(f + n - 1);
            boolean listed = n == years && n > 2 && last.kind.isAmount();
            if (listed && !sentence.chinese() && last.end <= span.start()) {
                return RIGHT_BEHIND
                        .matcher(folded.substring(last.end, span.start()))
                        .matches();
            }
            if (listed && sentence.chinese() && span.end() <= figures.get(f).start) {
                return NO_LIST.matcher(folded.substring(span.end(), figures.get(f).start))
                        .matches();
            }
            f += n - 1;
        }
        return false;
    }

    private static void give(Found figure, When time) {
        boolean change =
                figure.kind == MentionKind.STEP || figure.kind == MentionKind.POINTS || figure.role.equals("change");
        figure.time = time;
        figure.from = change ? figure.compared.equals("previous") ? time.previous() : time.plusYears(-1) : null;
        figure.timeSaid = true;
    }

    /** Whether claims that stand one behind the other are of one time each: 2022年、2023年分别增长5%和6%. */
    static boolean areOfTimes(List<Found> claims) {
        return claims.stream().map(claim -> claim.time).distinct().count() > 1;
    }

    /** How many figures of one unit stand one behind the other from one on. */
    private int run(List<Found> figures, int first) {
        int n = 1;
        while (first + n < figures.size()) {
            Found last = figures.get(first + n - 1);
            Found next = figures.get(first + n);
            boolean joined = next.start >= last.end
                    && isOneKind(last, next)
                    && BETWEEN_FIGURES
                            .matcher(folded.substring(last.end, next.start))
                            .matches();
            if (!joined) {
                break;
            }
            n++;
        }
        return n;
    }

    private static boolean isOneKind(Found one, Found other) {
        return one.sameUnit(other) || (one.isPercentage() && other.isPercentage());
    }
}
