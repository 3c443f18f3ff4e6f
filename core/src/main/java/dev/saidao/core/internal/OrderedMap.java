package dev.saidao.core.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Short maps that cannot be changed and keep the order in which they are written, which {@link Map#of} does not. */
public final class OrderedMap {

    private OrderedMap() {}

    /**
     * Returns a map of two entries.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key1 the first key
     * @param value1 its value
     * @param key2 the second key
     * @param value2 its value
     * @return the map, in this order
     * @throws IllegalArgumentException if a key is there twice
     */
    public static <K, V> Map<K, V> of(K key1, V value1, K key2, V value2) {
        return ofEntries(Map.entry(key1, value1), Map.entry(key2, value2));
    }

    /**
     * Returns a map of three entries.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key1 the first key
     * @param value1 its value
     * @param key2 the second key
     * @param value2 its value
     * @param key3 the third key
     * @param value3 its value
     * @return the map, in this order
     * @throws IllegalArgumentException if a key is there twice
     */
    public static <K, V> Map<K, V> of(K key1, V value1, K key2, V value2, K key3, V value3) {
        return ofEntries(Map.entry(key1, value1), Map.entry(key2, value2), Map.entry(key3, value3));
    }

    /**
     * Returns a map of four entries.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @param key1 the first key
     * @param value1 its value
     * @param key2 the second key
     * @param value2 its value
     * @param key3 the third key
     * @param value3 its value
     * @param key4 the fourth key
     * @param value4 its value
     * @return the map, in this order
     * @throws IllegalArgumentException if a key is there twice
     */
    public static <K, V> Map<K, V> of(K key1, V value1, K key2, V value2, K key3, V value3, K key4, V value4) {
        return ofEntries(
                Map.entry(key1, value1), Map.entry(key2, value2), Map.entry(key3, value3), Map.entry(key4, value4));
    }

    @SafeVarargs
    private static <K, V> Map<K, V> ofEntries(Map.Entry<K, V>... entries) {
        Map<K, V> map = new LinkedHashMap<>();
        for (Map.Entry<K, V> entry : entries) {
            if (map.put(entry.getKey(), entry.getValue()) != null) {
                throw new IllegalArgumentException("Key must be there once: " + entry.getKey());
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
