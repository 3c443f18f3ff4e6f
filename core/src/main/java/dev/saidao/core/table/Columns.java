package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a file.
 *
 * @param file the file, as it was named
 * @param names the heads, in their order
 * @param places where each is
 * @param linesBefore how many lines stand before the head line
 * @param separator the sign between fields
 */
record Columns(String file, List<String> names, Map<String, Integer> places, long linesBefore, char separator) {

    /** The place of a column, from 0; -1 if there is none. */
    int place(String name) {
        Integer place = places.get(name);
        return place == null ? -1 : place;
    }

    /** The columns that a row names, which must be all that are required. */
    static Columns of(String file, RowBlock rows, int row, List<String> required, long linesBefore, char separator)
            throws TableException {
        String where = file + ":" + (rows.line(row) + linesBefore);
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int place = 0; place < rows.fieldCount(row); place++) {
            String head = rows.stripped(row, place);
            names.add(head);
            if (places.put(head, place) != null) {
                throw TableException.of(where, "Column must be named once: " + head, "列名不得重复:" + head);
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            String list = String.join(", ", missing);
            String near =
                    Nearest.of(missing.get(0), names).map(Decimals::onOneLine).orElse("");
            String read = Decimals.onOneLine(Row.shortened(String.join(String.valueOf(separator), names)));
            throw new TableException(Label.of(
                    where + ": Column must be there: " + list
                            + (near.isEmpty() ? "" : " (is it " + near + "?)")
                            + "; the header line reads " + read,
                    where + ": 缺少列:" + list + (near.isEmpty() ? "" : "(是否为 " + near + "?)") + ";标题行为 " + read));
        }
        return new Columns(file, List.copyOf(names), Map.copyOf(places), linesBefore, separator);
    }

    static boolean hasAll(RowBlock rows, int row, List<String> required) {
        List<String> missing = new ArrayList<>(required);
        for (int place = 0; place < rows.fieldCount(row) && !missing.isEmpty(); place++) {
            missing.remove(rows.stripped(row, place));
        }
        return missing.isEmpty();
    }
}
