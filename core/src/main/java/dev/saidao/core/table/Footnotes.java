package dev.saidao.core.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the lines below and above a table say of the marks in it. */
final class Footnotes {

    private static final Pattern NOTE = Pattern.compile(
            "\\s*[\\[(]?([a-zA-Z]{1,2}|\\d{1,2}|\\*{1,3}|[†‡])\\s*(?:[.)\\]:=]+|\\s[-–=]\\s)\\s*(\\S.*)",
            Pattern.DOTALL);
    /** A star needs nothing behind it: * provisional. */
    private static final Pattern STAR = Pattern.compile("\\s*(\\*{1,3}|[†‡])\\s*(\\p{L}.*)", Pattern.DOTALL);
    /** a Actual. b Estimates. c Forecasts. */
    private static final Pattern SEVERAL = Pattern.compile("[a-z] \\p{Lu}[^.;]{0,60}[.;]\\s+[a-z] \\p{Lu}");

    private static final Pattern REFERS = Pattern.compile(
            "(?iu)(?:^|data )(?:refers?|relates?|referring) to ((?:19|20)\\d\\d)\\b(?! or|[-/–])|^(?:数据为|为)?((?:19|20)\\d\\d)年(?:数据|数)");

    private static final Pattern MARKS = Pattern.compile("[,;\\s]+");

    private final Map<String, String> notes = new HashMap<>();

    /** Learns from a line. */
    void see(Grid grid, int row) {
        String first = grid.first(row);
        if (grid.filled(row) == 2 && first.matches("[\\[(]?([a-zA-Z]{1,2}|\\d{1,2}|\\*{1,3}|[†‡])[.)\\]:]?")) {
            for (int column = 0; column < grid.width(row); column++) {
                String text = grid.text(row, column);
                if (!text.isEmpty() && !text.equals(first)) {
                    notes.putIfAbsent(key(first), text);
                }
            }
            return;
        }
        if (SEVERAL.matcher(first).lookingAt()) {
            for (String part : first.split("(?<=[.;])\\s+(?=[a-z] \\p{Lu})")) {
                notes.putIfAbsent(part.substring(0, 1), part.substring(2));
            }
            return;
        }
        String line = first.length() > 2_000 ? first.substring(0, 2_000) : first;
        Matcher m = NOTE.matcher(line);
        Matcher star = STAR.matcher(line);
        if (star.matches()) {
            notes.putIfAbsent(key(star.group(1)), star.group(2));
        } else if (m.matches()) {
            notes.putIfAbsent(key(m.group(1)), m.group(2));
        }
    }

    /** What the marks of a cell mean. */
    ObservationStatus status(String flag, ObservationStatus otherwise) {
        if (notes.isEmpty()) {
            return otherwise;
        }
        boolean known = false;
        for (String mark : MARKS.split(flag)) {
            String note = notes.get(key(mark));
            if (note != null) {
                known = true;
                ObservationStatus said = Flags.said(note);
                if (said != ObservationStatus.A) {
                    return said;
                }
            }
        }
        return known ? ObservationStatus.A : otherwise;
    }

    /** The year that a mark says the value is of, if it is another one than that of the column. */
    Optional<String> year(String flag) {
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        for (String mark : MARKS.split(flag)) {
            String note = notes.get(key(mark));
            if (note != null) {
                Matcher m = REFERS.matcher(note);
                if (m.find()) {
                    return Optional.of(m.group(1) != null ? m.group(1) : m.group(2));
                }
            }
        }
        return Optional.empty();
    }

    private static String key(String mark) {
        return mark.replaceAll("[\\[\\]().:]", "").toLowerCase(Locale.ROOT);
    }
}
