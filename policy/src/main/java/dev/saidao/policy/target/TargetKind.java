package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;

/**
 * What a target statement speaks of.
 *
 * @since 0.1
 */
public enum TargetKind {
    /** A size: 300 craftsmen. */
    LEVEL(Label.of("level", "水平")),
    /** A part of a whole: 20% of the employed. */
    SHARE(Label.of("share", "占比")),
    /** Sizes to each other: 1:10:50. */
    RATIO(Label.of("ratio", "比例")),
    /** So many of every n: 200 of every 10,000. */
    DENSITY(Label.of("density", "密度")),
    /** A mean that is to stay below something: an average age under 40. */
    AVERAGE_BELOW(Label.of("average below", "均值低于")),
    /** So many every so many years: about 50 every two years. */
    CADENCE(Label.of("cadence", "周期数量"));

    private final Label text;

    TargetKind(Label text) {
        this.text = text;
    }

    /** {@return the name for readers} */
    public Label text() {
        return text;
    }
}
