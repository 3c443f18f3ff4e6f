package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of a Chinese sentence their times. A time stands before what it is of and holds until another is named;
 * one behind 较, 比, 由 or 从 is a base of comparison and holds for the figure behind it only.
 */
final class ChinesePeriods {

    private static final Pattern BROKEN_DOWN = Pattern.compile("分[^,，。看]{1,8}看");

    /** A time that stands no further in a sentence opens it. */
    private static final int OPENING = 3;

    private final String folded;
    private final Layout layout;
    private final ChineseTimes words;
    private final LocalDate published;

    /** The time spoken of; it goes on into the next sentence of a paragraph. */
    private @Nullable When main;
    /** The first time of the paragraph, to which a breakdown such as 分产业看 returns. */
    private @Nullable When opening;

    /** The years spoken of, where a span was named. */
    private @Nullable When spanFrom;

    private @Nullable When spanTo;
    /** Whether the span starts after its first year, as 未来三年 does: amounts are of the years after it. */
    private boolean spanOfYearsAfter;
    /** Whether the span is one until now, of which levels are of its end: “十四五”以来. */
    private boolean spanUntilNow;
    /** The span that this sentence named, to which what is done each year returns. */
    private @Nullable When yearsFrom;

    private @Nullable When yearsTo;
    /** What growth is counted from, where words say so. */
    private @Nullable When base;
    /** The base of the last pair of figures (由…到…), for another pair without times. */
    private @Nullable When pairBase;
    /** A past time that holds for its clause only. */
    private @Nullable When scoped;

    private int scopedUntil;
    private boolean mainInSentence;
    /** The first time that the sentence spoke of. */
    private @Nullable When firstInSentence;
    /** A number of years that was said, as 五年 in 五年复合增速, and where. */
    private @Nullable TimeExpression duration;

    private int mainAt;
    /** Whether figures were given without a time: they are of now. */
    private boolean spokeOfNow;

    ChinesePeriods(String folded, Layout layout, LocalDate published) {
        this.folded = folded;
        this.words = new ChineseTimes(folded);
        this.layout = layout;
        this.published = published;
    }

    /** Starts a paragraph, under a heading that may name a time. */
    void startParagraph(@Nullable When heading) {
        main = heading;
        opening = null;
        spokeOfNow = false;
        spanFrom = null;
        spanTo = null;
    }

    @Nullable When main() {
        return main;
    }

    void main(@Nullable When time) {
        main = time;
    }

    void run(Sentence sentence, List<Found> figures, List<TimeExpression> times) {
        if (opening != null
                && BROKEN_DOWN
                        .matcher(folded)
                        .region(sentence.start(), Math.min(sentence.end(), sentence.start() + 12))
                        .lookingAt()) {
            main = opening;
        }
        base = null;
        firstInSentence = null;
        yearsFrom = null;
        yearsTo = null;
        pairBase = null;
        scoped = null;
        mainInSentence = false;
        duration = null;
        thisYear(sentence, times);
        int f = 0;
        int t = 0;
        int last = sentence.start();
        while (f < figures.size() || t < times.size()) {
            boolean time =
                    t < times.size() && (f == figures.size() || times.get(t).start() < figures.get(f).start);
            int at = time ? times.get(t).start() : figures.get(f).start;
            if (folded.substring(Math.min(last, at), at).indexOf(';') >= 0
                    || folded.substring(Math.min(last, at), at).indexOf('；') >= 0) {
                base = null;
            }
            if (time) {
                Found next = f < figures.size() ? figures.get(f) : null;
                name(sentence, times.get(t), next, t + 1 < times.size() ? times.get(t + 1) : null, times);
                last = times.get(t++).end();
            } else {
                give(figures, f);
                last = figures.get(f++).end;
            }
        }
    }

    /** 报名人数1290万人,比去年减少45万人: what is compared with last year, and said to be of no time, is of this year. */
    private void thisYear(Sentence sentence, List<TimeExpression> times) {
        for (TimeExpression time : times) {
            boolean lastYear = main == null
                    && time.type() == TimeType.POINT
                    && time.to() != null
                    && folded.startsWith("去年", time.start())
                    && words.precededBy(time.start(), "比", "较");
            if (lastYear && time.equals(times.get(0))) {
                main(
                        When.year(published.getYear()),
                        TimeExpression.of(sentence.start(), sentence.start(), TimeType.SAME, 0));
            }
        }
    }

    // ---- times ----

