package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import java.util.Locale;
import java.util.Optional;

/** The language in which a program speaks. */
enum Language {
    en(Locale.ENGLISH),
    zh(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The text of this language. */
    String text(String en, String zh) {
        return this == Language.zh ? zh : en;
    }

    /** The reason of a verdict and, behind it, why it says little, if it does. */
    String text(String text, Optional<Label> weak) {
        return weak.isEmpty() ? text : text + text("; ", ";") + weak.get().in(locale);
    }
}
