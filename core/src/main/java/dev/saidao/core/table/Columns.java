package dev.saidao.core.table;

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
}
