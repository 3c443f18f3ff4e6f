package dev.saidao.policy.index;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Doubles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Where a score comes from.
 *
 * @param unit the unit
 * @param code the code of the indicator or aggregate
 * @param sources the sources of the cells at or below it, each once: those of the cells themselves, otherwise those of their
 *     indicators
 * @param steps what was done, in order; nothing where there is neither a value nor a score
 * @param status what stands behind the score, or why there is none
 * @since 0.1
 */
public record ScoreTrace(String unit, String code, List<String> sources, List<Step> steps, ScoreStatus status)
        implements Explained {

    /**
     * Copies the lists.
     *
     * @param unit the unit
     * @param code the code of the indicator or aggregate
     * @param sources the sources of the cells at or below it, each once: those of the cells themselves, otherwise those of their
     *     indicators
     * @param steps what was done, in order; nothing where there is neither a value nor a score
     * @param status what stands behind the score, or why there is none
     */
    public ScoreTrace {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
    }

    /** {@return the steps, with the status and the sources as notes} */
    @Override
    public Explanation explanation() {
        Label standing = Label.of("status " + status.code(), "状态 " + status.code());
        String named = String.join(", ", sources);
        return Explanation.of(
                steps.stream().map(step -> Label.same(step.toString())).toList(),
                sources.isEmpty()
                        ? List.of(standing)
                        : List.of(standing, Label.of("sources: " + named, "来源:" + named)));
    }

    /** {@return a line such as {@code DE, gdp: normalized (MIN_MAX) 12.5 → 0.4; complete}} */
    @Override
    public String toString() {
        return unit + ", " + code + ": " + steps.stream().map(Step::toString).collect(Collectors.joining(", ")) + "; "
                + status.code();
    }

    /**
     * A step between the value of a cell as given and its score.
     *
     * @since 0.1
     */
    public enum Treatment {
        /** Divided by the denominator of the indicator. */
        DENOMINATED,
        /** Missing, and something stands in for it. */
        FILLED,
        /** Moved inwards as an outlier. */
        WINSORISED,
        /** Replaced by its logarithm or its Box-Cox transform, like all values of the indicator. */
        TRANSFORMED,
        /** Made comparable with other indicators. */
        NORMALIZED,
        /** Formed of the scores below. */
        AGGREGATED;

        /** {@return the code in files: the name in lower case with hyphens} */
        public String code() {
            return Codes.ofName(name());
        }
    }

    /**
     * One step of the way from the value of a cell to its score.
     *
     * @param treatment what was done
     * @param method the name of the method in the recipe, or the code of the denominator
     * @param before the number before the step; empty where there was none
     * @param after the number after it
     * @since 0.1
     */
    public record Step(Treatment treatment, String method, OptionalDouble before, double after) {

        /** {@return the step for a reader, such as {@code normalized (MIN_MAX) 12.5 → 0.4}} */
        @Override
        public String toString() {
            return treatment.code() + " (" + method + ") "
                    + (before.isPresent() ? Doubles.shown(before.getAsDouble()) + " → " : "")
                    + Doubles.shown(after);
        }
    }
}
