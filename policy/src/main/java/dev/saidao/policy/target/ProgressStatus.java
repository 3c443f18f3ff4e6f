package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;

/**
 * What a published scheme says of the way to a target, from best to worst; each scheme has some of these.
 *
 * @since 0.1
 */
public enum ProgressStatus {
    /** The latest value meets the target. All schemes. */
    TARGET_ACHIEVED(Label.of("target achieved", "已达到目标")),
    /** Statistics Canada, UN. */
    ON_TRACK(Label.of("on track", "进展符合要求")),
    /** Eurostat. */
    SIGNIFICANT_PROGRESS(Label.of("significant progress", "进展显著")),
    /** Statistics Canada: progress made but acceleration needed. UN: fair progress, but acceleration is needed. */
    ACCELERATION_NEEDED(Label.of("progress made but acceleration needed", "有进展,但需加快")),
    /** Eurostat. */
    MODERATE_PROGRESS(Label.of("moderate progress", "进展一般")),
    /** Statistics Canada. */
    LIMITED_PROGRESS(Label.of("limited progress", "进展有限")),
    /** Eurostat, with a target only. */
    INSUFFICIENT_PROGRESS(Label.of("insufficient progress", "进展不足")),
    /** UN. */
    STAGNATION_OR_REGRESSION(Label.of("stagnation or regression", "停滞或倒退")),
    /** Statistics Canada. */
    DETERIORATION(Label.of("deterioration", "恶化")),
    /** Eurostat. */
    MOVEMENT_AWAY(Label.of("movement away", "背离目标")),
    /** The latest value is of a year after the target year, and does not meet the target. All schemes. */
    TARGET_MISSED(Label.of("target missed", "未按期达到目标")),
    /** The scheme has no answer for these numbers. All schemes. */
    NOT_ASSESSABLE(Label.of("not assessable", "无法评估"));

    private final Label text;
    private final String code = Codes.ofName(name());

    ProgressStatus(Label text) {
        this.text = text;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }

    /** {@return the name for files, such as {@code on-track}} */
    public String code() {
        return code;
    }
}
