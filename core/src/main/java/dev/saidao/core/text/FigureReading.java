package dev.saidao.core.text;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Status;
import java.util.Optional;

/**
 * A figure as it was read from a text: the number, and what the words beside it say.
 *
 * @param printed the number, or the range; without a unit in the text or the context it is a plain number
 * @param sense what a fraction of a whole is said to be
 * @param isUnitSaid whether the text says a unit, rather than its context
 * @param hasMore whether a mark in the number says that there is more (多, 余), in place of a word before it
 * @param status whether the text says that the number is estimated or forecast, by a mark behind it
 * @param start the index of the first character
 * @param end the index behind the last character
 * @since 0.1
 */
public record FigureReading(
        PrintedNumber printed,
        Sense sense,
        boolean isUnitSaid,
        boolean hasMore,
        Optional<Status> status,
        int start,
        int end) {

    /**
     * What a fraction of a whole is said to be.
     *
     * @since 0.1
     */
    public enum Sense {
        /** Nothing is said. */
        PLAIN,
        /** A share of a whole: 占全球的27%. */
        SHARE,
        /** A growth rate per year: 年均增长30%, CAGR of 12%. */
        PER_YEAR,
        /** A change against the period before: 同比下降3.2%, 30% YoY. */
        STEP,
        /** A growth over several years: 五年增长56.8%. */
        TOTAL_GROWTH
    }
}
