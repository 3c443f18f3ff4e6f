package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times that a Chinese paragraph has spoken of so far, which hold for what follows until others are named. */
final class ChineseSpokenTimes {

    /** The time spoken of; it goes on into the next sentence of a paragraph. */
    @Nullable When main;
    /** The time that a heading named, of which the reporting period of its page is. */
    @Nullable When heading;
    /** The first time of the paragraph, to which a breakdown such as 分产业看 returns. */
    @Nullable When opening;

    /** The time that the paragraph before was of. */
    @Nullable When before;
    /** The last time spoken of that is not still to come. */
    @Nullable When past;
    /** The year to which the next sentence returns, where this one named a month of it only by the way: 12月份当月. */
    @Nullable When aside;
    /** The years spoken of, where a span was named. */
    @Nullable When spanFrom;

    @Nullable When spanTo;
    /** The last year of the five-year plan of which some years were named, for the rest of them: 前三年…，后两年…. */
    @Nullable When planEnd;
    /** Whether the span starts after its first year, as 未来三年 does: amounts are of the years after it. */
    boolean spanOfYearsAfter;
    /** Whether the span is one until now, of which levels are of its end: “十四五”以来. */
    boolean spanUntilNow;
    /** The span that this sentence named, to which what is done each year returns. */
    @Nullable When yearsFrom;

    @Nullable When yearsTo;
    /** What growth is counted from, where words say so. */
    @Nullable When base;
    /** The base of the last pair of figures (由…到…), for another pair without times. */
    @Nullable When pairBase;
    /** A past time that holds for its clause only. */
    @Nullable When scoped;

    /** Where the last time ended in the sentence that something was compared with; 0 if none was. */
    int baseUntil;
    /** The times with which some claims are compared, one each, and how many claims had theirs. */
    final List<When> bases = new ArrayList<>();

    int basesUsed;

    int scopedUntil;
    boolean mainInSentence;
    /** The first time that the sentence spoke of. */
    @Nullable When firstInSentence;
    /** A number of years that was said, as 五年 in 五年复合增速, and where. */
    @Nullable TimeExpression duration;

    int mainAt;
    /** Whether the sentence speaks of the first or last years of some that nothing names. */
    boolean unnamed;
    /** Whether figures were given without a time: they are of now. */
    boolean spokeOfNow;

    /** Starts a paragraph, under a heading that may name a time. */
    void startParagraph(@Nullable When heading) {
        before = opening != null ? opening : before;
        this.heading = heading;
        main = heading;
        opening = null;
        past = null;
        aside = null;
        spokeOfNow = false;
        spanFrom = null;
        spanTo = null;
        planEnd = null;
    }

    /** Starts a sentence: what growth is counted from, and what holds for a clause, is said anew. */
    void startSentence() {
        base = null;
        baseUntil = 0;
        bases.clear();
        unnamed = false;
        firstInSentence = null;
        yearsFrom = null;
        yearsTo = null;
        pairBase = null;
        scoped = null;
        mainInSentence = false;
        duration = null;
    }

    void span(@Nullable When from, @Nullable When to) {
        spanFrom = from;
        spanTo = to;
        spanUntilNow = false;
        yearsFrom = from;
        yearsTo = to;
    }
}
