package dev.saidao.policy.index;

import java.util.List;

/**
 * Where a score comes from.
 *
 * @param unit the unit
 * @param code the code of the indicator or aggregate
 * @param sources the sources of the cells at or below it, each once: those of the cells themselves, otherwise those of their
 *     indicators
 * @param steps what was done, in order; nothing where there is neither a value nor a score
 * @param status what stands behind the score, or why there is none
 */
public record ScoreTrace(String unit, String code, List<String> sources, List<CellStep> steps, ScoreStatus status) {

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
}
