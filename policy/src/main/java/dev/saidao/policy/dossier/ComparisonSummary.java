package dev.saidao.policy.dossier;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How little of the table of tracks and indicators is filled, and what follows of an index of equal weights over it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableComparisonSummary.class)
@JsonDeserialize(as = ImmutableComparisonSummary.class)
public abstract class ComparisonSummary {

    ComparisonSummary() {}

    /** {@return how many pairs of track and indicator have a figure} */
    @Value.Parameter
    public abstract int filled();

    /** {@return how many pairs there are} */
    @Value.Parameter
    public abstract int cells();

    /** {@return the indicators of which a track has a figure} */
    @Value.Parameter
    public abstract List<IndicatorRow> indicators();

    /** {@return the tracks} */
    @Value.Parameter
    public abstract List<TrackRow> tracks();

    /** {@return what the bounds come to: an order, or that there is none} */
    public final Label conclusion() {
        int last = tracks().size();
        boolean isOpen = tracks().stream().allMatch(row -> row.bestRank() == 1 && row.worstRank() == last);
        return isOpen
                ? Label.of(
                        "The figures put no two tracks in order: each may have any rank from 1 to " + last + ".",
                        "这些数字不足以排出任何两个赛道的先后:各赛道第1至第" + last + "名均有可能。")
                : Label.of(
                        "Bounds of an index of equal weights, whatever the figures are that nobody printed.",
                        "等权综合指数的上下界,不论未公布的数字为何。");
    }

    /**
     * An indicator.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableIndicatorRow.class)
    @JsonDeserialize(as = ImmutableIndicatorRow.class)
    public abstract static class IndicatorRow {

        IndicatorRow() {}

        /** {@return its id} */
        @Value.Parameter
        public abstract String id();

        /** {@return its name} */
        @Value.Parameter
        public abstract Label name();

        /** {@return how many tracks have a figure of it} */
        @Value.Parameter
        public abstract int tracks();

        /** {@return whether those figures can be compared, or why not} */
        @Value.Parameter
        public abstract Label comparable();

        /** {@return what is known of the tracks} */
        @Value.Parameter
        public abstract List<Cell> values();
    }

    /**
     * What is known of a track.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableCell.class)
    @JsonDeserialize(as = ImmutableCell.class)
    public abstract static class Cell {

        Cell() {}

        /** {@return the id of the subject of the track} */
        @Value.Parameter
        public abstract String track();

        /** {@return the ids of the figures, separated by blanks} */
        @Value.Parameter
        public abstract String figure();

        /** {@return the unit} */
        @Value.Parameter
        public abstract String unit();

        /** {@return the period} */
        @Value.Parameter
        public abstract String period();

        /** {@return between what ends the value lies} */
        @Value.Parameter
        public abstract Bounds bounds();
    }

    /**
     * A track.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableTrackRow.class)
    @JsonDeserialize(as = ImmutableTrackRow.class)
    public abstract static class TrackRow {

        TrackRow() {}

        /** {@return its number} */
        public abstract int number();

        /** {@return the id of its subject} */
        public abstract String id();

        /** {@return its name} */
        public abstract Label name();

        /** {@return of how many indicators it has a figure} */
        public abstract int cells();

        /** {@return the lowest score of the index that it can have, 0 to 1} */
        public abstract double lowestScore();

        /** {@return the highest one} */
        public abstract double highestScore();

        /** {@return the best rank that it can have, 1 or more} */
        public abstract int bestRank();

        /** {@return the worst one} */
        public abstract int worstRank();
    }
}
