package dev.saidao.policy.index;

/**
 * How the values of an indicator are changed, after they were divided and filled and before anything else; its goalposts and its
 * target are changed in the same way. All keep the order of the values.
 *
 * <p>Example: the income of the Human Development Index is {@link #LOGARITHM}, with goalposts 100 and 75,000.
 *
 * @since 0.1
 */
public enum Transformation {
    /** {@code ln x}; values must be positive. */
    LOGARITHM,
    /** {@code √x}; values must be 0 or more. */
    SQUARE_ROOT,
    /** {@code ∛x}. */
    CUBE_ROOT;

    /** The number as changed; not finite where that is not defined. */
    double of(double number) {
        return switch (this) {
            case LOGARITHM -> Math.log(number);
            case SQUARE_ROOT -> Math.sqrt(number);
            case CUBE_ROOT -> Math.cbrt(number);
        };
    }
}
