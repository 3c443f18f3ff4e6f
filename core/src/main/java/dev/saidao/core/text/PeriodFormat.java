package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.figure.ReferencePeriod;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads times and spans of time as reports and tables print them, in Chinese, English and other languages.
 *
 * <ul>
 *   <li>a year: {@code 2025}, 2025年, 2025年度, {@code 2025E}, {@code 2025 (estimated)}, {@code CY2025}, 二〇二五年, 民國112年,
 *       令和6年, {@code 2005 [YR2005]}
 *   <li>a part of a year: {@code 2024H1}, 2024年上半年, {@code first half of 2025}, {@code Q3 2024}, {@code 3Q24},
 *       2024年第三季度, {@code 2025T2}, {@code 2024-06}, {@code 2024M06}, 2024年6月, {@code 2024-06-30}, {@code 31/12/2024}, {@code
 *       June 2024}
 *   <li>a fiscal year: {@code FY2024}, {@code FY24}, {@code FY2024-25}, {@code 2024-25}, {@code 2024/25}, 2024财年, 令和5年度
 *   <li>a span: {@code 2024-2032}, {@code 2024–32}, {@code 2024 to 2032}, {@code forecast period 2024-2032}, 2024—2032年,
 *       2024年至2032年, {@code 2023/2033}, {@code FY2019-20 to FY2024-25}, 2024年1—6月; a decade: {@code 2030s}, 2030年代; a
 *       five-year plan: 十四五 (2021 to 2025, as the 14th five-year plan)
 *   <li>the end of a year: 2025年底, {@code end of 2025}, {@code end-2025}, {@code as of end-2025}
 *   <li>until a year: 到2035年, {@code by 2035}, {@code by the end of 2030}, 2030年前, 十五五末; all until a year: 截至2025年, {@code
 *       through 2025}
 *   <li>counted from a date of publication: 今年, 未来五年 (five steps from the year of publishing), {@code over the next
 *       decade}, 2015年以来
 *   <li>a cadence: 每两年, {@code every two years}
 * </ul>
 *
 * <p>Words around these that say nothing of the time ("forecast period", "CAGR", 预计) are passed over; any other word refuses
 * the text ({@code MY2024}, {@code mid-2030s}). Refused too is what has two readings: 24年 (2024, or 24 years), 113年, {@code
 * 2009-10} (October, or a fiscal year), {@code 03/04/2024}. A part of a year is never taken for the year. The period keeps the
 * text as {@linkplain ReferencePeriod#stated() stated} if it is in other words than its own. Whether it is only {@linkplain
 * #isAbout about} that time is asked apart.
 *
 * @since 0.1
 */
public final class PeriodFormat {

    private static final int MAX_LENGTH = 200;
    private static final Pattern ABOUT = Pattern.compile(
            "(?i)(?<![a-z])(?:about|around|circa|roughly|approximately|c\\.)(?![a-z])|^\\s*~|大?约|大?約|左右|前后|前後");

    private PeriodFormat() {}

    /**
     * A time that was found in a longer text.
     *
     * @param period the time
     * @param start the index of its first character
     * @param end the index behind its last character
     * @since 0.1
     */
    public record Reading(ReferencePeriod period, int start, int end) {}

    /**
     * Reads a period.
     *
     * @param text such as {@code 2025E}, {@code forecast period 2024-2032}, 十四五
     * @return the period
     * @throws FigureParseException if the text names no time, or several, or is counted from a date that is not known
     */
    public static ReferencePeriod parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Reads a period that may be counted from a date.
     *
     * @param text such as 今年, {@code next five years}, {@code since 2015}
     * @param published the day on which the text was published
     * @return the period
     * @throws FigureParseException if the text names no time, or several
     */
    public static ReferencePeriod parse(String text, LocalDate published) {
        return parse(text, Optional.of(published));
    }

    /**
     * Returns whether words beside a time say that it is only about that one. The time itself is read without them.
     *
     * @param text such as 2030年左右, {@code around 2030}
     * @return whether such a word stands in it
     */
    public static boolean isAbout(String text) {
        return ABOUT.matcher(Folding.of(text)).find();
    }

    /**
     * Reads the longest time that stands at a place of a longer text.
     *
     * @param text the text
     * @param start the index of the first character to read
     * @param published the day from which relative words are counted, if it is known
     * @return the time and where it ends; absent if there is none at that place
     */
    public static Optional<Reading> at(String text, int start, Optional<LocalDate> published) {
        int end = Math.min(text.length(), start + MAX_LENGTH);
        return new PeriodParser(text.substring(0, end), published).at(start);
    }

    private static ReferencePeriod parse(String text, Optional<LocalDate> published) {
        if (text.length() > MAX_LENGTH) {
            throw new FigureParseException(
                    Label.of("Period must have at most " + MAX_LENGTH + " characters", "时间最多" + MAX_LENGTH + "个字符"),
                    text,
                    MAX_LENGTH,
                    Optional.empty());
        }
        try {
            ReferencePeriod period = new PeriodParser(text, published).whole();
            return period.toString().equals(text.strip()) ? period : period.stated(text.strip());
        } catch (FigureParseException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new FigureParseException(RuleTexts.label(String.valueOf(e.getMessage())), text, 0, Optional.empty());
        }
    }
}
