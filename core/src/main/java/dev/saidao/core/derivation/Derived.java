package dev.saidao.core.derivation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.quantity.Quantity;
import java.util.Optional;

/**
 * A result together with its derivation: what the derivation results in, or the point of it.
 *
 * <p>There is no way to pair a value with the derivation of another one: a derivation makes its own result.
 *
 * @param <T> the type of the value: {@link BoundedQuantity}, or a type of {@link Quantity} for the point
 * @since 0.1
 */
public final class Derived<T> implements Explained {

    private final T value;
    private final Derivation derivation;

    private Derived(T value, Derivation derivation) {
        this.value = value;
        this.derivation = derivation;
    }

    /**
     * Returns the result of a derivation.
     *
     * @param derivation the derivation
     * @return its result, with it
     */
    public static Derived<BoundedQuantity> of(Derivation derivation) {
        return new Derived<>(derivation.result(), derivation);
    }

    /**
     * Returns the point of the result of a derivation.
     *
     * @param <Q> the type of the quantity
     * @param derivation the derivation
     * @param type the type of the quantity
     * @return the point, with the derivation; absent if the result has none
     * @throws ClassCastException if the unit of the result is that of another type
     */
    public static <Q extends Quantity> Optional<Derived<Q>> pointOf(Derivation derivation, Class<Q> type) {
        return derivation.result().pointQuantity().map(point -> new Derived<>(type.cast(point), derivation));
    }

    /** {@return the result} */
    public T value() {
        return value;
    }

    /** {@return how it was obtained} */
    public Derivation derivation() {
        return derivation;
    }

    @Override
    public Explanation explanation() {
        return Explanation.of(derivation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Derived<?> that && value.equals(that.value) && derivation.equals(that.derivation);
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + derivation.hashCode();
    }

    /** {@return the value and the formula it comes from} */
    @Override
    public String toString() {
        return value + " = " + derivation.formula().expression();
    }
}
