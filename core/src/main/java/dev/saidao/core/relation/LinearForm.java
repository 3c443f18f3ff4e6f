package dev.saidao.core.relation;

import dev.saidao.core.bounds.Bounds;
import java.util.Map;

/**
 * An equation as a sum of its unknown members: {@code coefficient × member + … + constant = 0}.
 *
 * @param coefficients what each unknown member is multiplied by, by role
 * @param constant what the other members come to
 * @since 0.1
 */
public record LinearForm(Map<String, Bounds> coefficients, Bounds constant) {

    /**
     * Copies the coefficients.
     *
     * @param coefficients what each unknown member is multiplied by, by role
     * @param constant what the other members come to
     */
    public LinearForm {
        coefficients = Map.copyOf(coefficients);
    }
}
