package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * Whether figures can be true together, from best to worst; of those that hold the first is given.
 *
 * @since 0.1
 */
public enum Verdict {
    /** The value implied by the printed digits of the others, rounded to the printed place, is the printed number. */
    AGREES(Label.of("agrees", "一致")),
    /** They can be true together if each is off by no more than half a unit of its last place. */
    AGREES_WITHIN_ROUNDING(Label.of("agrees within rounding", "在舍入误差内一致")),
    /** They can be true together only because a word such as "over" or "about" leaves room. */
    AGREES_AS_BOUND(Label.of("agrees as a bound", "按界限一致")),
    /** They can be true together under another convention, which is named: other steps, truncated digits. */
    AGREES_UNDER_OTHER_CONVENTION(Label.of("agrees under another convention", "按另一约定一致")),
    /** They cannot be true together. */
    CONTRADICTS(Label.of("contradicts", "矛盾")),
    /** Something is missing, so nothing can be said. This is not a pass. */
    NOT_CHECKABLE(Label.of("not checkable", "无法核验"));

    private final Label text;
    private final String code = Codes.ofName(name());

    Verdict(Label text) {
        this.text = text;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }

    /** {@return the name for files, such as {@code agrees-within-rounding}} */
    public String code() {
        return code;
    }

    /** {@return whether the figures agree by the convention that was first assumed} */
    public boolean isAgreement() {
        return compareTo(AGREES_UNDER_OTHER_CONVENTION) < 0;
    }
}
