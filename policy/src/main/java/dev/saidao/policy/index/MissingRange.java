package dev.saidao.policy.index;

/** What a cell of which nothing is known may be, for bounds of scores. */
public enum MissingRange {
    /** Any number at all. */
    UNLIMITED,
    /** A number that leaves lowest and highest value of the indicator to the units of which something is known. */
    OBSERVED
}
