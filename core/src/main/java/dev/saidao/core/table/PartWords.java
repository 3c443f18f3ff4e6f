package dev.saidao.core.table;

import dev.saidao.core.internal.MonthNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of years that heads and cells name beside a year or alone: months, quarters, halves, some months. A part is what is
 * added to a year: -03, -Q1, -H1; {@linkplain FiscalMonths#span some months} such as 1-9月; empty for the whole year.
 */
final class PartWords {

    private static final int LONGEST = 24;
    private static final int SHORTEST_MONTH = 3;
    private static final int MONTHS = 12;

    /** Months, quarters and halves by number, and words for the whole year. */
    private static final Pattern NUMBERED = Pattern.compile("M(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])(?:月份?|월)"
            + "|(?:Q|QTR|QUARTER ?|T)0?([1-4])|第?([1-4])(?:季度|분기)|(?:H|S|HALF ?)0?([12])"
            + "|([1-4])(?:\\.?[ºª°]|\\.|ST|ND|RD|TH|ER|E|ÈME)? ?(?:QUARTAL|VIERTELJAHR|VJ\\.?|QUARTER|TRIMESTRE|KWARTAAL|KVARTAL|KWARTAŁ|ČTVRTLETÍ|NEGYEDÉV|ÇEYREK|КВАРТАЛ|Q\\.?|KV\\.?|КВ\\.?)"
            + "|([12])(?:\\.?[ºª°]|\\.|ST|ND|ER|E)? ?(?:HALBJAHR|HALF|SEMESTRE)|第?([一二三四])季度?"
            + "|(IV|I{1,3})\\.? ?(?:TR\\.?|TRIM\\.?|QUARTAL|TRIMESTRE|KVARTAL|KWARTAŁ|ČTVRTLETÍ|NEGYEDÉV|ÇEYREK|КВАРТАЛ)"
            + "|(?:TRIWULAN|TRIMESTRE|TRIMESTER|QUARTER|QUARTAL|KVARTAL|KWARTAŁ|QTR\\.?|TRIM\\.?|KV\\.?|Q)\\.? ?(IV|I{1,3})"
            + "|M13|A01|Q05|S03|A|ANN|ANNUAL|YEAR|TOTAL|AVERAGE|ANNUAL AVERAGE|全年|年平均|年計|JAHR");

    /** Months of a year from one to another: 4-6月期, 1～2月. */
    private static final Pattern MONTHS_OF_YEAR =
            Pattern.compile("(0?[1-9]|1[0-2])月?\\s*[-\u2013\u2014~\uFF5E\u301C至]\\s*(0?[1-9]|1[0-2])月(?:期|份|累计|累計)?");

    /** The first quarters of a year: Q1-Q3, 前三季度. */
    private static final Pattern QUARTERS_OF_YEAR =
            Pattern.compile("Q1\\s?[-\u2013\u2014~\uFF5E]\\s?Q?([2-4])|前([三二两])个?季度?");

    /** Parts of a year by words for their numbers: first quarter. */
    private static final Map<String, String> BY_WORDS = new HashMap<>();

    static {
        WordLines.read("times.txt", (part, words) -> {
            if (part.startsWith("-")) {
                BY_WORDS.put(words, part);
            }
        });
    }

    private PartWords() {}

    /** The number of a month by its name, 1 to 12; null if it is none. */
    static @Nullable Integer monthOf(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace(".", "");
        int month = MonthNames.number(plain.endsWith("月份") ? plain.substring(0, plain.length() - 1) : plain);
        return month == 0 ? null : month;
    }

    /** The letters right before the name of a month that a text ends with: I of IJAN; empty if it does not. */
    static String beforeMonth(String text) {
        for (int at = 1; at + SHORTEST_MONTH <= Math.min(text.length(), LONGEST); at++) {
            if (!Character.isLetter(text.charAt(at - 1))) {
                return "";
            }
            if (monthOf(text.substring(at)) != null) {
                return text.substring(0, at);
            }
        }
        return "";
    }

    /** The part of a year that a head or cell names, such as Q1, M03, Jan, 3月; null if none. Empty for the whole year. */
    static @Nullable String of(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST) {
            return null;
        }
        String text = TimeText.plain(raw).toUpperCase(Locale.ROOT);
        Integer month = monthOf(text);
        if (month != null) {
            return "-" + TimeText.two(month);
        }
        String words = BY_WORDS.get(text.toLowerCase(Locale.ROOT));
        if (words != null) {
            return words;
        }
        Matcher m = NUMBERED.matcher(text);
        if (!m.matches()) {
            Matcher months = MONTHS_OF_YEAR.matcher(text);
            Matcher quarters = QUARTERS_OF_YEAR.matcher(text);
            return months.matches()
                    ? ofMonths(Integer.parseInt(months.group(1)), Integer.parseInt(months.group(2)))
                    : quarters.matches() ? ofQuarters(quarters) : null;
        }
        if (m.group(1) != null || m.group(2) != null) {
            return "-" + TimeText.two(Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2)));
        }
        String quarter = m.group(3) != null ? m.group(3) : m.group(4) != null ? m.group(4) : m.group(6);
        if (quarter != null) {
            return "-Q" + quarter;
        }
        if (m.group(8) != null) {
            return "-Q" + ("一二三四".indexOf(m.group(8)) + 1);
        }
        String roman = m.group(9) != null ? m.group(9) : m.group(10);
        if (roman != null) {
            return "-Q" + RomanParts.number(roman);
        }
        String half = m.group(5) != null ? m.group(5) : m.group(7);
        return half != null ? "-H" + half : "";
    }

    private static @Nullable String ofQuarters(Matcher m) {
        int last = m.group(1) != null ? m.group(1).charAt(0) - '0' : m.group(2).equals("三") ? 3 : 2;
        return ofMonths(1, 3 * last);
    }

    /** The words for parts of a year that no other text may say otherwise. */
    static Set<String> words() {
        return BY_WORDS.keySet();
    }

    /** The quarter or half that months are, or the months themselves; empty for the whole year, null if they are none. */
    static @Nullable String ofMonths(int first, int last) {
        int count = last - first + 1;
        if (count == MONTHS || count < 2) {
            return count < 2 ? null : "";
        }
        boolean whole = last % count == 0;
        return whole && count == 3
                ? "-Q" + last / 3
                : whole && count == 6 ? "-H" + last / 6 : FiscalMonths.span(TimeText.two(first), TimeText.two(last));
    }

    /** Whether a cell that is no known part of a year may be one: it has a digit or the name of a month. */
    static boolean mayBe(String text) {
        for (String word : text.split("\\P{L}+", -1)) {
            if (word.length() >= SHORTEST_MONTH && monthOf(word) != null) {
                return true;
            }
        }
        return text.chars().anyMatch(Character::isDigit);
    }
}
