package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;

/**
 * By what a measure works: the links of the policy chain training, evaluation, incentives, guarantees (培养、评价、激励、保障).
 *
 * @since 0.1
 */
public enum Instrument {
    /** Training (培养). */
    TRAINING(Label.of("training", "培养")),
    /** Evaluation, such as selection, certificates and titles (评价). */
    EVALUATION(Label.of("evaluation", "评价")),
    /** Incentives (激励). */
    INCENTIVE(Label.of("incentives", "激励")),
    /** Guarantees, such as places and services (保障). */
    GUARANTEE(Label.of("guarantees", "保障"));

    private final Label text;

    Instrument(Label text) {
        this.text = text;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }
}
