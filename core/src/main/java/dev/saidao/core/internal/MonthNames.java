package dev.saidao.core.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of months in the languages of tables and texts. */
public final class MonthNames {

    private static final String FILE = "months.txt";
    private static final Pattern BAR = Pattern.compile(" | ", Pattern.LITERAL);
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
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MonthNames.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf(" = ");
                if (equals > 0 && !line.startsWith("#")) {
                    for (String name : BAR.split(line.substring(equals + 3))) {
                        numbers.put(name, Integer.valueOf(line.substring(0, equals)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(numbers);
    }
}
