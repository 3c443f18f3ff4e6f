package dev.saidao.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The times that the cells of a row of heads say, each alone or beside words that others share with it. */
final class HeadTimes {

    private final @Nullable TimeText[] times;

    private HeadTimes(@Nullable TimeText[] times) {
        this.times = times;
    }

    /** The times of a row; there are none in a row before the first. */
    static HeadTimes of(Grid grid, int row) {
        int width = row < 0 ? 0 : grid.width(row);
        @Nullable TimeText[] times = new TimeText[width];
        TimeText.@Nullable Worded[] worded = new TimeText.Worded[width];
        Map<String, String> firstByWords = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (int column = 0; column < width; column++) {
            if (isMarksOf(grid, row, column)) {
                continue;
            }
            String text = grid.text(row, column);
            TimeText time = TimeText.parse(text);
            times[column] = time;
            TimeText.Worded words = time == null ? TimeText.worded(text) : null;
            worded[column] = words;
            if (words != null) {
                String first =
                        firstByWords.putIfAbsent(words.words(), words.time().time());
                if (first != null && !first.equals(words.time().time())) {
                    shared.add(words.words());
                }
            }
        }
        long kinds = Arrays.stream(worded)
                .filter(words -> words != null && words.isKindOfValue())
                .count();
        boolean amongTimes = kinds > 1 || Arrays.stream(times).anyMatch(Objects::nonNull);
        for (int column = 0; column < width; column++) {
            TimeText.Worded words = worded[column];
            if (words != null
                    && (shared.contains(words.words())
                            || words.isAroundTime()
                            || (amongTimes && words.isKindOfValue()))) {
                times[column] = words.time();
            }
        }
        readTogether(grid, row, times);
        return new HeadTimes(times);
    }

    /** The times that the cells say together: months such as 202301 in equal steps, days, years of the Republic of China. */
    private static void readTogether(Grid grid, int row, @Nullable TimeText[] times) {
        List<String> texts = new ArrayList<>();
        boolean numbers = false;
        boolean any = false;
        for (int column = 0; column < times.length; column++) {
            String text = TimeText.plain(grid.text(row, column));
            boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
            if (digit || times[column] != null) {
                texts.add(text);
                numbers |= times[column] == null && grid.isNumber(row, column);
                any |= times[column] == null;
            }
        }
        if (!any || (numbers && !TimesTogether.areInSteps(texts))) {
            return;
        }
        Function<String, @Nullable TimeText> together = TimesTogether.of(texts);
        for (int column = 0; column < times.length && together != null; column++) {
            if (times[column] == null) {
                times[column] = together.apply(grid.text(row, column));
            }
        }
    }

    /** The time of a column; null if its head says none. */
    @Nullable TimeText at(int column) {
        return column < times.length ? times[column] : null;
    }

    /** The number of columns whose heads say a time. */
    long count() {
        return Arrays.stream(times).filter(Objects::nonNull).count();
    }

    /** Whether a column has the flags or notes of one before it, as the wide files of FAO: Y2018, Y2018F, Y2018N. */
    static boolean isMarksOf(Grid grid, int row, int column) {
        String text = grid.text(row, column);
        boolean marks = text.length() > 4 && (text.endsWith("F") || text.endsWith("N"));
        String plain = marks ? text.substring(0, text.length() - 1) : "";
        return marks
                && column > 0
                && (grid.text(row, column - 1).equals(plain)
                        || grid.text(row, Math.max(0, column - 2)).equals(plain))
                && !grid.isNumber(row + 1, column);
    }
}
