package dev.saidao.forecasting.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.indicator.Track;
import dev.saidao.forecasting.market.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What the figures about a track say of it: what follows from them, and its path over the years if there is one.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTrackOutlook.class)
@JsonDeserialize(as = ImmutableTrackOutlook.class)
public abstract class TrackOutlook implements Explained {

    TrackOutlook() {}

    /** {@return the track} */
    @Value.Parameter
    public abstract Track track();

    /** {@return the figures about it, in the order of the dossier} */
    @Value.Parameter
    public abstract List<Figure> figures();

    /**
     * {@return what is worth a line: the ends of the path, as far as nobody printed them; by how much the rate multiplies its years
     * and how soon it doubles, where it leads to no size; perhaps nothing}
     */
    @Value.Parameter
    public abstract List<Conclusion> conclusions();

    /** {@return the size year by year; absent if no year besides a published one is covered} */
    @Value.Parameter
    public abstract Optional<Projection> path();

    static TrackOutlook of(Track track, List<Figure> figures, List<Conclusion> conclusions, Optional<Projection> path) {
        return ImmutableTrackOutlook.of(track, figures, conclusions, path);
    }

    @Override
    public final Explanation explanation() {
        return Explanation.of(
                everyConclusion().stream().map(Conclusion::derivation).toList(), List.of(), List.of());
    }

    /**
     * Returns whether the path has a year that nobody printed and of which something is known.
     *
     * @return whether it does; not if all sizes were printed, or every size is possible in those that were not
     */
    public final boolean isPathInformative() {
        return path().stream()
                .flatMap(path -> path.rows().stream())
                .anyMatch(row -> row.derivation().isPresent() && row.size().isInformative());
    }

    /** {@return every value that follows, each once: the years of the path that nobody printed, then the other conclusions} */
    public final List<Conclusion> everyConclusion() {
        List<Conclusion> every = new ArrayList<>();
        path().ifPresent(path -> path.rows().stream()
                .filter(row -> row.derivation().isPresent())
                .forEach(row -> every.add(conclusion(row))));
        conclusions().stream()
                .filter(one -> every.stream().noneMatch(other -> other.id().equals(one.id())))
                .forEach(every::add);
        return List.copyOf(every);
    }

    /**
     * Returns the size of a year of the path as a conclusion.
     *
     * @param row a row of the path that has a derivation
     * @return the conclusion, with an id such as {@code embodied-ai.2025}
     * @throws IllegalArgumentException if the size of the row was printed
     */
    public final Conclusion conclusion(Projection.Row row) {
        return ofYear(track(), row);
    }

    static Conclusion ofYear(Track track, Projection.Row row) {
        return Conclusion.of(
                track.subject().id() + "." + row.year(),
                Label.of("size in " + row.year(), row.year() + "年规模"),
                row.derivation()
                        .orElseThrow(() ->
                                new IllegalArgumentException("Size must be derived, not printed: " + row.year())));
    }
}
