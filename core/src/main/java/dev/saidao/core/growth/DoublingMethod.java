package dev.saidao.core.growth;

/**
 * How growth comes about between the years, for the doubling time.
 *
 * @since 0.1
 */
public enum DoublingMethod {
    /** Growth is added once a year to what is there: {@code ln 2 / ln(1 + rate)}. The default. */
    COMPOUND,
    /** Growth is added at every moment: {@code ln 2 / rate}. */
    CONTINUOUS,
    /** The same amount is added every year: {@code 1 / rate}. */
    SIMPLE,
    /** The rule of thumb: {@code 0.72 / rate}. Defined for falling sizes too, where it is negative. */
    RULE_OF_72
}
