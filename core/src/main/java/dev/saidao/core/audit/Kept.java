package dev.saidao.core.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What texts were read to, for files in which they recur. Not safe for use by several threads.
 *
 * @param <V> what they are read to
 */
final class Kept<V> {

    private static final int MOST = 100_000;

    private final Function<String, V> reading;
    private final Map<String, V> known = new HashMap<>();

    Kept(Function<String, V> reading) {
        this.reading = reading;
    }

    /** What a text is read to; what the reading throws is not kept. */
    V of(String text) {
        V read = known.get(text);
        if (read == null) {
            read = reading.apply(text);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, read);
        }
        return read;
    }
}
