package dev.saidao.core.relation;

import dev.saidao.core.convention.Label;

/**
 * Thrown where the units of members do not fit their relation or each other. It says why, in both languages.
 *
 * @since 0.1
 */
public final class UnitMisfitException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Not part of the serial form; the message has it in English. */
    private final transient Label reason;

    /**
     * Creates one.
     *
     * @param reason which units do not fit, and why
     */
    public UnitMisfitException(Label reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** {@return which units do not fit, and why} */
    public Label reason() {
        return reason;
    }
}
