package dev.saidao.core.derivation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How a result was obtained, and what its reader should know.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableExplanation.class)
@JsonDeserialize(as = ImmutableExplanation.class)
public abstract class Explanation {

    private static final Label NOTE = Label.of("note", "说明");

    Explanation() {}

    /** {@return the exact derivations that the result is or rests on; none where it was fitted or simulated} */
    @Value.Parameter
    public abstract List<Derivation> derivations();

    /** {@return what was done, step by step, as far as the derivations do not say it} */
    @Value.Parameter
    public abstract List<Label> steps();

    /** {@return what a reader should know: what was filled in, what is doubtful, what is not known} */
    @Value.Parameter
    public abstract List<Label> notes();

    /**
     * Returns the explanation of a result that has derivations.
     *
     * @param derivations the derivations, one or more
     * @return the explanation, without steps and notes of its own
     */
    public static Explanation of(Derivation... derivations) {
        return ImmutableExplanation.of(List.of(derivations), List.of(), List.of());
    }

    /**
     * Returns the explanation of a result that has no derivation.
     *
     * @param steps what was done, step by step
     * @param notes what a reader should know
     * @return the explanation
     */
    public static Explanation of(List<Label> steps, List<Label> notes) {
        return ImmutableExplanation.of(List.of(), steps, notes);
    }

    /**
     * Returns the explanation of a result that rests on derivations and more.
     *
     * @param derivations the derivations
     * @param steps what else was done, step by step
     * @param notes what a reader should know
     * @return the explanation
     */
    public static Explanation of(List<Derivation> derivations, List<Label> steps, List<Label> notes) {
        return ImmutableExplanation.of(derivations, steps, notes);
    }

    /** {@return the sources of the figures in the derivations, each once} */
    public final List<Source> sources() {
        Set<Source> all = new LinkedHashSet<>();
        derivations().forEach(derivation -> all.addAll(derivation.sources()));
        return List.copyOf(all);
    }

    /**
     * Prints the explanation for a reader: each derivation as {@link Derivation#toText} has it, then a line for each step and note.
     *
     * @param locale the reader's language; Chinese, or English for every other one
     * @return lines, each ended by a line feed
     */
    public final String toText(Locale locale) {
        StringBuilder text = new StringBuilder();
        derivations().forEach(derivation -> text.append(derivation.toText(locale)));
        steps().forEach(step -> text.append(step.in(locale)).append('\n'));
        notes().forEach(note -> text.append(NOTE.in(locale))
                .append(": ")
                .append(note.in(locale))
                .append('\n'));
        return text.toString();
    }

    /** {@return the text in English} */
    @Override
    public final String toString() {
        return toText(Locale.ENGLISH);
    }
}
