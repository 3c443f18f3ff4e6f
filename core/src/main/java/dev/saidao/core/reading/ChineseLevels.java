package dev.saidao.core.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Gives the levels of a Chinese sentence their times: the one spoken of, that of a span, and the first of a pair 由…到…. */
final class ChineseLevels {

    /** Within how many characters behind a number of years a figure is of them. */
    private static final int NEAR = 10;

    private final ChineseTimes words;
    private final LocalDate published;
    private final ChineseSpokenTimes spoken;

    ChineseLevels(LocalDate published, ChineseTimes words, ChineseSpokenTimes spoken) {
        this.published = published;
        this.words = words;
        this.spoken = spoken;
    }

    void level(Found figure, @Nullable When now, boolean isOfClause) {
        if (words.precededBy(figure.start, "由", "从", "自")) {
            When ofSpan = spoken.spanTo != null ? spoken.spanFrom : null;
            int years = words.yearsBefore(figure, spoken.duration);
            When earlier = years > 1 && now != null
                    ? now.plusYears(-years)
                    : spoken.pairBase != null
                            ? spoken.pairBase
                            : spoken.mainInSentence && spoken.base != null
                                    ? spoken.base
                                    : ofSpan != null ? ofSpan : earlierInSentence();
            When from = earlier != null ? earlier : now != null ? before(now) : null;
            figure.time = from;
            figure.timeSaid = earlier != null;
            return;
        }
        int steady = words.steadyYears(figure);
        if (steady > 1 && now != null) {
            figure.from = now.plusYears(1 - steady);
            figure.time = now;
            figure.timeSaid = true;
            return;
        }
        TimeExpression lasting = spoken.duration;
        boolean together = lasting != null
                && lasting.years() > 1
                && now != null
                && spoken.spanTo == null
                && words.isCumulated(figure)
                && figure.start >= lasting.end()
                && figure.start - lasting.end() <= NEAR;
        if (together && lasting != null && now != null) {
            figure.from = now.plusYears(1 - lasting.years()); // 到2030年,五年累计培训15万人次
            figure.time = now;
            figure.timeSaid = true;
            return;
        }
        boolean yearly = figure.role.equals("every") || words.isCumulated(figure);
        if (spoken.spanTo == null
                && spoken.yearsTo != null
                && spoken.yearsFrom != null
                && yearly
                && spoken.spanOfYearsAfter) {
            figure.from = spoken.yearsFrom.plusYears(1);
            figure.time = spoken.yearsTo;
            figure.timeSaid = true;
            return;
        }
        boolean behindSpan = figure.kind == MentionKind.SHARE
                && spoken.yearsTo == null
                && spoken.spanTo != null
                && spoken.spanTo.year() <= published.getYear();
        if (behindSpan) {
            figure.time = spoken.spanTo; // 2020年至2025年…。其中智能算力占九成
            return;
        }
        if (spoken.spanTo != null && spoken.spanFrom != null && !isOfClause) {
            boolean end = figure.cue.equals("to")
                    || (spoken.spanUntilNow && !figure.role.equals("added") && !yearly)
                    || (figure.role.equals("total") && !words.isSpent(figure))
                    || (figure.role.equals("cumulative") && !words.isCumulated(figure));
            figure.time = spoken.spanTo;
            When first = spoken.spanOfYearsAfter ? spoken.spanFrom.plusYears(1) : spoken.spanFrom;
            figure.from = end || first.equals(spoken.spanTo) ? null : first;
            figure.timeSaid = true;
            return;
        }
        spoken.spokeOfNow |= spoken.main == null && figure.kind != MentionKind.NUMBER;
        if (figure.role.equals("every") && now != null && now.year() > published.getYear()) {
            figure.from = When.year(When.planBase(published)); // 到2027年…,每年遴选1000名
        }
        figure.time = now;
        figure.timeSaid = now != null && (spoken.mainInSentence || spoken.scoped != null);
    }

    /** What something starts from that leads to a time: the year before, or of what is still to come the last year that is known. */
    private When before(When time) {
        return time.year() > published.getYear() ? When.year(When.planBase(published)) : time.plusYears(-1);
    }

    /** 2024年…,2029年…;其中占比由44%提升到60%: the first time that the sentence spoke of, if another followed. */
    private @Nullable When earlierInSentence() {
        return spoken.firstInSentence != null
                        && spoken.main != null
                        && spoken.firstInSentence.compareTo(spoken.main) < 0
                ? spoken.firstInSentence
                : null;
    }
}
