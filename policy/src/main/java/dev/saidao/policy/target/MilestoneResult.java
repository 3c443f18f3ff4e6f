package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.internal.Codes;
import java.util.Optional;

/**
 * Whether a milestone was met.
 *
 * @param milestone the milestone
 * @param observed the value of its year, if there is one
 * @param outcome what became of it
 * @since 0.1
 */
public record MilestoneResult(Observation milestone, Optional<Observation> observed, Outcome outcome) {

    /**
     * What became of a milestone.
     *
     * @since 0.1
     */
    public enum Outcome {
        /** The value of its year meets it. */
        MET(Label.of("met", "已达到")),
        /** The value of its year does not meet it. */
        MISSED(Label.of("missed", "未达到")),
        /** The value of its year may meet it or not. */
        UNDECIDED(Label.of("undecided", "无法确定")),
        /** Its year is past, and there is no value of it. */
        NO_VALUE(Label.of("no value", "无数值")),
        /** Its year is still to come. */
        AHEAD(Label.of("ahead", "未到期"));

        private final Label text;
        private final String code = Codes.ofName(name());

        Outcome(Label text) {
            this.text = text;
        }

        /** {@return the name for readers} */
        public Label text() {
            return text;
        }

        /** {@return the name for files, such as {@code no-value}} */
        public String code() {
            return code;
        }
    }
}
