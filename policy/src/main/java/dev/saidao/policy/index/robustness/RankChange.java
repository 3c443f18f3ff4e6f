package dev.saidao.policy.index.robustness;

/**
 * Why the rank of a unit changed from one result to another. A fall is positive, as a higher rank is a worse one; the three
 * parts add up to {@code to - from}.
 *
 * @param unit the unit
 * @param from its rank before
 * @param to its rank after
 * @param data the part of values that changed, where both results have one
 * @param method the part of other indicators, weights and steps
 * @param coverage the part of units and cells that came or went
 * @since 0.1
 */
public record RankChange(String unit, double from, double to, double data, double method, double coverage) {}
