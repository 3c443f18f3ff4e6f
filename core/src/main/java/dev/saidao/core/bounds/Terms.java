package dev.saidao.core.bounds;

import dev.saidao.core.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The terms of an equation, by their names: what is known of each.
 *
 * <pre>{@code
 * Terms terms = Terms.of(Map.of("whole", whole, "share", share));
 * Bounds part = arithmetic.times(terms.bounds("whole"), terms.bounds("share"));
 * }</pre>
 *
 * <p>Names are in an order, that in which a formula has them. Immutable.
 *
 * @since 0.1
 */
public final class Terms {

    private final List<String> names;
    private final List<BoundedQuantity> values;

    private Terms(List<String> names, List<BoundedQuantity> values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Returns terms.
     *
     * @param names their names, each once
     * @param values as many values, in the same order
     * @return the terms
     * @throws IllegalArgumentException if there are not as many values as names
     */
    public static Terms of(List<String> names, List<BoundedQuantity> values) {
        if (names.size() != values.size()) {
            throw new IllegalArgumentException("Terms must have as many values as names: " + names + ", " + values);
        }
        return new Terms(List.copyOf(names), List.copyOf(values));
    }

    /**
     * Returns terms.
     *
     * @param values the values by name, in the order of the map
     * @return the terms
     */
    public static Terms of(Map<String, BoundedQuantity> values) {
        return new Terms(List.copyOf(values.keySet()), List.copyOf(values.values()));
    }

    /** {@return the names, in their order} */
    public List<String> names() {
        return names;
    }

    /** {@return the values, in the order of the names} */
    public List<BoundedQuantity> values() {
        return values;
    }

    /**
     * Returns a term.
     *
     * @param name its name
     * @return what is known of it
     * @throws IllegalArgumentException if there is none of that name
     */
    public BoundedQuantity value(String name) {
        return values.get(place(name));
    }

    /**
     * Returns the bounds of a term.
     *
     * @param name its name
     * @return the numbers that it can be
     * @throws IllegalArgumentException if there is none of that name
     */
    public Bounds bounds(String name) {
        return value(name).bounds();
    }

    /**
     * Returns the unit of a term.
     *
     * @param name its name
     * @return the unit
     * @throws IllegalArgumentException if there is none of that name
     */
    public Unit unit(String name) {
        return value(name).unit();
    }

    /**
     * Returns the same terms with another value for one.
     *
     * @param name its name
     * @param value the value
     * @return the terms
     * @throws IllegalArgumentException if there is none of that name
     */
    public Terms with(String name, BoundedQuantity value) {
        List<BoundedQuantity> changed = new ArrayList<>(values);
        changed.set(place(name), value);
        return new Terms(names, List.copyOf(changed));
    }

    /**
     * Returns these terms and one more.
     *
     * @param name its name, which no other term has
     * @param value the value
     * @return the terms
     */
    public Terms and(String name, BoundedQuantity value) {
        List<String> moreNames = new ArrayList<>(names);
        List<BoundedQuantity> moreValues = new ArrayList<>(values);
        moreNames.add(name);
        moreValues.add(value);
        return of(moreNames, moreValues);
    }

    /**
     * Returns the same terms with one narrowed.
     *
     * @param name its name
     * @param known bounds that it lies in as well
     * @return the terms
     * @throws IllegalArgumentException if there is none of that name
     */
    public Terms within(String name, Bounds known) {
        return with(name, value(name).narrowedTo(known));
    }

    private int place(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("Term must be one of " + String.join(", ", names) + ": " + name);
        }
        return place;
    }

    /** {@return each name with its value} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append(" in ").append(values.get(i));
        }
        return text.toString();
    }
}
