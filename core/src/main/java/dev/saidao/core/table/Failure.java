package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A row or a cell that could not be read, and why.
 *
 * @param file the file, as it was named
 * @param line the line in which the row begins, from 1; in a sheet the row
 * @param column the head of the column; empty if it is the whole row, or a column without a head
 * @param columnNumber the place of the column, from 1; absent if it is the whole row
 * @param text what stands there, shortened if it is long
 * @param rule what is expected, and what was read
 * @since 0.1
 */
public record Failure(String file, long line, String column, OptionalInt columnNumber, String text, Label rule) {

    /**
     * Returns the failure as a sentence with its place, such as
     * {@code claims.csv:4: column 7 (rate): Number must …: 12,3,4}.
     *
     * @param locale the reader's language
     * @return the sentence, in Chinese for Chinese and in English for every other language
     */
    public String in(Locale locale) {
        StringBuilder sentence =
                new StringBuilder().append(file).append(':').append(line).append(':');
        if (columnNumber.isPresent()) {
            boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
            sentence.append(chinese ? " 第" : " column ")
                    .append(columnNumber.getAsInt())
                    .append(chinese ? "列" : "");
            if (!column.isEmpty()) {
                sentence.append(chinese ? "(" : " (").append(column).append(')');
            }
            sentence.append(':');
        }
        return Decimals.onOneLine(sentence.append(' ').append(rule.in(locale)).toString());
    }

    /** {@return the place and the rule, in English} */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