    private void name(
            Sentence sentence,
            TimeExpression time,
            @Nullable Found next,
            @Nullable TimeExpression nextTime,
            List<TimeExpression> all) {
        switch (time.type()) {
            case EVENT -> {}
            case DURATION -> duration = time;
            case SPAN -> {
                boolean plan = time.years() > 0;
                When first = time.from();
                span(plan && first != null ? first.plusYears(-1) : first, time.to());
                spanOfYearsAfter = plan;
                spanUntilNow = plan && folded.startsWith("以来", time.end());
                if (spanUntilNow && spanTo != null && spanTo.year() > When.lastYear(published)) {
                    spanTo = When.year(When.lastYear(published));
                }
            }
            case FUTURE -> {
                spanOfYearsAfter = true;
                When end = endOfFuture(time.years(), all);
                span(end.plusYears(-time.years()), end);
            }
            case PAST -> {
                spanOfYearsAfter = true;
                When end = When.year(main != null && mainInSentence ? main.year() : When.lastYear(published));
                span(end.plusYears(-Math.max(time.years(), 1)), end);
            }
            case THROUGHOUT -> {
                if (base != null && main != null) {
                    span(base, main);
                }
            }
            default -> {
                When when = resolved(time);
                if (when != null) {
                    point(sentence, time, when, next, nextTime);
                }
            }
        }
    }

    private void span(@Nullable When from, @Nullable When to) {
        spanFrom = from;
        spanTo = to;
        spanUntilNow = false;
        yearsFrom = from;
        yearsTo = to;
    }

    private When endOfFuture(int years, List<TimeExpression> times) {
        int usual = When.planBase(published) + years;
        for (TimeExpression time : times) {
            When to = time.to();
            if (time.type() == TimeType.POINT && to != null && Math.abs(to.year() - usual) <= 1 && years > 1) {
                return When.year(to.year());
            }
        }
        return When.year(usual);
    }

    private @Nullable When resolved(TimeExpression time) {
        When to = time.to();
        When around = main;
        return switch (time.type()) {
            case POINT -> to;
            case PARTIAL -> {
                if (to == null) {
                    yield When.year(around != null ? around.year() : When.lastYear(published));
                }
                yield around != null
                        ? new When(around.year(), to.grain(), to.part())
                        : When.lastBefore(to.grain(), to.part(), published);
            }
            case SAME -> around;
            case ANCHORED_YEARS -> {
                When now = (around != null ? around : When.year(When.lastYear(published))).plusYears(-time.years());
                yield to == null ? now : new When(now.year(), to.grain(), to.part());
            }
            case YEAR_BEFORE -> When.year((around != null ? around.year() : When.lastYear(published)) - time.years());
            case ANCHORED_PREVIOUS -> around == null ? null : around.previous();
            case AGO ->
                around == null ? When.year(When.lastYear(published) - time.years()) : around.plusYears(-time.years());
            default -> null;
        };
    }

    private void point(
            Sentence sentence,
            TimeExpression time,
            When when,
            @Nullable Found next,
            @Nullable TimeExpression nextTime) {
        boolean ofFigure =
                next != null && next.isLevel() && next.start - time.end() <= 1 && folded.startsWith("的", next.end);
        boolean of = ofFigure
                || folded.startsWith("的", time.end())
                || folded.startsWith("同期的", time.end())
                || folded.startsWith("水平", time.end())
                || (next != null && next.isLevel() && words.isPeak(time.end()))
                || (next != null && words.isOfThatYear(time, next));
        if (folded.startsWith("水平", time.end()) && words.precededBy(time.start(), "至", "到")) {
            return; // 降至2017年水平: as low as then, and not then
        }
        if (words.precededBy(time.start(), "由", "从", "自")
                || words.precededBy(time.start(), "较", "比", "相比", "于", "与", "和", "较之", "同")
                || (of
                        && words.precededBy(
                                time.start(), "是", "为", "只有", "仅为", "相当于", "恢复至", "恢复到", "不到", "不足", "超过", "约为"))) {
            if (words.precededBy(time.start(), "和") && !of) {
                main(when, time);
                return;
            }
            base = when;
            pairBase = when;
            boolean direct = next != null
                    && next.start - time.end() <= 14
                    && next.isLevel()
                    && (nextTime == null || nextTime.start() > next.start)
                    && layout.clauseStart(sentence, next.start) <= time.start()
                    && (of || next.start == time.end() || words.precededBy(time.start(), "由", "从", "自"));
            if (direct
                    && next != null
                    && !(next.kind == MentionKind.SHARE
                            && !words.precededBy(time.start(), "由", "从", "自", "较", "比", "于"))) {
                next.time = when;
                next.timeSaid = true;
                if (next.kind == MentionKind.SHARE) {
                    next.cue = "from";
                }
            }
            return;
        }
        boolean earlier = main != null
                && mainInSentence
                && when.compareTo(main) < 0
                && folded.substring(mainAt, time.start()).indexOf(';') < 0
                && folded.substring(mainAt, time.start()).indexOf('；') < 0;
        boolean previousPart = earlier
                && main != null
                && main.grain() == when.grain()
                && !when.grain().isYear();
        boolean back = main == null
                && spokeOfNow
                && when.year() < When.lastYear(published)
                && (time.start() > sentence.start() + OPENING || !Character.isDigit(folded.charAt(time.start())));
        boolean anchored = back
                || (time.type() == TimeType.AGO && (main != null || spokeOfNow))
                || (main != null
                        && (time.type() == TimeType.ANCHORED_YEARS
                                || time.type() == TimeType.YEAR_BEFORE
                                || time.type() == TimeType.ANCHORED_PREVIOUS));
        if (anchored || previousPart || (earlier && time.type() != TimeType.PARTIAL)) {
            scoped = when;
            boolean apart = folded.startsWith(",", time.end()) || folded.startsWith("，", time.end());
            scopedUntil = layout.clauseEnd(sentence, Math.min(time.end() + (apart ? 1 : 0), sentence.end() - 1));
            base = when;
            return;
        }
        main(when, time);
    }

