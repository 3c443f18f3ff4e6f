package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import java.io.IOException;

/**
 * Thrown where a file as a whole cannot be read as a table.
 *
 * @since 0.1
 */
public final class TableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The rule. */
    private final transient Label rule;

    /**
     * Creates one.
     *
     * @param rule what the file must be, with its name
     */
    public TableException(Label rule) {
        super(Decimals.onItsLines(rule.en()));
        this.rule = safe(rule);
    }

    TableException(Label rule, Throwable cause) {
        super(Decimals.onItsLines(rule.en()), cause);
        this.rule = safe(rule);
    }

    static TableException of(String where, String en, String zh) {
        return new TableException(
                Label.of(Decimals.onOneLine(where + ": " + en), Decimals.onOneLine(where + ": " + zh)));
    }

    private static Label safe(Label rule) {
        return Label.of(Decimals.onItsLines(rule.en()), Decimals.onItsLines(rule.zh()));
    }

    /** {@return what the file must be, with its name} */
    public Label rule() {
        return rule;
    }
}
