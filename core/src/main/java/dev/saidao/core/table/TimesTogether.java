package dev.saidao.core.table;

import dev.saidao.core.table.TimeText.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that no cell says alone, and that all cells of a column or of a head say together: months such as 202301, days
 * such as 1/22/20, of which one must have a day beyond the twelfth, spans such as 1991-2000, and years of the Republic of China such as 100年.
 */
final class TimesTogether {

    private static final int FEWEST = 2;
    private static final int MONTHS = 12;
    private static final int WHOLE_YEAR = 13;

    private static final Pattern MONTH = Pattern.compile("((?:19|20)\\d\\d)(0[1-9]|1[0-3])");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2((?:19|20)\\d\\d|\\d\\d)(?:\\s+0?0:00(?::00)?)?");
    private static final Pattern SCHOOL_YEAR = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)");
    private static final Pattern NAMED_DAY = Pattern.compile("(\\d{1,2}) (\\p{L}{3,9})\\.? (\\d\\d)");
    private static final Pattern POINTED_MONTH = Pattern.compile("(0[1-9]|1[0-2])\\.((?:19|20)\\d\\d)");
    private static final Pattern JOINED_DAY = Pattern.compile("((?:19|20)\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final Pattern SPAN =
            Pattern.compile("((?:1[5-9]|20|21)\\d\\d)\\s?[-\u2013\u2014~/]\\s?((?:1[5-9]|20|21)\\d\\d)年?");
    private static final Pattern REPUBLIC =
            Pattern.compile("(\\d{2,3})年(?:度|底)?(?:(?:第?(?=[1-4]季)|Q)([1-4])季?|(0?[1-9]|1[0-2])月)?");
    private static final Pattern SAID_REPUBLIC = Pattern.compile("民[國国].*|1(?:0[1-9]|1\\d|2\\d)年.*");
    private static final int FIRST_OF_REPUBLIC = 1912;

    /** A name and a year: Mac 2023, set/23. */
    private static final Pattern NAMED = Pattern.compile("(\\p{L}{3,10})\\.?[-/ ]\\s?((?:19|20)\\d\\d|\\d\\d)");
    /** By names that are words of other languages, or of other months in these, the months that they may be. */
    private static final Map<String, List<Integer>> OPEN_NAMES = new HashMap<>();

    static {
        WordLines.read("times.txt", (meaning, word) -> {
            if (meaning.startsWith("month ")) {
                OPEN_NAMES
                        .computeIfAbsent(word, none -> new ArrayList<>())
                        .add(Integer.valueOf(meaning.substring("month ".length())));
            }
        });
    }

    private TimesTogether() {}

    /** How texts are read that are times together; null if they are not. Texts that do not begin with a digit do not count. */
    static @Nullable Function<String, @Nullable TimeText> of(Collection<String> all) {
        Function<String, @Nullable TimeText> named = named(all);
        if (named != null) {
            return named;
        }
        List<String> texts = new ArrayList<>();
        for (String text : all) {
            String plain = TimeText.plain(text);
            if (!plain.isEmpty() && (isDigit(plain.charAt(0)) || plain.startsWith("民"))) {
                texts.add(plain);
            }
        }
        if (texts.size() < FEWEST) {
            return null;
        }
        if (areMonths(texts)) {
            return TimesTogether::month;
        }
        if (texts.stream().allMatch(text -> schoolYear(text) != null)) {
            return TimesTogether::schoolYear;
        }
        if (texts.stream().allMatch(text -> namedDay(text) != null)) {
            return TimesTogether::namedDay;
        }
        if (areDays(texts)) {
            return days(texts);
        }
        if (texts.stream().allMatch(text -> joinedDay(text) != null)) {
            return TimesTogether::joinedDay;
        }
        if (arePointedMonths(texts)) {
            return TimesTogether::pointedMonth;
        }
        if (texts.stream().allMatch(text -> span(text) != null)) {
            return TimesTogether::span;
        }
        return areOfRepublic(texts) ? TimesTogether::republic : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // ---- months ----

    /**
     * Whether all are months, or years beside months. A thirteenth month, which is the year, stands beside the twelfth of it, or alone
     * in a year before those of months.
     */
    private static boolean areMonths(List<String> texts) {
        Map<String, Integer> monthsOf = new HashMap<>();
        for (String text : texts) {
            Matcher m = MONTH.matcher(text);
            if (m.matches()) {
                monthsOf.merge(m.group(1), 1 << Integer.parseInt(m.group(2)), (one, other) -> one | other);
            } else if (TimeText.parse(text) == null) {
                return false;
            }
        }
        int twelve = (1 << (MONTHS + 1)) - 2;
        boolean years = monthsOf.values().stream()
                .allMatch(months ->
                        (months & 1 << WHOLE_YEAR) == 0 || (months & 1 << MONTHS) != 0 || months == 1 << WHOLE_YEAR);
        boolean any = monthsOf.values().stream().anyMatch(months -> (months & twelve) != 0);
        return years
                && any
                && monthsOf.values().stream().mapToInt(Integer::bitCount).sum() >= FEWEST;
    }

    private static @Nullable TimeText month(String text) {
        Matcher m = MONTH.matcher(TimeText.plain(text));
        if (!m.matches()) {
            return null;
        }
        boolean year = Integer.parseInt(m.group(2)) == WHOLE_YEAR;
        return new TimeText(year ? m.group(1) : m.group(1) + "-" + m.group(2), year ? Kind.YEAR : Kind.MONTH, "", text);
    }

    /** Whether the months of a head follow each other in equal steps, as codes do not. */
    static boolean areInSteps(List<String> texts) {
        int step = 0;
        int last = 0;
        for (String text : texts) {
            Matcher m = MONTH.matcher(text);
            if (!m.matches() || Integer.parseInt(m.group(2)) > MONTHS) {
                return false;
            }
            int month = Integer.parseInt(m.group(1)) * MONTHS + Integer.parseInt(m.group(2));
            if (last > 0 && step != 0 && month - last != step) {
                return false;
            }
            step = last > 0 ? month - last : 0;
            if (last > 0 && step == 0) {
                return false;
            }
            last = month;
        }
        return texts.size() >= FEWEST;
    }

    /** Months by names that may be something else, and are these months where one beside it is there and it is not: Mac 2023. */
    private static @Nullable Function<String, @Nullable TimeText> named(Collection<String> all) {
        Map<String, String> open = new HashMap<>();
        for (String text : all) {
            String name = openName(text);
            if (name != null) {
                open.put(text, name);
            }
        }
        if (open.isEmpty()) {
            return null;
        }
        Map<String, TimeText> read = new HashMap<>();
        Set<String> months = new HashSet<>();
        for (String text : all) {
            TimeText time = open.containsKey(text) ? null : TimeText.parse(text);
            if (time != null && time.kind() == Kind.MONTH) {
                months.add(time.time());
            }
        }
        boolean found = true;
        while (found) {
            found = false;
            for (Map.Entry<String, String> text : open.entrySet()) {
                TimeText time =
                        read.containsKey(text.getKey()) ? null : besideOthers(text.getKey(), text.getValue(), months);
                if (time != null) {
                    read.put(text.getKey(), time);
                    months.add(time.time());
                    found = true;
                }
            }
        }
        return read.isEmpty() ? null : text -> read.containsKey(text) ? read.get(text) : TimeText.parse(text);
    }

    /** The one month that a name is below a head of months; 0 if it is none or may be two. */
    static int monthBelowHead(String name) {
        List<Integer> months =
                OPEN_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT).replace(".", ""), List.of());
        return months.size() == 1 ? months.get(0) : 0;
    }

    /** Whether words are a name that may be that of a month. */
    static boolean mayBeMonth(String words) {
        return OPEN_NAMES.containsKey(words.toLowerCase(Locale.ROOT));
    }

    /** The name before a year that may be that of a month; null if there is none. */
    private static @Nullable String openName(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0))) {
            return null;
        }
        Matcher m = NAMED.matcher(TimeText.plain(text));
        String name = m.matches() ? m.group(1).toLowerCase(Locale.ROOT) : "";
        return OPEN_NAMES.containsKey(name) ? name : null;
    }

    /** The one month of a name that is not there yet and that stands beside one that is. */
    private static @Nullable TimeText besideOthers(String text, String name, Set<String> months) {
        Matcher m = NAMED.matcher(TimeText.plain(text));
        if (!m.matches()) {
            return null;
        }
        int year = TimeText.fullYear(m.group(2));
        String fitting = null;
        for (int month : OPEN_NAMES.getOrDefault(name, List.of())) {
            String time = year + "-" + TimeText.two(month);
            boolean beside = months.contains(year + "-" + TimeText.two(month - 1))
                    || months.contains(year + "-" + TimeText.two(month + 1));
            if (beside && !months.contains(time)) {
                if (fitting != null) {
                    return null;
                }
                fitting = time;
            }
        }
        return fitting == null ? null : new TimeText(fitting, Kind.MONTH, "", text);
    }

    /** Whether all are months before years such as 03.2024, in equal steps as no numbers are. */
    private static boolean arePointedMonths(List<String> texts) {
        List<Integer> months = new ArrayList<>();
        for (String text : texts) {
            Matcher m = POINTED_MONTH.matcher(text);
            if (!m.matches()) {
                return false;
            }
            months.add(Integer.parseInt(m.group(2)) * MONTHS + Integer.parseInt(m.group(1)));
        }
        return areInEqualSteps(months);
    }

    private static boolean areInEqualSteps(List<Integer> months) {
        Collections.sort(months);
        boolean steps = months.size() > FEWEST && !months.get(1).equals(months.get(0));
        for (int i = 2; i < months.size(); i++) {
            steps &= months.get(i) - months.get(i - 1) == months.get(1) - months.get(0);
        }
        return steps;
    }

    private static @Nullable TimeText pointedMonth(String text) {
        Matcher m = POINTED_MONTH.matcher(TimeText.plain(text));
        return m.matches()
                ? new TimeText(m.group(2) + "-" + TimeText.two(Integer.parseInt(m.group(1))), Kind.MONTH, "", text)
                : null;
    }

    // ---- school years ----

    /** A year and the last digits of the next one, such as 201617, 2016; null if it is none. */
    private static @Nullable TimeText schoolYear(String text) {
        Matcher m = SCHOOL_YEAR.matcher(TimeText.plain(text));
        boolean next = m.matches() && (Integer.parseInt(m.group(1)) + 1) % 100 == Integer.parseInt(m.group(2));
        TimeText year = next ? TimeText.parse(m.group(1) + "/" + m.group(2)) : null;
        return year == null ? null : new TimeText(year.time(), year.kind(), "", text);
    }

    // ---- days ----

    /** A day, the name of its month and two digits of its year, such as 11 May 23; null if it is none. */
    private static @Nullable TimeText namedDay(String text) {
        Matcher m = NAMED_DAY.matcher(TimeText.plain(text));
        Integer month = m.matches() ? PartWords.monthOf(m.group(2)) : null;
        int day = m.matches() ? Integer.parseInt(m.group(1)) : 0;
        return month == null || day < 1 || day > 31
                ? null
                : new TimeText(
                        TimeText.fullYear(m.group(3)) + "-" + TimeText.two(month) + "-" + TimeText.two(day),
                        Kind.DAY,
                        "",
                        text);
    }

    /** A day without signs between, such as 20231231; null if it is none. */
    private static @Nullable TimeText joinedDay(String text) {
        Matcher m = JOINED_DAY.matcher(TimeText.plain(text));
        return m.matches() ? new TimeText(m.group(1) + "-" + m.group(2) + "-" + m.group(3), Kind.DAY, "", text) : null;
    }

    private static boolean areDays(List<String> texts) {
        return texts.stream().allMatch(text -> DAY.matcher(text).matches());
    }

    /** Days before months if one is beyond the twelfth, or behind them; null if none is, or both. */
    private static @Nullable Function<String, @Nullable TimeText> days(List<String> texts) {
        int first = 0;
        int second = 0;
        for (String text : texts) {
            Matcher m = DAY.matcher(text);
            if (m.matches()) {
                first = Math.max(first, Integer.parseInt(m.group(1)));
                second = Math.max(second, Integer.parseInt(m.group(3)));
            }
        }
        if (first <= MONTHS && second <= MONTHS) {
            boolean monthsBehind = areMonths(texts, 1, 3);
            return monthsBehind == areMonths(texts, 3, 1) ? null : text -> day(text, monthsBehind);
        }
        if (first > MONTHS == second > MONTHS) {
            return null;
        }
        boolean dayFirst = first > MONTHS;
        return text -> day(text, dayFirst);
    }

    /**
     * Whether all are one day of months that follow each other in equal steps from one year to another, or the first of several months of
     * several years.
     */
    private static boolean areMonths(List<String> texts, int dayGroup, int monthGroup) {
        Set<String> days = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        List<Integer> months = new ArrayList<>();
        for (String text : texts) {
            Matcher m = DAY.matcher(text);
            if (!m.matches()) {
                return false;
            }
            days.add(m.group(dayGroup));
            int year = TimeText.fullYear(m.group(4));
            years.add(year);
            months.add(year * MONTHS + Integer.parseInt(m.group(monthGroup)));
        }
        boolean first = Set.of("1", "01").containsAll(days)
                && months.stream().map(month -> month % MONTHS).distinct().count() > 3;
        return days.size() == 1 && years.size() > 1 && (first || areInEqualSteps(months));
    }

    private static @Nullable TimeText day(String text, boolean dayFirst) {
        Matcher m = DAY.matcher(TimeText.plain(text));
        if (!m.matches()) {
            return null;
        }
        int day = Integer.parseInt(m.group(dayFirst ? 1 : 3));
        int month = Integer.parseInt(m.group(dayFirst ? 3 : 1));
        boolean valid = month >= 1 && month <= MONTHS && day >= 1 && day <= 31;
        return valid
                ? new TimeText(
                        TimeText.fullYear(m.group(4)) + "-" + TimeText.two(month) + "-" + TimeText.two(day),
                        Kind.DAY,
                        "",
                        text)
                : null;
    }

    // ---- spans of years ----

    /** Years from one to another, such as 1991-2000, which is the average or the change over them; null if it is none. */
    private static @Nullable TimeText span(String text) {
        Matcher m = SPAN.matcher(TimeText.plain(text));
        boolean later = m.matches() && Integer.parseInt(m.group(2)) > Integer.parseInt(m.group(1)) + 1;
        return later ? new TimeText(m.group(1) + "/" + m.group(2), Kind.SPAN, "", text) : null;
    }

    // ---- years of the Republic of China ----

    private static boolean areOfRepublic(List<String> texts) {
        boolean any = false;
        for (String text : texts) {
            boolean said = SAID_REPUBLIC.matcher(text).matches() && TimeText.parse(text) != null;
            if (!said && !REPUBLIC.matcher(text).matches()) {
                return false;
            }
            any |= said;
        }
        return any;
    }

    private static @Nullable TimeText republic(String text) {
        Matcher m = REPUBLIC.matcher(TimeText.plain(text));
        if (!m.matches()) {
            return null;
        }
        String year = String.valueOf(Integer.parseInt(m.group(1)) + FIRST_OF_REPUBLIC - 1);
        if (m.group(2) != null) {
            return new TimeText(year + "-Q" + m.group(2), Kind.QUARTER, "", text);
        }
        return m.group(3) == null
                ? new TimeText(year, Kind.YEAR, "", text)
                : new TimeText(year + "-" + TimeText.two(Integer.parseInt(m.group(3))), Kind.MONTH, "", text);
    }
}
