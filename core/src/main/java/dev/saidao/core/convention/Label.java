package dev.saidao.core.convention;

import dev.saidao.core.internal.Require;
import java.util.Locale;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A text in English and in Chinese: a name, a title, a remark.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLabel.class)
@JsonDeserialize(as = ImmutableLabel.class)
public abstract class Label {

    Label() {}

    /** {@return the English text} */
    @Value.Parameter
    public abstract String en();

    /** {@return the Chinese text} */
    @Value.Parameter
    public abstract String zh();

    /**
     * Returns a label.
     *
     * @param en the English text, not blank
     * @param zh the Chinese text, not blank
     * @return the label
     * @throws IllegalArgumentException if a text is blank
     */
    public static Label of(String en, String zh) {
        return ImmutableLabel.of(en, zh);
    }

    /**
     * Returns a label that reads the same in both languages, such as a proper name.
     *
     * @param text the text, not blank
     * @return the label
     * @throws IllegalArgumentException if the text is blank
     */
    public static Label same(String text) {
        return of(text, text);
    }

    /**
     * Returns the text for a reader.
     *
     * @param locale the reader's language
     * @return the Chinese text for Chinese, the English one for every other language
     */
    public final String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh() : en();
    }

    @Value.Check
    final void check() {
        Require.that(!en().isBlank() && !zh().isBlank(), "Label must not be blank: en '%s', zh '%s'", en(), zh());
    }
}
