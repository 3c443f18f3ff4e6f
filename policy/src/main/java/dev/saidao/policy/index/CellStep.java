package dev.saidao.policy.index;

import java.util.OptionalDouble;

/**
 * One step of the way from the value of a cell to its score.
 *
 * @param treatment what was done
 * @param method the name of the method in the recipe, or the code of the denominator
 * @param before the number before the step; empty where there was none
 * @param after the number after it
 */
public record CellStep(CellTreatment treatment, String method, OptionalDouble before, double after) {}
