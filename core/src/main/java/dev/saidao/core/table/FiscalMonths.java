package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which of the two calendar years of a year such as 2022-23 each of its months is. The order in which months are printed says
 * it: behind the one turn of the year, where an earlier month follows a later one, they are of the second. Calendar quarters say it in the
 * same way. Where no turn is printed nothing says where such a year begins, and no part of it is read.
 *
 * @param all the months or quarters, such as -04
 * @param ofSecond those of the second year
 */
record FiscalMonths(Set<String> all, Set<String> ofSecond) {

    /** Stands before a part of the year that follows. */
    private static final char NEXT = '+';

    /** Stands for the year before the last month of a part from one month to another. */
    private static final String YEAR_AGAIN = "Y";

    private static final int LENGTH = 3;

    /** Learns from the parts of years in the order in which they are printed, once or again and again. */
    static FiscalMonths of(Iterable<String> parts) {
        Set<String> all = new LinkedHashSet<>();
        parts.forEach(all::add);
        all.remove("");
        List<String> order = new ArrayList<>(all);
        int turn = 0;
        int turns = 0;
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i).compareTo(order.get(i - 1)) < 0) {
                turn = i;
                turns++;
            }
        }
        boolean said = turns == 1
                && order.stream().allMatch(part -> part.length() == LENGTH)
                && order.get(order.size() - 1).compareTo(order.get(0)) < 0;
        return said
                ? new FiscalMonths(all, new LinkedHashSet<>(order.subList(turn, order.size())))
                : new FiscalMonths(Set.of(), Set.of());
    }

    /** A part of a year, with a sign before it if it is of the year that follows; null if nothing says of which it is. */
    @Nullable String placed(TimeText year, String part) {
        if (part.isEmpty()) {
            return part;
        }
        return switch (year.fiscalName()) {
            case CALENDAR -> part;
            case FIRST -> ofSecond.isEmpty() ? part : placed(part);
            case BOTH -> placed(part);
            case EITHER -> null;
        };
    }

    private @Nullable String placed(String part) {
        return !all.contains(part) ? null : ofSecond.contains(part) ? NEXT + part : part;
    }

    /** Whether a text is a {@linkplain #placed placed} part of a year. */
    static boolean isPart(String text) {
        return text.charAt(0) == '-' || text.charAt(0) == NEXT;
    }

    /** A year and a {@linkplain #placed placed} part of it: 2022-23 and +-01 are 2023-01. */
    static String join(String year, String part) {
        if (part.isEmpty()) {
            return year;
        }
        boolean next = part.charAt(0) == NEXT;
        String first = year.substring(0, TimeText.YEAR_DIGITS);
        String of = next ? String.valueOf(Integer.parseInt(first) + 1) : first;
        return of + part.substring(next ? 1 : 0).replace(YEAR_AGAIN, of);
    }

    /** The part of a year from one month to another. */
    static String span(String first, String last) {
        return "-" + first + "/" + YEAR_AGAIN + "-" + last;
    }
}
