package dev.saidao.core.derivation;

/**
 * A result that says how it was obtained: by derivations where its steps are exact, by a trace in words where they are not, such as
 * those of a fit or a simulation.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Explained {

    /** {@return how this result was obtained, and what its reader should know} */
    Explanation explanation();
}
