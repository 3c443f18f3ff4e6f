package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;

/**
 * Where in the growth of talent a measure comes in: selection, cultivation, use (选、育、用).
 *
 * @since 0.1
 */
public enum Stage {
    /** Selection and recognition (选). */
    SELECTION(Label.of("selection", "选")),
    /** Cultivation (育). */
    CULTIVATION(Label.of("cultivation", "育")),
    /** Use (用). */
    USE(Label.of("use", "用"));

    private final Label text;

    Stage(Label text) {
        this.text = text;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }
}
