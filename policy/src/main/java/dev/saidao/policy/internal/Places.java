package dev.saidao.policy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names, each once, and the place of each. */
public final class Places {

    private final String what;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /**
     * Makes places for names.
     *
     * @param what what the names are of, as messages say it, such as {@code Unit}
     * @param names the names
     * @throws IllegalArgumentException if a name is there twice
     */
    public Places(String what, List<String> names) {
        this.what = what;
        names.forEach(this::add);
    }

    /**
     * Gives a name the next place.
     *
     * @param name the name
     * @throws IllegalArgumentException if it is there already
     */
    public void add(String name) {
        if (places.putIfAbsent(name, places.size()) != null) {
            throw new IllegalArgumentException(what + " must be there once: " + name);
        }
    }

    /**
     * Returns the place of a name.
     *
     * @param name the name
     * @return its place, from 0
     * @throws IllegalArgumentException if it is not there
     */
    public int of(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(what + " must be there: " + name);
        }
        return place;
    }

    /**
     * Returns whether a name has a place.
     *
     * @param name the name
     * @return whether it has
     */
    public boolean has(String name) {
        return places.containsKey(name);
    }

    /** {@return the names by their places} */
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** {@return how many names there are} */
    public int size() {
        return places.size();
    }
}
