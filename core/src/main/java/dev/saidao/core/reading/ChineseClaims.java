package dev.saidao.core.reading;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the claims of a Chinese sentence, such as growth, their times: from when to when. */
final class ChineseClaims {

    /** 由二季度同比下降8.5%: what a growth turned from. */
    private static final Pattern TURNED_FROM =
            Pattern.compile("由(?:第?([一二三四1-4])季度|(上半年)|(1[0-2]|[1-9])月份?)的?(?:同比)?(?:下降|增长|上升|回落)$");

    private static final Pattern TURNED_TO = Pattern.compile("转为(?:大幅|小幅|同比|正)?(?:增长|上升|下降)$");
    private static final int TURN_BEFORE = 20;
    private static final String QUARTERS = "一二三四1234";

    private static final Pattern LISTED = Pattern.compile("[、和及与]|以及");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（](?:同比|增速|增幅|涨幅|增长|下降|上涨|同比增长|同比下降)(?:为|约)?");

    private final String folded;
    private final ChineseTimes words;
    private final LocalDate published;
    private final ChineseSpokenTimes spoken;

    ChineseClaims(String folded, LocalDate published, ChineseTimes words, ChineseSpokenTimes spoken) {
        this.folded = folded;
        this.published = published;
        this.words = words;
        this.spoken = spoken;
    }

    /** Whether a figure says how something changed; a share without words of its own may be one of another time. */
    boolean isClaim(Found figure) {
        return figure.kind.isGrowth()
                || figure.kind == MentionKind.POINTS
                || (figure.kind == MentionKind.MULTIPLE && figure.unit.isEmpty() && !figure.bare)
                || figure.role.equals("change")
                || (figure.kind == MentionKind.SHARE
                        && spoken.base != null
                        && figure.cue.isEmpty()
                        && figure.time == null
                        && words.ofBase(figure));
    }

    /**
     * 由二季度下降3.2%转为增长8.2%: the first is of that quarter and the second of the time spoken of, each from a year before, and not
     * from that quarter to this. Dates a figure that is one of these, and says whether it is.
     */
    private boolean dateTurned(Found figure, @Nullable Found previous, @Nullable When to) {
        String before = folded.substring(Math.max(0, figure.start - TURN_BEFORE), figure.start);
        boolean listed = previous != null
                && previous.kind == MentionKind.STEP
                && !previous.turn.isEmpty()
                && folded.substring(Math.min(previous.end, figure.start), figure.start)
                        .equals("、");
        Matcher from = TURNED_FROM.matcher(before);
        figure.turn = from.find()
                ? "from"
                : TURNED_TO.matcher(before).find() ? "to" : listed && previous != null ? previous.turn : "";
        if (figure.turn.isEmpty() || to == null) {
            return false;
        }
        figure.time =
                figure.turn.equals("to") ? to : listed && previous != null ? previous.time : partOf(to.year(), from);
        figure.from = figure.time == null ? null : figure.time.plusYears(-1);
        figure.timeSaid = true;
        return true;
    }

    private static When partOf(int year, Matcher part) {
        if (part.group(2) != null) {
            return new When(year, When.Grain.HALF, 1);
        }
        return part.group(1) == null
                ? new When(year, When.Grain.MONTH, Integer.parseInt(part.group(3)))
                : new When(year, When.Grain.QUARTER, (QUARTERS.indexOf(part.group(1)) & 3) + 1);
    }

    void claim(Found figure, @Nullable When now, @Nullable Found previous) {
        When to = now;
        if (figure.kind == MentionKind.STEP && dateTurned(figure, previous, to)) {
            return;
        }
        if (figure.kind == MentionKind.RATE && spoken.spanTo != null) {
            figure.from = spoken.spanFrom;
            figure.time = spoken.spanTo;
            figure.timeSaid = true;
            return;
        }
        if (to != null && ofOneEach(figure, previous)) {
            figure.from = spoken.bases.get(spoken.basesUsed++);
            figure.time = to;
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
        When spanStart = spoken.spanFrom;
        boolean overSpan =
                spanStart != null && spoken.spanTo != null && spoken.spanTo.year() - spanStart.year() == years;
        if (years > 0 && overSpan) {
            figure.from = spanStart;
            figure.time = spoken.spanTo;
            figure.timeSaid = true;
            return;
        }
        boolean fromBase = spoken.base != null
                && !isAverage(figure)
                && to != null
                && spoken.base.equals(spoken.pairBase)
                && spoken.base.compareTo(to) < 0;
        if (years > 0 && to != null && !fromBase) {
            boolean onward = isUntilNow(to.plusYears(years)) && previous != null && to.equals(previous.time);
            figure.from = onward ? to : to.plusYears(-years);
            figure.time = onward ? to.plusYears(years) : to;
            figure.timeSaid = true;
            return;
        }
        boolean listed = previous != null
                && previous.kind == figure.kind
                && previous.from != null
                && previous.timeSaid
                && LISTED.matcher(folded.substring(Math.min(previous.end, figure.start), figure.start))
                        .matches();
        if (listed && previous != null) {
            figure.from = previous.from; // 两年平均增速分别为4.7%、5.0%和5.5%
            figure.time = previous.time;
            figure.timeSaid = true;
            return;
        }
        boolean inBrackets = figure.kind == MentionKind.STEP
                && previous != null
                && previous.isLevel()
                && previous.time != null
                && previous.from == null
                && IN_BRACKETS
                        .matcher(folded.substring(Math.min(previous.end, figure.start), figure.start))
                        .matches();
        if (inBrackets && previous != null && previous.time != null) {
            figure.from = previous.time.plusYears(-1); // 从2023年的50.6亿元(增速33.8%)扩大到
            figure.time = previous.time;
            figure.timeSaid = true;
            return;
        }
        boolean againstOther = spoken.base != null && words.hasComparison(figure, previous);
        boolean saysYear = figure.compared.equals("year");
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
            When later = spoken.main != null && spoken.main.compareTo(to) > 0 ? spoken.main : to;
            // 较上年末增长5.3%,增加424亿元
            When since = !saysYear && previous != null && later.equals(previous.time) ? previous.from : null;
            figure.from = since != null
                    ? since
                    : words.hasYearEnd(figure, previous) ? When.year(later.year() - 1) : later.plusYears(-1);
            figure.time = later;
            figure.timeSaid = true;
            return;
        }
        if (spoken.base != null && to != null && spoken.base.compareTo(to) < 0) {
            figure.from = spoken.base;
            figure.time = to;
            figure.timeSaid = true;
            return;
        }
        if (spoken.spanTo != null) {
            figure.from = spoken.spanFrom;
            figure.time = spoken.spanTo;
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

    /** 分别比上月末和上年同期低0.3个和1.1个百分点: claims that are compared with one time each. */
    private boolean ofOneEach(Found figure, @Nullable Found previous) {
        boolean next = spoken.basesUsed == 0
                || (previous != null
                        && previous.kind == figure.kind
                        && LISTED.matcher(folded.substring(Math.min(previous.end, figure.start), figure.start))
                                .matches());
        return spoken.bases.size() > 1 && spoken.basesUsed < spoken.bases.size() && next;
    }

    /** 比上年增长6.2%,两年平均增长4.4%: over the years said, whatever was compared with before. */
    private boolean isAverage(Found figure) {
        TimeExpression said = spoken.duration;
        return said != null && said.end() <= figure.start && folded.startsWith("平均", said.end());
    }

    /** 2020年仅为8.9万人,六年间增长1.8倍: whether years counted from a time end in the year of the text or the one before. */
    private boolean isUntilNow(When end) {
        return end.grain().isYear() && (end.year() == published.getYear() || end.year() == When.lastYear(published));
    }

    /** 五年复合增速81.3%: over how many years words say something grew, 0 if they do not. */
    private int yearsOf(Found figure, @Nullable Found previous) {
        TimeExpression said = spoken.duration;
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
