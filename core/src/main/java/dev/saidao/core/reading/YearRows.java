package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tables whose rows start with a year: a line of labels, then at least two lines of a year and as many numbers as there
 * are labels. Each of their columns is what a row is in a table with its years in the head.
 */
final class YearRows {

    private static final Pattern BETWEEN_CELLS = Pattern.compile("\\s*[|\\t]\\s*|\\s+");
    private static final Pattern BETWEEN_WIDE_CELLS = Pattern.compile("\\s*[|\\t]\\s*| {2,}");
    private static final int LONGEST_HEAD = 200;

    /**
     * A column.
     *
     * @param label what stands over it
     * @param cells its numbers
     * @param years the year of each
     * @param headStart where the line of labels starts
     */
    record Column(String label, List<@Nullable Found> cells, List<When> years, int headStart) {}

    private record Line(When year, List<Found> cells) {}

    private final String folded;
    private final Map<Integer, Found> byStart;

    YearRows(String folded, Map<Integer, Found> byStart) {
        this.folded = folded;
        this.byStart = byStart;
    }

    List<Column> find(List<TimeExpression> times) {
        List<Column> columns = new ArrayList<>();
        for (int t = 0; t < times.size(); ) {
            List<Line> lines = new ArrayList<>();
            int width = 0;
            int start = times.get(t).start();
            int end = -1;
            while (t < times.size()) {
                Line line = line(times.get(t), end);
                if (line == null || (!lines.isEmpty() && line.cells().size() != width)) {
                    break;
                }
                lines.add(line);
                width = line.cells().size();
                end = line.cells().get(width - 1).end;
                t++;
            }
            if (lines.size() >= 2) {
                columns.addAll(columns(lines, width, start));
            }
            t += lines.isEmpty() ? 1 : 0;
        }
        return columns;
    }

    /** A year at the start of a line, and nothing behind it but numbers; directly behind the line before, if there is one. */
    private @Nullable Line line(TimeExpression time, int endOfLast) {
        When year = time.to();
        boolean opens = time.type() == TimeType.POINT
                && year != null
                && year.grain().isYear()
                && startsLine(time.start())
                && (endOfLast < 0 || isBlank(endOfLast, time.start()));
        if (!opens || year == null) {
            return null;
        }
        List<Found> cells = new ArrayList<>();
        int at = time.end();
        while (at < folded.length() && folded.charAt(at) != '\n') {
            Found cell = byStart.get(at);
            if (cell != null) {
                cells.add(cell);
                at = cell.end;
            } else if (isGap(folded.charAt(at))) {
                at++;
            } else {
                return null;
            }
        }
        return cells.isEmpty() ? null : new Line(year, cells);
    }

    private boolean startsLine(int index) {
        int before = index - 1;
        while (before >= 0 && folded.charAt(before) != '\n' && isGap(folded.charAt(before))) {
            before--;
        }
        return before < 0 || folded.charAt(before) == '\n';
    }

    private List<Column> columns(List<Line> lines, int width, int start) {
        int end = folded.lastIndexOf('\n', start);
        int headStart = end < 0 ? -1 : folded.lastIndexOf('\n', end - 1) + 1;
        if (headStart < 0 || end - headStart > LONGEST_HEAD) {
            return List.of();
        }
        String head = folded.substring(headStart, end).strip();
        List<String> labels = labels(head, width + 1);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < width && !labels.isEmpty(); c++) {
            List<@Nullable Found> cells = new ArrayList<>();
            List<When> years = new ArrayList<>();
            for (Line line : lines) {
                cells.add(line.cells().get(c));
                years.add(line.year());
            }
            columns.add(new Column(labels.get(c + 1), cells, years, headStart));
        }
        return columns;
    }

    private static List<String> labels(String head, int columns) {
        String bare = head.startsWith("|") && head.endsWith("|")
                ? head.substring(1, head.length() - 1).strip()
                : head;
        for (Pattern between : List.of(BETWEEN_WIDE_CELLS, BETWEEN_CELLS)) {
            List<String> labels = List.of(between.split(bare));
            if (labels.size() == columns) {
                return labels;
            }
        }
        return List.of();
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isGap(folded.charAt(i)) && folded.charAt(i) != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '|' || c == '\t' || c == '\r';
    }
}
