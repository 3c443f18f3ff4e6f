package dev.saidao.core.bounds;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.saidao.core.bounds.Ends.End;
import dev.saidao.core.internal.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A connected set of numbers: an interval whose ends are open or closed, finite or infinite, or the empty set.
 *
 * <p>The text form is that of mathematics: {@code [2387.5, 2388.5]}, {@code (0.3, ∞)}, {@code (-∞, ∞)}, {@code ∅}. {@link
 * #parse} is the inverse of {@code toString}. Values are canonical, so equality is equality of sets.
 *
 * <p>Arithmetic is in {@link BoundsArithmetic}; here are the operations on sets.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class Bounds {

    /** The constants, in a class of their own, since they are of a subclass of this one. */
    private static final class Constants {
        static final Bounds EMPTY = ImmutableBounds.of(Optional.empty(), false, Optional.empty(), false, true);
        static final Bounds POSITIVE = greaterThan(BigDecimal.ZERO);
        static final Bounds NOT_NEGATIVE = atLeast(BigDecimal.ZERO);
        static final Bounds ALL = ImmutableBounds.of(Optional.empty(), false, Optional.empty(), false, false);
    }

    Bounds() {}

    /** {@return the lower end; absent if there is none, that is for minus infinity and for the empty set} */
    @Value.Parameter
    public abstract Optional<BigDecimal> lower();

    /** {@return whether the lower end belongs to the set} */
    @Value.Parameter
    public abstract boolean isLowerClosed();

    /** {@return the upper end; absent if there is none, that is for infinity and for the empty set} */
    @Value.Parameter
    public abstract Optional<BigDecimal> upper();

    /** {@return whether the upper end belongs to the set} */
    @Value.Parameter
    public abstract boolean isUpperClosed();

    /** {@return whether the set has no number in it} */
    @Value.Parameter
    public abstract boolean isEmpty();

    /** {@return the empty set, written ∅} */
    public static Bounds empty() {
        return Constants.EMPTY;
    }

    /** {@return all numbers, written (-∞, ∞)} */
    public static Bounds all() {
        return Constants.ALL;
    }

    /** {@return the numbers above 0} */
    public static Bounds positive() {
        return Constants.POSITIVE;
    }

    /** {@return the numbers from 0 on} */
    public static Bounds notNegative() {
        return Constants.NOT_NEGATIVE;
    }

    /**
     * Returns the set of one number.
     *
     * @param value the number
     * @return {@code [value, value]}
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Bounds exactly(BigDecimal value) {
        return closed(value, value);
    }

    /**
     * Returns the numbers from one to another, both included.
     *
     * @param lower the lower end
     * @param upper the upper end, not below it
     * @return {@code [lower, upper]}
     * @throws IllegalArgumentException if the ends are in the wrong order or have more digits than the library admits
     */
    public static Bounds closed(BigDecimal lower, BigDecimal upper) {
        return of(lower, true, upper, true);
    }

    /**
     * Returns the numbers between two, neither included.
     *
     * @param lower the lower end
     * @param upper the upper end, above it
     * @return {@code (lower, upper)}
     * @throws IllegalArgumentException if the ends are not in order or have more digits than the library admits
     */
    public static Bounds open(BigDecimal lower, BigDecimal upper) {
        return of(lower, false, upper, false);
    }

    /**
     * Returns the numbers from one to another, of which only the lower is included.
     *
     * @param lower the lower end
     * @param upper the upper end, above it
     * @return {@code [lower, upper)}
     * @throws IllegalArgumentException if the ends are not in order or have more digits than the library admits
     */
    public static Bounds closedOpen(BigDecimal lower, BigDecimal upper) {
        return of(lower, true, upper, false);
    }

    /**
     * Returns the numbers from one to another, of which only the upper is included.
     *
     * @param lower the lower end
     * @param upper the upper end, above it
     * @return {@code (lower, upper]}
     * @throws IllegalArgumentException if the ends are not in order or have more digits than the library admits
     */
    public static Bounds openClosed(BigDecimal lower, BigDecimal upper) {
        return of(lower, false, upper, true);
    }

    /**
     * Returns a number and all above it (以上).
     *
     * @param lower the lower end
     * @return {@code [lower, ∞)}
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Bounds atLeast(BigDecimal lower) {
        return ImmutableBounds.of(Optional.of(lower), true, Optional.empty(), false, false);
    }

    /**
     * Returns all numbers above one (超).
     *
     * @param lower the lower end
     * @return {@code (lower, ∞)}
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Bounds greaterThan(BigDecimal lower) {
        return ImmutableBounds.of(Optional.of(lower), false, Optional.empty(), false, false);
    }

    /**
     * Returns a number and all below it (以下).
     *
     * @param upper the upper end
     * @return {@code (-∞, upper]}
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Bounds atMost(BigDecimal upper) {
        return ImmutableBounds.of(Optional.empty(), false, Optional.of(upper), true, false);
    }

    /**
     * Returns all numbers below one (不到).
     *
     * @param upper the upper end
     * @return {@code (-∞, upper)}
     * @throws IllegalArgumentException if it has more digits than the library admits
     */
    public static Bounds lessThan(BigDecimal upper) {
        return ImmutableBounds.of(Optional.empty(), false, Optional.of(upper), false, false);
    }

    private static Bounds of(BigDecimal lower, boolean lowerClosed, BigDecimal upper, boolean upperClosed) {
        return ImmutableBounds.of(Optional.of(lower), lowerClosed, Optional.of(upper), upperClosed, false);
    }

    /**
     * Reads the text form.
     *
     * @param text such as {@code [1, 2)}, {@code (-∞, 5]} or {@code ∅}
     * @return the bounds
     * @throws IllegalArgumentException if the text is anything else
     */
    @JsonCreator
    public static Bounds parse(String text) {
        if (text.equals("∅")) {
            return Constants.EMPTY;
        }
        int comma = text.indexOf(", ");
        int last = text.length() - 1;
        if (comma < 1 || "[(".indexOf(text.charAt(0)) < 0 || "])".indexOf(text.charAt(last)) < 0) {
            throw new IllegalArgumentException(
                    "Bounds must be written as [1, 2), (-∞, 5], ∅ and the like: " + Decimals.shown(text));
        }
        String low = text.substring(1, comma);
        String high = text.substring(comma + 2, last);
        return ImmutableBounds.of(
                low.equals("-∞") ? Optional.empty() : Optional.of(Decimals.parse(low, "Lower bound")),
                text.charAt(0) == '[',
                high.equals("∞") ? Optional.empty() : Optional.of(Decimals.parse(high, "Upper bound")),
                text.charAt(last) == ']',
                false);
    }

    /**
     * Returns the numbers that are in both sets.
     *
     * @param other the other set
     * @return the intersection, perhaps empty
     */
    public final Bounds intersection(Bounds other) {
        if (isEmpty() || other.isEmpty()) {
            return Constants.EMPTY;
        }
        End low = Ends.lowerOf(this);
        End high = Ends.upperOf(this);
        End otherLow = Ends.lowerOf(other);
        End otherHigh = Ends.upperOf(other);
        End innerLow = Ends.innerLower(low, otherLow);
        End innerHigh = Ends.innerUpper(high, otherHigh);
        if (innerLow.isSame(otherLow) && innerHigh.isSame(otherHigh)) {
            return other;
        }
        return innerLow.isSame(low) && innerHigh.isSame(high) ? this : Ends.between(innerLow, innerHigh);
    }

    /**
     * Returns the smallest interval that holds both sets.
     *
     * @param other the other set
     * @return the hull; that of a set and the empty set is the set
     */
    public final Bounds hull(Bounds other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return Ends.between(
                Ends.outerLower(Ends.lowerOf(this), Ends.lowerOf(other)),
                Ends.outerUpper(Ends.upperOf(this), Ends.upperOf(other)));
    }

    /**
     * Returns whether a number is in the set.
     *
     * @param value the number
     * @return whether it lies between the ends, or on a closed one
     */
    public final boolean contains(BigDecimal value) {
        if (isEmpty()) {
            return false;
        }
        int low = lower().map(value::compareTo).orElse(1);
        int high = upper().map(value::compareTo).orElse(-1);
        return (low > 0 || (low == 0 && isLowerClosed())) && (high < 0 || (high == 0 && isUpperClosed()));
    }

    /**
     * Returns whether every number of another set is in this one.
     *
     * @param other the other set
     * @return true if {@code other} is empty or lies inside
     */
    public final boolean encloses(Bounds other) {
        if (isEmpty() || other.isEmpty()) {
            return other.isEmpty();
        }
        int low = Ends.lowerOf(this).compareTo(Ends.lowerOf(other));
        int high = Ends.upperOf(this).compareTo(Ends.upperOf(other));
        return (low < 0 || (low == 0 && (isLowerClosed() || !other.isLowerClosed())))
                && (high > 0 || (high == 0 && (isUpperClosed() || !other.isUpperClosed())));
    }

    /**
     * Returns whether no number is in both sets.
     *
     * @param other the other set
     * @return whether the sets have nothing in common; true if either is empty ({@code disjoint} of IEEE 1788)
     */
    public final boolean isDisjointFrom(Bounds other) {
        return intersection(other).isEmpty();
    }

    /**
     * Returns whether this set lies inside another without touching its ends.
     *
     * @param other the other set
     * @return whether every number of this one has neighbours on both sides in the other; true if this one is empty ({@code
     *     interior} of IEEE 1788)
     */
    public final boolean isInteriorOf(Bounds other) {
        return isEmpty()
                || (!other.isEmpty()
                        && Ends.outerLower(Ends.lowerOf(this), opened(Ends.lowerOf(other)))
                                .equals(opened(Ends.lowerOf(other)))
                        && Ends.outerUpper(Ends.upperOf(this), opened(Ends.upperOf(other)))
                                .equals(opened(Ends.upperOf(other))));
    }

    private static Ends.End opened(Ends.End end) {
        return end.infinity() != 0 ? end : Ends.finite(end.value(), false);
    }

    /**
     * Returns whether this set is weakly less than another.
     *
     * @param other the other set
     * @return whether every number of this one has one in the other that is not less, and every number of the other has one in
     *     this that is not greater; true if both are empty, false if one is ({@code less} of IEEE 1788)
     */
    public final boolean isLess(Bounds other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() && other.isEmpty();
        }
        return Ends.outerUpper(Ends.upperOf(this), Ends.upperOf(other)).equals(Ends.upperOf(other))
                && Ends.outerLower(Ends.lowerOf(this), Ends.lowerOf(other)).equals(Ends.lowerOf(this));
    }

    /**
     * Returns whether this set is strictly less than another.
     *
     * @param other the other set
     * @return whether every number of this one has a greater one in the other, and every number of the other has a smaller one in
     *     this; true if both are empty, false if one is ({@code strictLess} of IEEE 1788)
     */
    public final boolean isStrictlyLess(Bounds other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() && other.isEmpty();
        }
        int upper = Ends.upperOf(this).compareTo(Ends.upperOf(other));
        int lower = Ends.lowerOf(this).compareTo(Ends.lowerOf(other));
        return (upper < 0 || (upper == 0 && !isUpperClosed())) && (lower < 0 || (lower == 0 && !other.isLowerClosed()));
    }

    /**
     * Returns whether no number of this set is greater than one of another.
     *
     * @param other the other set
     * @return whether all of this one is at or below all of the other; true if either is empty ({@code precedes} of IEEE 1788)
     */
    public final boolean precedes(Bounds other) {
        return isEmpty() || other.isEmpty() || Ends.upperOf(this).compareTo(Ends.lowerOf(other)) <= 0;
    }

    /**
     * Returns whether every number of this set is less than every one of another.
     *
     * @param other the other set
     * @return whether all of this one is below all of the other; true if either is empty ({@code strictPrecedes} of IEEE 1788)
     */
    public final boolean strictlyPrecedes(Bounds other) {
        return precedes(other) && isDisjointFrom(other);
    }

    /** {@return whether both ends are finite; the empty set is bounded} */
    public final boolean isBounded() {
        return isEmpty() || (lower().isPresent() && upper().isPresent());
    }

    /** {@return the only number of the set, if it has exactly one} */
    public final Optional<BigDecimal> singleValue() {
        return !isEmpty() && lower().equals(upper()) ? lower() : Optional.empty();
    }

    /** {@return the distance of the ends; absent if the set is empty or an end is infinite} */
    public final Optional<BigDecimal> width() {
        return lower().flatMap(low -> upper().map(high -> high.subtract(low)));
    }

    /** {@return half the sum of the ends; absent if the set is empty or an end is infinite} */
    public final Optional<BigDecimal> midpoint() {
        return lower().flatMap(low -> upper().map(high -> high.add(low).divide(BigDecimal.valueOf(2))));
    }

    /** Asks for each end once: every operation comes through here. */
    @Value.Check
    final Bounds check() {
        BigDecimal low = lower().orElse(null);
        BigDecimal high = upper().orElse(null);
        BigDecimal plainLow = low == null ? null : Decimals.canonical(low, "Lower bound");
        int order = low == null || high == null ? -1 : low.compareTo(high);
        // of one number both ends have one canonical form
        BigDecimal plainHigh = high == null ? null : order == 0 ? plainLow : Decimals.canonical(high, "Upper bound");
        if ((isLowerClosed() && low == null) || (isUpperClosed() && high == null)) {
            throw new IllegalArgumentException("An infinite end must be open: " + this);
        }
        if (order > 0 || (order == 0 && !(isLowerClosed() && isUpperClosed()))) {
            throw new IllegalArgumentException("Bounds must not be the wrong way round: " + this);
        }
        return isSame(low, plainLow) && isSame(high, plainHigh)
                ? this
                : ImmutableBounds.of(
                        Optional.ofNullable(plainLow),
                        isLowerClosed(),
                        Optional.ofNullable(plainHigh),
                        isUpperClosed(),
                        isEmpty());
    }

    /** Whether the canonical form of an end is what it is already. */
    private static boolean isSame(@Nullable BigDecimal end, @Nullable BigDecimal canonical) {
        return end == null || canonical == null || end.scale() == canonical.scale();
    }

    /** {@return the bounds as {@link #parse} reads them, such as {@code [0.725, 0.735)}; {@code ∅} if they are empty} */
    @Override
    @JsonValue
    public final String toString() {
        if (isEmpty()) {
            return "∅";
        }
        return (isLowerClosed() ? "[" : "(")
                + lower().map(BigDecimal::toPlainString).orElse("-∞")
                + ", "
                + upper().map(BigDecimal::toPlainString).orElse("∞")
                + (isUpperClosed() ? "]" : ")");
    }
}
