package dev.saidao.core.reading;

/** What words of time say. */
enum TimeType {
    /** A year or a part of one: 2025年底, Q3 2025, last year. */
    POINT,
    /** A part of a year without the year: 上半年, the third quarter. */
    PARTIAL,
    /** The quarter that a page reports on: for the quarter. */
    REPORTED,
    /** From January to the end of the time spoken of: year to date. */
    TO_DATE,
    /** From one time to another: 2024—2030年. */
    SPAN,
    /** The same part of another year than the time spoken of: 上年同期, a year earlier. */
    ANCHORED_YEARS,
    /** The year before the one spoken of, whatever part of it is: 上年末. */
    YEAR_BEFORE,
    /** The part of a year before the one spoken of: 上季度, a quarter earlier. */
    ANCHORED_PREVIOUS,
    /** The time spoken of: 同期, 同年. */
    SAME,
    /** So many years from now on: 未来五年. */
    FUTURE,
    /** So many years until now: 近五年. */
    PAST,
    /** So many years before the time spoken of: 四年前. */
    AGO,
    /** So many years: 五年累计, in four years. */
    DURATION,
    /** Base to end of what is spoken of: 其间, over the forecast period. */
    THROUGHOUT,
    /** A day on which something happened: no period of a figure. */
    EVENT
}
