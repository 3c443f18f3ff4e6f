package dev.saidao.core.reading;

import org.jspecify.annotations.Nullable;

/** The times that an English paragraph has spoken of so far, which what follows may go on with. */
final class EnglishSpokenTimes {

    /** The time spoken of. */
    @Nullable When main;

    @Nullable When spanFrom;

    @Nullable When spanTo;
    /** Whether the span was named in this sentence. */
    boolean spanHere;

    boolean spanOfAmounts;
    /** Whether the span was named as one from a year to another, so that a pair of levels starts in its first year. */
    boolean isFromTo;
    /** The span that an amount of the sentence is of. */
    @Nullable TimeExpression spanOfSum;
    /** Whether that span reaches beyond the publication, so that amounts behind it are of it too. */
    boolean isSpanOfPlan;
    /** A time still to come that was spoken of, for a sentence that goes on about the future. */
    @Nullable When future;
    /** The span of the last rate. */
    @Nullable When rateFrom;

    @Nullable When rateTo;
    /** The last level of the sentences before whose time is said. */
    @Nullable Found lastLevel;
    /** The times of the last pair of levels. */
    @Nullable When pairFrom;

    @Nullable When pairTo;

    /** Whether the last growth that was spoken of was since a year before. */
    boolean ofYears;
    /** Whether the last growth of a quarter was spoken of at an annual rate, which is counted from the quarter before. */
    boolean atAnnualRate;

    /** Starts a paragraph, under a heading that may name a time. */
    void startParagraph(@Nullable When heading) {
        main = heading;
        ofYears = false;
        atAnnualRate = false;
        spanFrom = null;
        spanTo = null;
        future = null;
        lastLevel = null;
        rateFrom = null;
        rateTo = null;
        pairFrom = null;
        pairTo = null;
    }
}
