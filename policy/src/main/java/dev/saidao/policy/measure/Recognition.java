package dev.saidao.policy.measure;

import dev.saidao.core.convention.Label;
import java.util.List;

/**
 * Whether a candidate is recognized by a rule.
 *
 * @param outcome the outcome
 * @param granted what is granted; empty unless {@link Outcome#GRANTED}
 * @param reason the reason for readers
 * @param open the criteria that are not met or, if the outcome is {@link Outcome#UNDETERMINED}, the attributes that are not known
 * @since 0.1
 */
public record Recognition(Outcome outcome, List<Label> granted, Label reason, List<Label> open) {

    /**
     * Whether somebody is recognized.
     *
     * @since 0.1
     */
    public enum Outcome {
        /** All that must hold does. */
        GRANTED,
        /** Something that must hold does not. */
        NOT_GRANTED,
        /** What is known of the candidate does not decide it. */
        UNDETERMINED
    }

    /**
     * Copies the lists.
     *
     * @param outcome the outcome
     * @param granted what is granted
     * @param reason the reason for readers
     * @param open what is not met or not known
     */
    public Recognition {
        granted = List.copyOf(granted);
        open = List.copyOf(open);
    }
}
