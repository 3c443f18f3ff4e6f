package dev.saidao.core.quantity;

/**
 * Thrown where two quantities meet whose units must be the same and are not. It carries both.
 *
 * @since 0.1
 */
public final class UnitMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Not part of the serial form; the message has it. */
    private final transient Unit expected;

    /** Not part of the serial form; the message has it. */
    private final transient Unit found;

    /**
     * Creates one.
     *
     * @param expected the unit of the first quantity
     * @param found the unit of the other
     */
    public UnitMismatchException(Unit expected, Unit found) {
        super("Units must be the same: " + expected + " and " + found);
        this.expected = expected;
        this.found = found;
    }

    /** {@return the unit of the first quantity} */
    public Unit expected() {
        return expected;
    }

    /** {@return the unit of the other quantity} */
    public Unit found() {
        return found;
    }
}
