package dev.saidao.core.text;

import dev.saidao.core.internal.Decimals;

/** Thrown where a text is no figure. It carries the text and the place. */
public final class FigureParseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The text. */
    private final String text;

    /** The place. */
    private final int index;

    /**
     * Creates one.
     *
     * @param rule what the text must be there, such as {@code Unit must be known}
     * @param text the whole text
     * @param index the index of the first character that does not fit
     */
    public FigureParseException(String rule, String text, int index) {
        super(rule + " at index " + index + ": '" + Decimals.shown(text) + "'");
        this.text = text;
        this.index = index;
    }

    /** {@return the whole text} */
    public String text() {
        return text;
    }

    /** {@return the index of the first character that does not fit, 0 to the length of the text} */
    public int index() {
        return index;
    }
}
