package dev.saidao.core.table;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times of a table, settled by all of them: 2011-12 is a month or a year of two; first days of years are years. */
final class TableTimes {

    /** Months printed in other ways than those of ISO 8601, which may as well be quarters if there are but four of them. */
    private static final Pattern ONE_DIGIT = Pattern.compile("\\d{4}(?:\\s?[-./:]\\s?|/0)[1-9]|0[1-9]/\\d{4}");

    private static final int QUARTERS = 4;
    private static final int YEARS = 10_000;

    private final Map<String, TimeText> read = new HashMap<>();
    private final Set<String> none = new HashSet<>();
    private final Map<String, String> settled = new HashMap<>();
    private final Set<String> twofold = new HashSet<>();
    /** The marks beside times, by what the cells say. */
    private final Map<String, String> marks = new HashMap<>();

    /** The times of cells of four digits, which most times are; by what the digits say. */
    private final @Nullable String[] settledYears = new String[YEARS];

    private final boolean[] seenYears = new boolean[YEARS];
    private boolean fiscal;
    /** Whether a year is printed both as a fiscal and as a calendar year, so that the fiscal ones are other years. */
    private boolean bothYears;

    private int dayLength = 10;
    /** Whether months that end quarters stand for these. */
    private boolean quarterly;

    /** Learns that the times are of quarters, so that Sep-06 below Quarter is the third one. */
    void setQuarterly() {
        quarterly =
                read.values().stream().allMatch(time -> time.kind() == TimeText.Kind.MONTH && time.months() % 3 == 0);
    }

    /** Learns from a cell. */
    void see(Grid grid, int row, int column) {
        int year = grid.fourDigits(row, column);
        if (year < 0) {
            see(grid.text(row, column));
        } else if (!seenYears[year]) {
            seenYears[year] = true;
            see(grid.text(row, column));
        }
    }

    private void see(String text) {
        if (!read.containsKey(text) && !none.contains(text)) {
            TimeText time = TimeText.parse(text);
            if (time == null) {
                none.add(text);
            } else {
                read.put(text, time);
                if (!time.mark().isEmpty()) {
                    marks.put(text, time.mark());
                }
            }
        }
    }

    /** What stands beside the time of a cell, such as p in 2023p; empty if nothing does. */
    String mark(Grid grid, int row, int column) {
        return marks.isEmpty() ? "" : marks.getOrDefault(grid.text(row, column), "");
    }

    /** What a cell says, after all times are settled; null if it says no time. */
    @Nullable TimeText in(Grid grid, int row, int column) {
        TimeText time = read.get(grid.text(row, column));
        return time == null || time.kind() != TimeText.Kind.FISCAL_OR_MONTH || fiscal
                ? time
                : new TimeText(month(time.time()), TimeText.Kind.MONTH, time.mark(), time.printed());
    }

    /** Whether years may be of two calendar years, so that their parts are to be placed in these. */
    boolean haveFiscalYears() {
        return read.values().stream()
                .anyMatch(time -> time.isYear()
                        && (time.kind() != TimeText.Kind.FISCAL_OR_MONTH || fiscal)
                        && time.fiscalName() != TimeText.FiscalName.CALENDAR);
    }

    /** Finds whether a fiscal year, such as 2022年度, stands beside the calendar year of the same number. */
    private void findBothYears(Collection<? extends @Nullable TimeText> all) {
        Set<String> fiscalYears = new HashSet<>();
        Set<String> years = new HashSet<>();
        for (TimeText time : all) {
            if (time != null && time.kind() == TimeText.Kind.YEAR) {
                (isFiscal(time) ? fiscalYears : years).add(time.time());
            }
        }
        bothYears |= !Collections.disjoint(fiscalYears, years);
    }

    private static boolean isFiscal(TimeText time) {
        return time.printed().endsWith("年度") || time.printed().startsWith("FY");
    }

    /** The years of the table; null if there are other times among them. */
    @Nullable Set<String> years() {
        Set<String> years = new HashSet<>();
        for (TimeText time : read.values()) {
            if (!time.isYear() || (time.kind() == TimeText.Kind.FISCAL_OR_MONTH && !fiscal)) {
                return null;
            }
            years.add(time.time());
        }
        return years;
    }

    /** Settles by heads. */
    void settle(List<@Nullable TimeText> heads) {
        findBothYears(heads);
        for (TimeText head : heads) {
            if (head != null) {
                read.put(head.time(), head);
            }
        }
        settle();
    }

