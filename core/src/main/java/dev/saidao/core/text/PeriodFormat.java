package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.internal.Decimals;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads years and spans of years as reports print them, in Chinese or English.
 *
 * <ul>
 *   <li>a year: {@code 2025}, {@code 2025年}, {@code FY2025}, {@code 2025E}, {@code 2025F}, {@code 2025A}
 *   <li>a span: {@code 2024-2032}, {@code 2024–32}, {@code 2024 to 2032}, {@code forecast period 2024-2032}, 2024—2032年,
 *       2024年至2032年, {@code 2023/2033}; a five-year plan: 十四五 (2021 to 2025, as the 14th five-year plan)
 *   <li>the end of a year: 2025年底, {@code end of 2025}, {@code end-2025}, {@code as of end-2025}
 *   <li>until a year: 到2035年, {@code by 2035}; all until a year: 截至2025年, {@code through 2025}
 *   <li>a cadence: 每两年, {@code every two years}, {@code every 2 years}
 * </ul>
 *
 * <p>Words around these that say nothing of the years ("forecast period", "CAGR") are passed over if what they stand beside is
 * the only thing of its kind; a text with more years than that is refused. The period keeps the text as {@linkplain
 * ReferencePeriod#stated() stated} if it is in other words than its own.
 */
public final class PeriodFormat {

    private static final int MAX_LENGTH = 200;
    private static final String YEAR = "(?<!\\d)((?:19|20|21)\\d{2})(?!\\d)";
    private static final Pattern SPAN = Pattern.compile(
            YEAR + "\\s*年?\\s*(?:[-‐‑–—―~～/]|至|到|to|through|until)+\\s*(?:FY)?(\\d{2,4})(?!\\d)\\s*[EFA]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SINGLE = Pattern.compile(YEAR);
    private static final Pattern PLAN = Pattern.compile("([一二三四五六七八九十]{1,3})五(?=规划|期间|时期|末|$|\\P{IsHan})");
    private static final Pattern ENGLISH_PLAN =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th) five-year plan", Pattern.CASE_INSENSITIVE);
    private static final Pattern EVERY = Pattern.compile(
            "(?:每|every )\\s*(\\d{1,4}|[一二两三四五六七八九十]{1,2}|one|two|three|four|five|ten)\\s*(?:年|years?)",
            Pattern.CASE_INSENSITIVE);
    /** The first year of the first five-year plan. */
    private static final int FIRST_PLAN = 1953;

    private PeriodFormat() {}

    /**
     * Reads a period.
     *
     * @param text such as {@code 2025E}, {@code forecast period 2024-2032}, 十四五
     * @return the period
     * @throws FigureParseException if the text names no years, or several
     */
    public static ReferencePeriod parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new FigureParseException(
                    Label.same("Period must have at most " + MAX_LENGTH + " characters"),
                    text,
                    MAX_LENGTH,
                    Optional.empty());
        }
        try {
            ReferencePeriod period = span(text)
                    .or(() -> plan(text))
                    .or(() -> every(text))
                    .or(() -> single(text))
                    .orElseThrow(() -> new FigureParseException(
                            Label.same("Period must name a year or a span of years"), text, 0, Optional.empty()));
            return period.toString().equals(text.strip()) ? period : period.stated(text.strip());
        } catch (IllegalArgumentException e) {
            if (e instanceof FigureParseException) {
                throw e;
            }
            throw new FigureParseException(Label.same(String.valueOf(e.getMessage())), text, 0, Optional.empty());
        }
    }

    private static Optional<ReferencePeriod> span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.find()) {
            return Optional.empty();
        }
        String last = span.group(2);
        if (last.length() == 3) {
            throw new FigureParseException(
                    Label.same("Year must have four digits or two"), text, span.start(2), Optional.empty());
        }
        int first = Integer.parseInt(span.group(1));
        int year = last.length() == 2 ? first / 100 * 100 + Integer.parseInt(last) : Integer.parseInt(last);
        refuseMore(text, span.end());
        return Optional.of(ReferencePeriod.span(first, year));
    }

    private static Optional<ReferencePeriod> plan(String text) {
        Matcher chinese = PLAN.matcher(text);
        Matcher english = ENGLISH_PLAN.matcher(text);
        int number;
        if (english.find()) {
            number = Integer.parseInt(english.group(1));
        } else if (chinese.find()) {
            number = ChineseNumeral.at(chinese.group(1), 0)
                    .map(ChineseNumeral::value)
                    .orElse(0);
        } else {
            return Optional.empty();
        }
        // a pause from 1963 to 1965 came before the third plan
        int first = FIRST_PLAN + 5 * (number - 1) + (number > 2 ? 3 : 0);
        return number < 1 || SINGLE.matcher(text).find()
                ? Optional.empty()
                : Optional.of(ReferencePeriod.span(first, first + 4));
    }

    private static Optional<ReferencePeriod> every(String text) {
        Matcher every = EVERY.matcher(text);
        return every.find() ? Optional.of(ReferencePeriod.every(number(every.group(1)))) : Optional.empty();
    }

    private static int number(String word) {
        if (Character.isDigit(word.charAt(0)) && word.charAt(0) < 128) {
            return Integer.parseInt(word);
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "ten" -> 10;
            default -> ChineseNumeral.at(word, 0).map(ChineseNumeral::value).orElse(0);
        };
    }

    private static Optional<ReferencePeriod> single(String text) {
        Matcher year = SINGLE.matcher(text);
        if (!year.find()) {
            return Optional.empty();
        }
        int found = Integer.parseInt(year.group(1));
        refuseMore(text, year.end());
        String before = text.substring(0, year.start()).toLowerCase(Locale.ROOT);
        String after = text.substring(year.end());
        if (before.matches(".*\\bend(ing)?( of)?[ -]$") || after.matches("年?(年底|底|末).*")) {
            return Optional.of(ReferencePeriod.endOf(found));
        }
        if (before.matches(".*(\\bby |到|至)$") && !before.endsWith("截至")) {
            return Optional.of(ReferencePeriod.by(found));
        }
        if (before.matches(".*(\\bthrough |截至)$")) {
            return Optional.of(ReferencePeriod.through(found));
        }
        return Optional.of(ReferencePeriod.year(found));
    }

    private static void refuseMore(String text, int from) {
        Matcher more = SINGLE.matcher(text);
        if (more.find(from)) {
            throw new FigureParseException(
                    Label.same("Period must be one: " + Decimals.shown(text.substring(more.start()))),
                    text,
                    more.start(),
                    Optional.empty());
        }
    }
}
