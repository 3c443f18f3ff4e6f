package dev.saidao.policy.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.indicator.Track;
import dev.saidao.policy.dossier.ComparisonSummary.Cell;
import dev.saidao.policy.dossier.ComparisonSummary.IndicatorRow;
import dev.saidao.policy.dossier.ComparisonSummary.TrackRow;
import dev.saidao.policy.dossier.TrackComparison.Column;
import dev.saidao.policy.index.CompositeBounds;
import java.util.ArrayList;
import java.util.List;

/** Sums a comparison up. */
final class ComparisonSummaries {

    private final TrackComparison comparison;

    ComparisonSummaries(TrackComparison comparison) {
        this.comparison = comparison;
    }

    ComparisonSummary summary() {
        CompositeBounds bounds = comparison.bounds();
        List<IndicatorRow> indicators =
                comparison.indicators().stream().map(this::row).toList();
        return ImmutableComparisonSummary.of(
                comparison.filledCells(),
                comparison.cells(),
                indicators,
                comparison.tracks().stream()
                        .map(track -> row(track, indicators, bounds))
                        .toList());
    }

    private IndicatorRow row(Indicator indicator) {
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
                        .ifPresent(known -> values.add(ImmutableCell.of(
                                id,
                                comparison.table().source(id, column.code()).orElse(""),
                                column.unit().toString(),
                                column.period().toString(),
                                known)));
            }
        }
        int tracks = (int) values.stream().map(Cell::track).distinct().count();
        return ImmutableIndicatorRow.of(indicator.id(), indicator.name(), tracks, comparable(columns, tracks), values);
    }

    private static Label comparable(List<Column> columns, int tracks) {
        if (tracks == 1) {
            return Label.of("nothing to compare with", "无可比对象");
        }
        if (columns.size() == 1) {
            return Label.of("yes", "可比");
        }
        boolean isOneUnit = columns.stream().map(Column::unit).distinct().count() == 1;
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

    private TrackRow row(Track track, List<IndicatorRow> indicators, CompositeBounds bounds) {
        String id = track.subject().id();
        return ImmutableTrackRow.builder()
                .number(track.number())
                .id(id)
                .name(track.subject().name())
                .cells((int) indicators.stream()
                        .filter(row -> row.values().stream()
                                .anyMatch(cell -> cell.track().equals(id)))
                        .count())
                .lowestScore(bounds.lowest(id, TrackComparison.INDEX).orElse(0))
                .highestScore(bounds.highest(id, TrackComparison.INDEX).orElse(1))
                .bestRank(bounds.bestRank(id, TrackComparison.INDEX).orElse(1))
                .worstRank(bounds.worstRank(id, TrackComparison.INDEX)
                        .orElse(comparison.tracks().size()))
                .build();
    }
}
