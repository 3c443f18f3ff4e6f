package dev.saidao.core.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The times of a table, settled by all of them: 2011-12 is a month or a year of two; first days of years are years. */
final class TableTimes {

    private final Map<String, TimeText> read = new HashMap<>();
    private final Set<String> none = new HashSet<>();
    private final Map<String, String> settled = new HashMap<>();
    private boolean fiscal;
    private int dayLength = 10;

    /** Learns from a cell. */
    void see(String text) {
        if (!read.containsKey(text) && !none.contains(text)) {
            TimeText time = TimeText.parse(text);
            if (time == null) {
                none.add(text);
            } else {
                read.put(text, time);
            }
        }
    }

    /** Settles by heads. */
    void settle(List<@Nullable TimeText> heads) {
        for (TimeText head : heads) {
            if (head != null) {
                read.put(head.time(), head);
            }
        }
        settle();
    }

    void settle() {
        fiscal = read.size() > 1
                && read.values().stream()
                        .allMatch(time ->
                                time.kind() == TimeText.Kind.FISCAL || time.kind() == TimeText.Kind.FISCAL_OR_MONTH);
        Set<String> days = new HashSet<>();
        for (TimeText time : read.values()) {
            if (time.kind() == TimeText.Kind.DAY) {
                days.add(time.time());
            }
        }
        if (days.size() > 1) {
            boolean yearly = days.stream().allMatch(day -> day.endsWith("-01-01"))
                    || days.stream().allMatch(day -> day.endsWith("-12-31"));
            boolean monthly = days.stream().allMatch(day -> day.endsWith("-01"));
            boolean quarterly = monthly && days.stream().allMatch(day -> day.matches(".*-(01|04|07|10)-01"));
            dayLength = yearly ? 4 : quarterly ? 6 : monthly ? 7 : 10;
        }
    }

    /** The time of a cell; null if it is none. */
    @Nullable String of(String text) {
        String known = settled.get(text);
        if (known != null) {
            return known;
        }
        TimeText time = read.get(text);
        if (time == null) {
            return null;
        }
        String result = ofHead(time);
        settled.put(text, result);
        return result;
    }

    String ofHead(@Nullable TimeText time) {
        if (time == null) {
            return "";
        }
        return switch (time.kind()) {
            case DAY ->
                dayLength == 6
                        ? time.time().substring(0, 4) + "-Q"
                                + (Integer.parseInt(time.time().substring(5, 7)) + 2) / 3
                        : time.time().substring(0, dayLength);
            case FISCAL_OR_MONTH -> fiscal ? time.time() : month(time.time());
            default -> time.time();
        };
    }

    private static String month(String text) {
        return text.substring(0, 4) + "-" + text.substring(text.length() - 2);
    }
}
