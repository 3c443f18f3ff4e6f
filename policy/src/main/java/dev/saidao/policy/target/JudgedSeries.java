package dev.saidao.policy.target;

/**
 * A series of a file, and what was said of it.
 *
 * @param row the series with its target
 * @param assessment what a scheme says of it
 * @since 0.1
 */
public record JudgedSeries(ProgressRow row, ProgressAssessment assessment) {}
