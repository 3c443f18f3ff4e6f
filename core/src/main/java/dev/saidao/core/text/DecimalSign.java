package dev.saidao.core.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sign before the decimals of a number. Of {@code 1.234} and {@code 1,234} it is not certain by themselves; a row or file
 * often settles it.
 *
 * @since 0.1
 */
public enum DecimalSign {
    /** 1,234.5, as in English and Chinese. */
    POINT,
    /** 1.234,5, as on the European continent. */
    COMMA;

    private static final String START = "(?<![\\d.,])";
    private static final String END = "(?![\\d.,]*\\d)";
    private static final Pattern POINT_CERTAIN = Pattern.compile(
            START + "(?:\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{2,3}){2,}|\\d*\\.\\d{1,2}|\\d*\\.\\d{4,}|0\\.\\d+)"
                    + END);
    private static final Pattern COMMA_CERTAIN = Pattern.compile(START
            + "(?:\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}|\\d*,\\d{1,2}|\\d{4,},\\d+|\\d+,\\d{4,}|0,\\d+)"
            + END);

    /**
     * Returns the decimal sign that numbers settle.
     *
     * @param numbers numbers of one row or file, as printed
     * @return the sign, if some number is certain to have it and none to have the other
     */
    public static Optional<DecimalSign> settledBy(Iterable<String> numbers) {
        boolean point = false;
        boolean comma = false;
        for (String number : numbers) {
            point |= POINT_CERTAIN.matcher(number).find();
            comma |= COMMA_CERTAIN.matcher(number).find();
        }
        return point == comma ? Optional.empty() : Optional.of(point ? POINT : COMMA);
    }
}
