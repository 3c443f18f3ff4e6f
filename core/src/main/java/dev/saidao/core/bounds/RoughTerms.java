package dev.saidao.core.bounds;

import java.util.List;

/**
 * The {@link Terms} of an equation in doubles, by their names.
 *
 * @since 0.1
 */
public final class RoughTerms {

    private final List<String> names;
    private final RoughBounds[] values;

    /**
     * Returns terms.
     *
     * @param names their names, each once
     * @param values as many values, in the same order; they are not copied
     */
    public RoughTerms(List<String> names, RoughBounds... values) {
        this.names = names;
        this.values = values;
    }

    /** {@return how many there are} */
    public int size() {
        return values.length;
    }

    /**
     * Returns the place of a term.
     *
     * @param name its name
     * @return the place, from 0 on
     * @throws IllegalArgumentException if there is none of that name
     */
    public int place(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("Term must be one of " + String.join(", ", names) + ": " + name);
        }
        return place;
    }

    /**
     * Returns the name of a term.
     *
     * @param place its place
     * @return the name
     */
    public String name(int place) {
        return names.get(place);
    }

    /**
     * Returns a term by its place.
     *
     * @param place its place
     * @return what is known of it
     */
    public RoughBounds at(int place) {
        return values[place];
    }

    /**
     * Returns a term.
     *
     * @param name its name
     * @return what is known of it
     * @throws IllegalArgumentException if there is none of that name
     */
    public RoughBounds bounds(String name) {
        return values[place(name)];
    }
}
