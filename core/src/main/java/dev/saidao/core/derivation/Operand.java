package dev.saidao.core.derivation;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A value that goes into a calculation, and where it comes from: a figure, another derivation, or the caller.
 *
 * @since 0.1
 */
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
     * Returns the yearly steps from one year to another, the first being the base: 5 from 2025 to 2030.
     *
     * @param first the first year
     * @param last the last year, not earlier
     * @return the operand
     * @throws IllegalArgumentException if the years are not in order or more than 10,000 apart
     * @see PeriodConvention#FROM_FIRST_YEAR
     */
    public static Operand steps(int first, int last) {
        PeriodConvention convention = PeriodConvention.FROM_FIRST_YEAR;
        return steps(convention.steps(first, last), convention.convention());
    }

    /**
     * Reads a printed number, English or Chinese, by the default reading: {@code 2388亿元}, {@code over USD 6.4 bn}, {@code 73% a year}.
     *
     * @param text the number with its unit and words, as a source printed it
     * @return the operand, with the bounds that digits and words allow
     * @throws IllegalArgumentException if it is no number, or in no known unit; the message names what would be read
     * @see FigureFormat
     */
    public static Operand parse(String text) {
        return parse(text, ReadingConvention.withDefaults());
    }

    /**
     * Reads a printed number, English or Chinese.
     *
     * @param text the number with its unit and words, as a source printed it
     * @param convention how to read it
     * @return the operand, with the bounds that digits and words allow
     * @throws IllegalArgumentException if it is no number, or in no known unit; the message names what would be read
     */
    public static Operand parse(String text, ReadingConvention convention) {
        return read(FigureFormat.english().parse(text), convention);
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
