package dev.saidao.core.derivation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Years;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** A value that goes into a calculation, and where it comes from: a figure, another derivation, or the caller. */
@Value.Immutable
@JsonSerialize(as = ImmutableOperand.class)
@JsonDeserialize(as = ImmutableOperand.class)
public abstract class Operand {

    Operand() {}

    /** {@return the value} */
    @Value.Parameter
    public abstract BoundedQuantity value();

    /** {@return the figure it was read from, if it was} */
    @Value.Parameter
    public abstract Optional<Figure> figure();

    /** {@return the derivation it results from, if it does} */
    @Value.Parameter
    public abstract Optional<Derivation> derivation();

    /** {@return the conventions it depends on} */
    @Value.Parameter
    public abstract List<Convention> conventions();

    /**
     * Returns an operand given by the caller.
     *
     * @param value what is known of it
     * @return the operand
     */
    public static Operand of(BoundedQuantity value) {
        return ImmutableOperand.of(value, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Returns an exact operand given by the caller.
     *
     * @param value the quantity
     * @return the operand
     */
    public static Operand of(Quantity value) {
        return of(BoundedQuantity.exactly(value));
    }

    /**
     * Returns an operand that depends on conventions.
     *
     * @param value what is known of it
     * @param conventions the conventions
     * @return the operand
     */
    public static Operand of(BoundedQuantity value, List<Convention> conventions) {
        return ImmutableOperand.of(value, Optional.empty(), Optional.empty(), conventions);
    }

    /**
     * Returns the result of another calculation as an operand.
     *
     * @param derived the result
     * @return the operand, with that derivation
     */
    public static Operand of(Derived<BoundedQuantity> derived) {
        return ImmutableOperand.of(derived.value(), Optional.empty(), Optional.of(derived.derivation()), List.of());
    }

    /**
     * Returns a number of yearly steps as an operand.
     *
     * @param steps the number of steps
     * @param convention how they were counted
     * @return the operand
     */
    public static Operand steps(int steps, Convention convention) {
        return ImmutableOperand.of(
                BoundedQuantity.exactly(Years.of(steps)), Optional.empty(), Optional.empty(), List.of(convention));
    }

    /**
     * Returns a printed number as an operand.
     *
     * @param printed the number
     * @param convention how to read it
     * @return the operand
     */
    public static Operand read(PrintedNumber printed, ReadingConvention convention) {
        return ImmutableOperand.of(
                convention.read(printed), Optional.empty(), Optional.empty(), convention.conventionsFor(printed));
    }

    /**
     * Returns the number of a figure as an operand.
     *
     * @param figure a figure that has a number
     * @param convention how to read it
     * @return the operand
     * @throws IllegalArgumentException if the figure has no number
     */
    public static Operand read(Figure figure, ReadingConvention convention) {
        PrintedNumber printed = figure.printed()
                .orElseThrow(() -> new IllegalArgumentException("Figure must have a number: " + figure.id()));
        return ImmutableOperand.of(
                convention.read(printed), Optional.of(figure), Optional.empty(), convention.conventionsFor(printed));
    }

    @Value.Check
    final void check() {
        if (derivation().isPresent() && !derivation().get().result().equals(value())) {
            throw new IllegalArgumentException("Value must be the result of its derivation, "
                    + derivation().get().result() + ": " + value());
        }
    }
}
