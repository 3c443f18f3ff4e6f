package dev.saidao.core.reading;

import dev.saidao.core.internal.Codes;
import org.immutables.value.Value;

/**
 * A number of a text that is no figure, and why.
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class LeftOut {

    /**
     * Why a number is no figure.
     *
     * @since 0.1
     */
    public enum Reason {
        /** It names a time: 2030年, the third quarter. */
        DATE,
        /** It says the place in an order: 第一, 7th, Table 4. */
        ORDINAL,
        /** It is part of a name: L3, ISO 9001, COVID-19. */
        NAME,
        /** It numbers the points of a list. */
        LIST,
        /** It is none of what is looked for: a page, a hotline, one of a few. */
        OTHER,
        /** What it counts or measures was not understood. */
        NOT_UNDERSTOOD;

        private final String code = Codes.ofName(name());

        /** {@return the name for files, such as {@code not-understood}} */
        public String code() {
            return code;
        }
    }

    LeftOut() {}

    /** {@return where it starts, an index into the text} */
    @Value.Parameter
    public abstract int start();

    /** {@return where it ends} */
    @Value.Parameter
    public abstract int end();

    /** {@return its characters} */
    @Value.Parameter
    public abstract String text();

    /** {@return why it was left out} */
    @Value.Parameter
    public abstract Reason reason();

    static LeftOut of(int start, int end, String text, Reason reason) {
        return ImmutableLeftOut.of(start, end, text, reason);
    }
}
