package dev.saidao.samples.programs;

import java.util.Locale;

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
}
