package dev.saidao.samples.programs;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.indicator.Track;
import dev.saidao.policy.dossier.TrackComparison;
import dev.saidao.policy.dossier.TrackComparison.Column;
import dev.saidao.policy.index.CompositeBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How little of the table of tracks and indicators is filled, and what follows of an index over it.
 *
 * @param filled how many pairs of track and indicator have a figure
 * @param cells how many pairs there are
 * @param indicators the indicators
 * @param tracks the tracks
 */
record ComparisonReport(int filled, int cells, List<IndicatorRow> indicators, List<TrackRow> tracks) {

    /**
     * An indicator.
     *
     * @param id its id
     * @param name its name
     * @param tracks how many tracks have a figure of it
     * @param comparable whether those figures can be compared, or why not
     * @param values the figures
     */
    record IndicatorRow(String id, Label name, int tracks, Label comparable, List<Cell> values) {}

    /**
     * What is known of a track.
     *
     * @param track the id of its subject
     * @param figure the ids of the figures, separated by blanks
     * @param unit the unit
     * @param period the period
     * @param bounds between what ends the value lies
     */
    record Cell(String track, String figure, String unit, String period, Bounds bounds) {}

    /**
     * A track.
     *
     * @param number its number
     * @param id the id of its subject
     * @param name its name
     * @param cells how many indicators it has a figure of
     * @param lowestScore the lowest score of the index that it can have
     * @param highestScore the highest one
     * @param bestRank the best rank that it can have
     * @param worstRank the worst one
     */
    record TrackRow(
            int number,
            String id,
            Label name,
            int cells,
            double lowestScore,
            double highestScore,
            int bestRank,
            int worstRank) {}

    /** The comparison of the tracks of a dossier; none if it has no track with a number. */
    static Optional<ComparisonReport> of(Dossier dossier, ReadingConvention reading) {
        boolean isAny = dossier.tracks().stream()
                .flatMap(track -> dossier.figuresOf(track.subject()).stream())
                .anyMatch(figure -> figure.printed().isPresent());
        return isAny ? Optional.of(of(TrackComparison.of(dossier, reading))) : Optional.empty();
    }

    private static ComparisonReport of(TrackComparison comparison) {
        CompositeBounds bounds = comparison.bounds();
        List<IndicatorRow> indicators = comparison.indicators().stream()
                .map(indicator -> row(indicator, comparison))
                .toList();
        List<TrackRow> tracks = comparison.tracks().stream()
                .map(track -> row(track, indicators, bounds))
                .toList();
        return new ComparisonReport(comparison.filledCells(), comparison.cells(), indicators, tracks);
    }

    private static IndicatorRow row(Indicator indicator, TrackComparison comparison) {
        List<Column> columns = comparison.columns().stream()
                .filter(column -> column.indicator().equals(indicator))
                .toList();
        List<Cell> values = new ArrayList<>();
        for (Column column : columns) {
            for (Track track : comparison.tracks()) {
                String id = track.subject().id();
                comparison
                        .table()
                        .bounds(id, column.code())
                        .ifPresent(known -> values.add(new Cell(
                                id,
                                comparison.table().source(id, column.code()).orElse(""),
                                column.unit().toString(),
                                column.period().toString(),
                                known)));
            }
        }
        int tracks = (int) values.stream().map(Cell::track).distinct().count();
        return new IndicatorRow(indicator.id(), indicator.name(), tracks, comparable(columns, tracks), values);
    }

    private static Label comparable(List<Column> columns, int tracks) {
        if (tracks == 1) {
            return Label.of("nothing to compare with", "无可比对象");
        }
        boolean isOneUnit = columns.stream().map(Column::unit).distinct().count() == 1;
        if (columns.size() == 1) {
            return Label.of("yes", "可比");
        }
        if (isOneUnit) {
            // several columns of one unit are there for the sake of their periods
            return Label.of("periods differ or are not given", "时期不同或未注明");
        }
        boolean isOnePeriod = columns.stream().map(Column::period).distinct().count() == 1
                && columns.get(0).period().kind() != ReferencePeriod.Kind.UNDATED;
        return isOnePeriod
                ? Label.of("units differ", "单位不同")
                : Label.of("units differ, periods differ or are not given", "单位不同、时期不同或未注明");
    }

    private static TrackRow row(Track track, List<IndicatorRow> indicators, CompositeBounds bounds) {
        String id = track.subject().id();
        return new TrackRow(
                track.number(),
                id,
                track.subject().name(),
                (int) indicators.stream()
                        .filter(row -> row.values().stream()
                                .anyMatch(cell -> cell.track().equals(id)))
                        .count(),
                bounds.lowest(id, TrackComparison.INDEX).orElse(0),
                bounds.highest(id, TrackComparison.INDEX).orElse(1),
                bounds.bestRank(id, TrackComparison.INDEX).orElse(1),
                bounds.worstRank(id, TrackComparison.INDEX).orElse(indicators.size()));
    }

    /** What the bounds come to. */
    Label conclusion() {
        boolean isOpen = tracks.stream().allMatch(row -> row.bestRank() == 1 && row.worstRank() == tracks.size());
        return isOpen
                ? Label.of(
                        "The figures put no two tracks in order: each may have any rank from 1 to " + tracks.size()
                                + ".",
                        "这些数字不足以排出任何两个赛道的先后:各赛道第1至第" + tracks.size() + "名均有可能。")
                : Label.of(
                        "Bounds of an index of equal weights, whatever the figures are that nobody printed.",
                        "等权综合指数的上下界,不论未公布的数字为何。");
    }
}
