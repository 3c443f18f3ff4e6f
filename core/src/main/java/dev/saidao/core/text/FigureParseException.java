package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Decimals;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where a text is no figure, no unit or no period. It carries the text, the place, what was expected there, and the
 * nearest text that would be read, and says so in English and Chinese.
 *
 * @since 0.1
 */
public final class FigureParseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The text. */
    private final String text;

    /** The place. */
    private final int index;

    /** Not part of the serial form; the message has it. */
    private final transient Label expected;

    /** Not part of the serial form; the message has it. */
    private final transient @Nullable Supplier<Optional<String>> nearest;

    /**
     * Creates one.
     *
     * @param expected what the text must be there, such as {@code Unit must be known}
     * @param text the whole text
     * @param index the index of the first character that does not fit
     * @param nearest a text near to it that would be read, if there is one
     */
    public FigureParseException(Label expected, String text, int index, Optional<String> nearest) {
        this(expected, text, index, () -> nearest);
    }

    /** Searches for a near text when it is asked for: most refusals inside a reader are seen by nobody. */
    FigureParseException(Label expected, String text, int index, Supplier<Optional<String>> nearest) {
        super(message(expected.en(), text, index));
        this.text = text;
        this.index = index;
        this.expected = expected;
        this.nearest = nearest;
    }

    private static String message(String rule, String text, int index) {
        return rule + " at index " + index + ": '" + Decimals.shown(text) + "'";
    }

    @Override
    public String getMessage() {
        return super.getMessage()
                + nearest()
                        .map(near -> "; read would be '" + Decimals.shown(near) + "'")
                        .orElse("");
    }

    /** {@return the whole text} */
    public String text() {
        return text;
    }

    /** {@return the index of the first character that does not fit, 0 to the length of the text} */
    public int index() {
        return index;
    }

    /** {@return what was read of the text before the place that does not fit} */
    public String read() {
        return text.substring(0, index);
    }

    /** {@return what the text must be at that place} */
    public Label expected() {
        return expected;
    }

    /** {@return a text near to this one that would be read, if there is one} */
    public Optional<String> nearest() {
        return nearest == null ? Optional.empty() : nearest.get();
    }

    /** {@return the whole message for a reader; in English it is {@link #getMessage}} */
    public Label label() {
        String shown = Decimals.shown(text);
        String zh = expected.zh() + "（第" + (index + 1) + "个字符处）：“" + shown + "”"
                + nearest().map(near -> "；可以读作“" + Decimals.shown(near) + "”").orElse("");
        return Label.of(String.valueOf(getMessage()), zh);
    }
}
