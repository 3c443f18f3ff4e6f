package dev.saidao.core.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names of months in the languages of tables and texts. */
public final class MonthNames {

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /**
     * {@return the number of a month, from 1 to 12; 0 if the name is none}
     *
     * @param name the name in small letters, without a point behind it
     */
    public static int number(String name) {
        return NUMBERS.getOrDefault(name, 0);
    }

    /** {@return all names, in small letters} */
    public static Set<String> all() {
        return NUMBERS.keySet();
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        WordFiles.read(MonthNames.class, "months.txt", (number, name) -> numbers.put(name, Integer.valueOf(number)));
        return Map.copyOf(numbers);
    }
}