    private void main(When when, TimeExpression time) {
        if (main != null && when.compareTo(main) > 0 && mainInSentence && time.type() != TimeType.SAME) {
            base = main;
        }
        main = when;
        firstInSentence = firstInSentence == null ? when : firstInSentence;
        opening = opening == null ? when : opening;
        mainAt = time.start();
        mainInSentence = true;
        scoped = null;
        if (time.type() != TimeType.SAME) {
            spanFrom = null;
            spanTo = null;
        }
    }

    // ---- figures ----

    private void give(List<Found> figures, int f) {
        Found figure = figures.get(f);
        // 由上年的13.2:32.3:54.5调整为…: the shares of one structure are of one time
        Found before = f > 0 ? figures.get(f - 1) : null;
        if (figure.role.equals("structure")
                && before != null
                && before.role.equals("structure")
                && figure.start == before.end + 1) {
            figure.time = before.time;
            figure.timeSaid = before.timeSaid;
            return;
        }
        boolean ofEarlier = figure.kind == MentionKind.SHARE
                && before != null
                && before.isLevel()
                && folded.startsWith("的", before.end)
                && figure.start == before.end + 1
                && main != null
                && before.time != null
                && before.time.compareTo(main) < 0;
        if (ofEarlier && before != null) {
            figure.from = before.time; // 恢复到2019年400万人次的77.5%
            figure.time = main;
            figure.timeSaid = true;
            return;
        }
        When said = scoped != null && figure.start < scopedUntil ? scoped : main;
        When now = said != null ? said : When.year(When.lastYear(published));
        boolean claim = figure.kind.isGrowth()
                || figure.kind == MentionKind.POINTS
                || (figure.kind == MentionKind.MULTIPLE && figure.unit.isEmpty() && !figure.bare)
                || figure.role.equals("change")
                || (figure.kind == MentionKind.SHARE
                        && base != null
                        && figure.cue.isEmpty()
                        && figure.time == null
                        && words.ofBase(figure));
        if (claim) {
            claim(figure, now, f > 0 ? figures.get(f - 1) : null);
        } else if (figure.time == null) {
            level(figures, f, now);
        }
        if (figure.isLevel() && !claim && words.precededBy(figure.start, "由", "从", "自") && figure.time != null) {
            base = figure.time;
            pairBase = figure.time;
        }
    }

