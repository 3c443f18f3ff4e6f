package dev.saidao.policy.dossier;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.quantity.Unit;
import dev.saidao.policy.index.CompositeBounds;
import dev.saidao.policy.index.CompositeCalculator;
import dev.saidao.policy.index.CompositeRecipe;
import dev.saidao.policy.index.IndicatorFramework;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.IndicatorTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tracks of a dossier beside each other, by the indicators that their figures give.
 *
 * <p>Only like is compared with like: figures stand in one column if they are of one indicator, in one unit, for one stated
 * period. Figures without a period each have a column of their own. A cell holds the bounds of what the source said; its source is
 * the id of the figure.
 *
 * <p>{@link #bounds} says what follows of an index of equal weights over all indicators: usually little. No score is made up for
 * what nobody printed.
 *
 * @since 0.1
 */
public final class TrackComparison {

    /** The code of the index above all indicators. */
    public static final String INDEX = "index";

    private final List<Track> tracks;
    private final List<Column> columns;
    private final List<Indicator> indicators;
    private final IndicatorFramework framework;
    private final IndicatorTable table;

    private TrackComparison(Dossier dossier, ReadingConvention convention) {
        this.tracks = dossier.tracks();
        Map<Column, List<Figure>> cells = cells(dossier);
        this.columns = List.copyOf(cells.keySet());
        Set<Indicator> distinct = new LinkedHashSet<>();
        columns.forEach(column -> distinct.add(column.indicator()));
        this.indicators = List.copyOf(distinct);
        this.framework = framework(columns, indicators);
        IndicatorTable.Builder builder =
                IndicatorTable.builder(columns.stream().map(Column::code).toList());
        tracks.forEach(track -> builder.unit(track.subject().id()));
        cells.forEach((column, figures) -> add(column, figures, convention, builder));
        this.table = builder.build();
    }

    /**
     * What can be compared: the figures of one indicator, in one unit, for one period.
     *
     * @param code its code in the table
     * @param indicator the indicator
     * @param unit the unit
     * @param period the period, undated where the source gives none
     * @since 0.1
     */
    public record Column(String code, Indicator indicator, Unit unit, ReferencePeriod period) {}

    /** The key of a column; a figure without a period has its own. */
    private record Kind(Indicator indicator, Unit unit, ReferencePeriod period, Optional<String> figure) {}

    /**
     * Returns the comparison of the tracks of a dossier.
     *
     * @param dossier the dossier, with a track or more
     * @param convention how figures are read
     * @return the comparison
     * @throws IllegalArgumentException if the dossier has no track, or no track has a figure with a number
     */
    public static TrackComparison of(Dossier dossier, ReadingConvention convention) {
        return new TrackComparison(dossier, convention);
    }

    /**
     * Returns whether a track of a dossier has a figure with a number, so that there is something to compare.
     *
     * @param dossier the dossier
     * @return whether {@link #of} has an answer
     */
    public static boolean isPossible(Dossier dossier) {
        return dossier.tracks().stream()
                .flatMap(track -> dossier.figuresOf(track.subject()).stream())
                .anyMatch(figure -> figure.printed().isPresent());
    }

    private static Map<Column, List<Figure>> cells(Dossier dossier) {
        Map<Kind, List<Figure>> byKind = new LinkedHashMap<>();
        for (Track track : dossier.tracks()) {
            for (Figure figure : dossier.figuresOf(track.subject())) {
                figure.printed()
                        .ifPresent(printed -> byKind.computeIfAbsent(
                                        new Kind(
                                                figure.indicator(),
                                                printed.unit(),
                                                figure.period(),
                                                figure.period().kind() == ReferencePeriod.Kind.UNDATED
                                                        ? Optional.of(figure.id())
                                                        : Optional.empty()),
                                        kind -> new ArrayList<>())
                                .add(figure));
            }
        }
        if (byKind.isEmpty()) {
            throw new IllegalArgumentException("A track must have a figure with a number: " + dossier.id());
        }
        Map<Column, List<Figure>> cells = new LinkedHashMap<>();
        Map<Indicator, Integer> counts = new LinkedHashMap<>();
        byKind.forEach((kind, figures) -> {
            int number = counts.merge(kind.indicator(), 1, Integer::sum);
            String code = kind.indicator().id() + "." + number;
            cells.put(new Column(code, kind.indicator(), kind.unit(), kind.period()), figures);
        });
        return cells;
    }

    private static IndicatorFramework framework(List<Column> columns, List<Indicator> indicators) {
        List<IndicatorNode> nodes = new ArrayList<>();
        nodes.add(IndicatorNode.builder().code(INDEX).build());
        for (Indicator indicator : indicators) {
            nodes.add(IndicatorNode.builder()
                    .code(indicator.id())
                    .name(indicator.name())
                    .parent(INDEX)
                    .build());
        }
        for (Column column : columns) {
            nodes.add(IndicatorNode.builder()
                    .code(column.code())
                    .name(column.indicator().name())
                    .unit(column.unit().toString())
                    .year(column.period().lastYear())
                    .parent(column.indicator().id())
                    .build());
        }
        return IndicatorFramework.of(nodes);
    }

    /** Fills the cells of a column; where a track has several figures, with all that any of them allows. */
    private static void add(
            Column column, List<Figure> figures, ReadingConvention convention, IndicatorTable.Builder table) {
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (Figure figure : figures) {
            String track = figure.subject().id();
            Bounds read = figure.read(convention).map(BoundedQuantity::bounds).orElseThrow();
            bounds.merge(track, read, Bounds::hull);
            ids.merge(track, figure.id(), (one, other) -> one + " " + other);
        }
        bounds.forEach((track, read) -> table.set(track, column.code(), read));
        ids.forEach((track, id) -> table.source(track, column.code(), id));
    }

    /** {@return the tracks, in the order of the dossier} */
    public List<Track> tracks() {
        return tracks;
    }

    /** {@return the columns, in the order in which their first figure stands} */
    public List<Column> columns() {
        return columns;
    }

    /** {@return the indicators of which a track has a figure, in the order of the columns} */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** {@return the columns below their indicators, and these below the {@link #INDEX}; all of equal weight} */
    public IndicatorFramework framework() {
        return framework;
    }

    /** {@return the tracks by the ids of their subjects, and what is known of them} */
    public IndicatorTable table() {
        return table;
    }

    /**
     * Returns the columns of a pair of tracks.
     *
     * @param one the id of the subject of a track
     * @param other the id of the subject of another track
     * @return the columns in which something is known of both, in their order: all that the two can be compared by
     * @throws IllegalArgumentException if there is no such track
     */
    public List<Column> shared(String one, String other) {
        return columns.stream()
                .filter(column -> table.bounds(one, column.code()).isPresent()
                        && table.bounds(other, column.code()).isPresent())
                .toList();
    }

    /** {@return how many pairs of track and indicator have a figure} */
    public int filledCells() {
        return (int) indicators.stream()
                .mapToLong(indicator -> tracks.stream()
                        .filter(track -> columns.stream()
                                .anyMatch(column -> column.indicator().equals(indicator)
                                        && table.bounds(track.subject().id(), column.code())
                                                .isPresent()))
                        .count())
                .sum();
    }

    /** {@return how many pairs of track and indicator there are} */
    public int cells() {
        return indicators.size() * tracks.size();
    }

    /**
     * Computes between what ends the scores and ranks of the tracks lie, whatever the figures are that nobody printed: min-max from
     * 0 to 1, arithmetic means of equal weights, more of everything taken for better.
     *
     * @return the bounds
     */
    public CompositeBounds bounds() {
        return CompositeCalculator.withDefaults().bounds(framework, table, CompositeRecipe.withDefaults());
    }

    /**
     * Sums the comparison up: what is comparable, and what order of the tracks follows.
     *
     * @return the summary
     */
    public ComparisonSummary summary() {
        return new ComparisonSummaries(this).summary();
    }
}
