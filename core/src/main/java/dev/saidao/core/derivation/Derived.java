package dev.saidao.core.derivation;

import java.util.function.Function;

/**
 * A result together with its derivation.
 *
 * @param <T> the type of the result
 * @param value the result
 * @param derivation how it was obtained
 */
public record Derived<T>(T value, Derivation derivation) implements Explained {

    @Override
    public Explanation explanation() {
        return Explanation.of(derivation);
    }

    /**
     * Returns another view of the result under the same derivation.
     *
     * @param <R> the type of the view
     * @param view what to show of the result
     * @return the view, with this derivation
     */
    public <R> Derived<R> map(Function<? super T, ? extends R> view) {
        return new Derived<>(view.apply(value), derivation);
    }
}
