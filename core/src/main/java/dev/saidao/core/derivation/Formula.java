package dev.saidao.core.derivation;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A formula as a derivation names it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFormula.class)
@JsonDeserialize(as = ImmutableFormula.class)
public abstract class Formula {

    Formula() {}

    /** {@return the code, such as {@code growth.rate}} */
    @Value.Parameter
    public abstract String id();

    /** {@return the name, such as "compound annual growth rate"} */
    @Value.Parameter
    public abstract Label name();

    /** {@return the expression, such as {@code rate = (end / base)^(1 / years) - 1}} */
    @Value.Parameter
    public abstract String expression();

    /** {@return where the formula is defined} */
    @Value.Parameter
    public abstract String source();

    /**
     * Returns a formula.
     *
     * @param id the code: 1 to 100 letters, digits, dots, underscores and hyphens
     * @param name the name
     * @param expression the expression, in the symbols of the operands
     * @param source where the formula is defined
     * @return the formula
     * @throws IllegalArgumentException if the code has any other form
     */
    public static Formula of(String id, Label name, String expression, String source) {
        return ImmutableFormula.of(id, name, expression, source);
    }

    @Value.Check
    final void check() {
        Codes.require(id(), "Formula");
    }
}