    /** Reads what no cell says alone and all of them say together. */
    private void readTogether() {
        if (none.isEmpty()) {
            return;
        }
        Set<String> all = new HashSet<>(none);
        all.addAll(read.keySet());
        Function<String, @Nullable TimeText> together = TimesTogether.of(all);
        if (together == null) {
            return;
        }
        for (String text : List.copyOf(none)) {
            TimeText time = together.apply(text);
            if (time != null) {
                read.put(text, time);
                none.remove(text);
            }
        }
    }

    /** Finds months printed with one digit that may be something else. */
    private void findTwofold() {
        boolean noughts = false;
        boolean tens = false;
        boolean elevens = false;
        int most = 0;
        for (TimeText time : read.values()) {
            String printed = time.printed();
            boolean month = time.kind() == TimeText.Kind.MONTH || time.kind() == TimeText.Kind.FISCAL_OR_MONTH;
            if (month && ONE_DIGIT.matcher(printed).matches()) {
                most = Math.max(most, time.time().charAt(time.time().length() - 1) - '0');
            } else {
                most = Integer.MAX_VALUE;
            }
            noughts |= printed.matches("\\d{4}\\.0\\d");
            tens |= printed.matches("\\d{4}\\.10");
            elevens |= printed.matches("\\d{4}\\.1[12]");
        }
        for (TimeText time : read.values()) {
            // 2023.1 beside 2023.09 or 2023.11 is October that lost its nought, or January; 2023-1 to 2023-4 may be
            // quarters
            boolean october = time.printed().matches("\\d{4}\\.1") && (noughts || (elevens && !tens));
            if (october || (most == QUARTERS && read.size() >= QUARTERS)) {
                twofold.add(time.time());
            }
        }
    }

    void settle() {
        readTogether();
        findTwofold();
        findBothYears(read.values());
        fiscal = (read.size() > 1
                        || read.values().stream().allMatch(time -> time.time().indexOf('/') > 0))
                && read.values().stream()
                        .allMatch(time ->
                                time.kind() == TimeText.Kind.FISCAL || time.kind() == TimeText.Kind.FISCAL_OR_MONTH);
        Set<String> days = new HashSet<>();
        boolean worded = false;
        for (TimeText time : read.values()) {
            if (time.kind() == TimeText.Kind.DAY) {
                // 1 de julio de 2024: nobody prints a quarter so
                worded |= time.printed().contains(" de ");
                days.add(time.time());
            }
        }
        if (days.size() > 1) {
            boolean yearly = days.stream().allMatch(day -> day.endsWith("-01-01"))
                    || days.stream().allMatch(day -> day.endsWith("-12-31"));
            boolean monthly = !worded && days.stream().allMatch(day -> day.endsWith("-01"));
            boolean quarterly = monthly && days.stream().allMatch(day -> day.matches(".*-(01|04|07|10)-01"));
            dayLength = yearly ? 4 : quarterly ? 6 : monthly ? 7 : 10;
        }
    }

    /** The time of a cell; null if it is none. */
    @Nullable String of(Grid grid, int row, int column) {
        int year = grid.fourDigits(row, column);
        if (year < 0) {
            return of(grid.text(row, column));
        }
        if (settledYears[year] == null) {
            settledYears[year] = of(grid.text(row, column));
        }
        return settledYears[year];
    }

    private @Nullable String of(String text) {
        String known = settled.get(text);
        if (known != null) {
            return known;
        }
        TimeText time = read.get(text);
        if (time == null) {
            return null;
        }
        String result = ofHead(time);
        if (result != null) {
            settled.put(text, result);
        }
        return result;
    }

    /** The time of a head; null if it can be read in two ways. */
    @Nullable String ofHead(@Nullable TimeText time) {
        if (time == null) {
            return "";
        }
        if (time.kind() == TimeText.Kind.UNNAMED
                || (bothYears && time.kind() == TimeText.Kind.YEAR && isFiscal(time))
                || twofold.contains(time.time())) {
            return null;
        }
        return switch (time.kind()) {
            case DAY -> dayLength == 6 ? quarter(time.time()) : time.time().substring(0, dayLength);
            case MONTH -> quarterly ? quarter(time.time()) : time.time();
            case FISCAL_OR_MONTH -> fiscal ? time.time() : month(time.time());
            default -> time.time();
        };
    }

    /** The quarter that a month or a day is in. */
    private static String quarter(String time) {
        return time.substring(0, 4) + "-Q" + (Integer.parseInt(time.substring(5, 7)) + 2) / 3;
    }

    private static String month(String text) {
        return text.substring(0, 4) + "-" + text.substring(text.length() - 2);
    }
}