    private void level(List<Found> figures, int f, @Nullable When now) {
        Found figure = figures.get(f);
        if (words.precededBy(figure.start, "由", "从", "自")) {
            When ofSpan = spanTo != null ? spanFrom : null;
            When earlier = pairBase != null
                    ? pairBase
                    : mainInSentence && base != null ? base : ofSpan != null ? ofSpan : earlierInSentence();
            When from = earlier != null ? earlier : now != null ? now.plusYears(-1) : null;
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
        boolean yearly = figure.role.equals("every") || words.isCumulated(figure);
        if (spanTo == null && yearsTo != null && yearsFrom != null && yearly && spanOfYearsAfter) {
            figure.from = yearsFrom.plusYears(1);
            figure.time = yearsTo;
            figure.timeSaid = true;
            return;
        }
        if (spanTo != null && spanFrom != null) {
            boolean end = figure.cue.equals("to")
                    || (spanUntilNow && !figure.role.equals("added") && !yearly)
                    || figure.role.equals("total")
                    || (figure.role.equals("cumulative") && !words.isCumulated(figure));
            figure.time = spanTo;
            When first = spanOfYearsAfter ? spanFrom.plusYears(1) : spanFrom;
            figure.from = end || first.equals(spanTo) ? null : first;
            figure.timeSaid = true;
            return;
        }
        spokeOfNow |= main == null && figure.kind != MentionKind.NUMBER;
        if (figure.role.equals("every") && now != null && now.year() > published.getYear()) {
            figure.from = When.year(When.planBase(published)); // 到2027年…,每年遴选1000名
        }
        figure.time = now;
        figure.timeSaid = now != null && (mainInSentence || scoped != null);
    }

    /** 2024年…,2029年…;其中占比由44%提升到60%: the first time that the sentence spoke of, if another followed. */
    private @Nullable When earlierInSentence() {
        return firstInSentence != null && main != null && firstInSentence.compareTo(main) < 0 ? firstInSentence : null;
    }

    private void claim(Found figure, @Nullable When now, @Nullable Found previous) {
        When to = now;
        if (figure.kind == MentionKind.RATE && spanTo != null) {
            figure.from = spanFrom;
            figure.time = spanTo;
            figure.timeSaid = true;
            return;
        }
        if (figure.compared.equals("previous") && to != null) {
            figure.from = to.previous();
            figure.time = to;
            figure.timeSaid = true;
            return;
        }
        if (figure.kind == MentionKind.POINTS && (words.isGap(figure, previous) || words.isAgainstOther(figure))) {
            figure.time = to;
            return;
        }
        int years = yearsOf(figure, previous);
        When spanStart = spanFrom;
        boolean overSpan = spanStart != null && spanTo != null && spanTo.year() - spanStart.year() == years;
        if (years > 0 && overSpan) {
            figure.from = spanStart;
            figure.time = spanTo;
            figure.timeSaid = true;
            return;
        }
        if (years > 0 && to != null && (base == null || base.compareTo(to) >= 0)) {
            boolean onward = isUntilNow(to.plusYears(years)) && previous != null && to.equals(previous.time);
            figure.from = onward ? to : to.plusYears(-years);
            figure.time = onward ? to.plusYears(years) : to;
            figure.timeSaid = true;
            return;
        }
        boolean againstOther = base != null && words.hasComparison(figure, previous);
        // 一季度同比增长6.7%,二季度增长6.8%: the word is said once
        if (figure.compared.isEmpty()
                && figure.kind != MentionKind.RATE
                && previous != null
                && previous.kind.isGrowth()
                && previous.compared.equals("year")
                && !(figure.role.equals("change") && to != null && !to.equals(previous.time))
                && !againstOther) {
            figure.compared = "year";
        }
        if (figure.compared.equals("year") && to != null && !againstOther) {
            // 2025年营收…,2024年为…,同比增长: the later of the two
            When later = main != null && main.compareTo(to) > 0 ? main : to;
            figure.from = words.hasYearEnd(figure, previous) ? When.year(later.year() - 1) : later.plusYears(-1);
            figure.time = later;
            figure.timeSaid = true;
            return;
        }
        if (base != null && to != null && base.compareTo(to) < 0) {
            figure.from = base;
            figure.time = to;
            figure.timeSaid = true;
            return;
        }
        if (spanTo != null) {
            figure.from = spanFrom;
            figure.time = spanTo;
            figure.timeSaid = true;
            return;
        }
        boolean chained = previous != null
                && previous.from != null
                && previous.time != null
                && previous.time.equals(to)
                && (previous.kind.isGrowth() || previous.kind == MentionKind.POINTS || previous.role.equals("change"));
        if (chained && previous != null) {
            figure.from = previous.from;
            figure.time = previous.time;
            return;
        }
        figure.time = to;
        if (figure.role.equals("change") && words.isNatural(figure)) {
            return;
        }
        boolean flow = figure.role.equals("change")
                && figure.compared.isEmpty()
                && to != null
                && !to.grain().isYear()
                && (previous == null || previous.compared.isEmpty() || !previous.role.equals("change"));
        if (flow) {
            return; // 前三季度贷款增加14.75万亿元: what came about in that time
        }
        boolean ofOneTime = figure.kind == MentionKind.MULTIPLE && figure.rule.equals("number-unit");
        if (figure.kind != MentionKind.RATE && !ofOneTime && to != null) {
            figure.from = to.plusYears(-1);
        }
    }

    /** 2020年仅为8.9万人,六年间增长1.8倍: whether years counted from a time end in the year of the text or the one before. */
    private boolean isUntilNow(When end) {
        return end.grain().isYear() && (end.year() == published.getYear() || end.year() == When.lastYear(published));
    }

    /** 五年复合增速81.3%: over how many years words say something grew, 0 if they do not. */
    private int yearsOf(Found figure, @Nullable Found previous) {
        TimeExpression said = duration;
        boolean own = said != null
                && said.years() > 1
                && (previous == null || previous.end <= said.start())
                && figure.start - said.end() <= 14
                && !words.precededBy(said.start(), "连续", "第")
                && folded.substring(Math.min(said.end(), figure.start), figure.start)
                                .indexOf(',')
                        < 0;
        return own && said != null ? said.years() : 0;
    }
}
