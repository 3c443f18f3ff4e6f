package dev.saidao.core.derivation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Source;
import dev.saidao.core.internal.Require;
import dev.saidao.core.text.DisplayFormat;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How a result was obtained: the formula, the operands with their figures, the conventions, and the result itself.
 *
 * <p>As JSON it has the version {@value #FORMAT}; every source is written in full where it first occurs.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDerivation.class)
@JsonDeserialize(as = ImmutableDerivation.class)
public abstract class Derivation {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-derivation/1";

    Derivation() {}

    /** {@return the version of the JSON form, {@value #FORMAT}} */
    @Value.Default
    public String format() {
        return FORMAT;
    }

    /** {@return the formula} */
    public abstract Formula formula();

    /** {@return the operands by their symbols in the formula, in its order} */
    public abstract Map<String, Operand> operands();

    /** {@return the result} */
    public abstract BoundedQuantity result();

    /** {@return what is to be said of the result, such as that it allows no conclusion} */
    public abstract List<Label> remarks();

    /** {@return the conventions that this step and those before it depend on, each once} */
    public final List<Convention> conventions() {
        Set<Convention> all = new LinkedHashSet<>();
        walk(distinct(), operand -> all.addAll(operand.conventions()));
        return List.copyOf(all);
    }

    /** {@return the sources of the figures of this step and of those before it, each once} */
    public final List<Source> sources() {
        Set<Source> all = new LinkedHashSet<>();
        walk(distinct(), operand -> operand.figure().ifPresent(figure -> all.add(figure.source())));
        return List.copyOf(all);
    }

    private static Set<Derivation> distinct() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Goes through the operands of this step and of those before it; a step that several others rest on is gone through once. */
    private void walk(Set<Derivation> seen, Consumer<Operand> visitor) {
        if (seen.add(this)) {
            for (Operand operand : operands().values()) {
                visitor.accept(operand);
                operand.derivation().ifPresent(earlier -> earlier.walk(seen, visitor));
            }
        }
    }

    /**
     * Prints the derivation for a reader: the formula, a line for each operand, the result, remarks, conventions and
     * sources. Numbers are shown rounded, with ≈ before them; the exact ones are in the data.
     *
     * @param locale the reader's language; Chinese, or English for every other one
     * @return several lines, each ended by a line feed
     */
    public final String toText(Locale locale) {
        return new DerivationText(locale, DisplayFormat.of(locale).withDigits(6)).of(this);
    }

    @Value.Check
    final void check() {
        Require.that(format().equals(FORMAT), "Format must be %s: %s", FORMAT, format());
    }

    /** {@return the formula and the result} */
    @Override
    public final String toString() {
        return formula().expression() + ": " + result();
    }

    static Derivation of(
            Formula formula, Map<String, Operand> operands, BoundedQuantity result, Optional<Label> remark) {
        return ImmutableDerivation.builder()
                .formula(formula)
                .putAllOperands(operands)
                .result(result)
                .addAllRemarks(remark.map(List::of).orElse(List.of()))
                .build();
    }
}
