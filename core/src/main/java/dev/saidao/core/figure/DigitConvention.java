package dev.saidao.core.figure;

/** How the digits that a source did not print were dealt with. */
public enum DigitConvention {
    /**
     * Rounded to the nearest: the true number is within half a unit of the last printed place, both ends included, since
     * sources differ in what they do with an exact half. The default.
     */
    ROUNDED,
    /** Cut off: the true number is less than one unit of the last printed place farther from zero. */
    TRUNCATED
}
