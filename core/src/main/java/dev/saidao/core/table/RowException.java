package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.text.FigureParseException;

/**
 * Thrown by a {@link RowParser} to refuse a row: which column is at fault, and what it must be.
 *
 * @since 0.1
 */
public final class RowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The column. */
    private final String column;

    /** The rule. */
    private final transient Label rule;

    /**
     * Creates one.
     *
     * @param column the head of the column; empty if it is the whole row
     * @param rule what is expected, and what was read
     */
    public RowException(String column, Label rule) {
        super(rule.en());
        this.column = column;
        this.rule = rule;
    }

    /**
     * Creates one with a rule of a value, which is said in Chinese too where {@link RuleTexts} knows how.
     *
     * @param column the head of the column; empty if it is the whole row
     * @param rule what is expected, and what was read
     */
    public RowException(String column, String rule) {
        this(column, RuleTexts.label(rule));
    }

    /**
     * Creates one of what a value or a text was refused with.
     *
     * @param column the head of the column; empty if it is the whole row
     * @param why what was thrown
     */
    public RowException(String column, IllegalArgumentException why) {
        this(
                column,
                why instanceof FigureParseException text
                        ? text.label()
                        : RuleTexts.label(String.valueOf(why.getMessage())));
    }

    /** {@return the head of the column; empty if it is the whole row} */
    public String column() {
        return column;
    }

    /** {@return what is expected, and what was read} */
    public Label rule() {
        return rule;
    }
}
