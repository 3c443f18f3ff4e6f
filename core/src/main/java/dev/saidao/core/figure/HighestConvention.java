package dev.saidao.core.figure;

import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * What "as high as" (高达) means.
 *
 * @since 0.1
 */
public enum HighestConvention {
    /** The number itself, said with emphasis, as is usual in Chinese reports. The default. */
    EMPHASIS(Label.of("as high as means the number, said with emphasis", "高达即该数,含强调")),
    /** The highest of several numbers: the number or less. */
    CEILING(Label.of("as high as means the number or less", "高达即不超过该数"));

    private final Convention convention;

    HighestConvention(Label text) {
        this.convention = Convention.of("highest." + Codes.ofName(name()), text);
    }

    /** {@return the name and the text of this convention} */
    public Convention convention() {
        return convention;
    }
}
