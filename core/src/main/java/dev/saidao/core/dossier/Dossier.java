package dev.saidao.core.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.internal.Codes;
import dev.saidao.core.internal.Require;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.RelationKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Figures of one occasion, with their sources, subjects and indicators, the tracks they are about, and the relations that tie
 * them.
 *
 * <p>In JSON the sources, subjects and indicators stand first; tracks and figures refer to them by id.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDossier.class)
@JsonDeserialize(as = ImmutableDossier.class)
public abstract class Dossier {

    /** The version of the JSON form. */
    public static final String FORMAT = "saidao-dossier/1";

    Dossier() {}

    /** {@return the version of the JSON form, {@value #FORMAT}, which is the default} */
    @Value.Default
    public String format() {
        return FORMAT;
    }

    /** {@return the code of the dossier, such as {@code 2026}} */
    public abstract String id();

    /** {@return what it is called} */
    public abstract Label title();

    /** {@return the sources of the figures} */
    public abstract List<Source> sources();

    /** {@return the subjects of the figures} */
    public abstract List<Subject> subjects();

    /** {@return the indicators of the figures} */
    public abstract List<Indicator> indicators();

    /** {@return the tracks, in the order of their numbers} */
    public abstract List<Track> tracks();

    /** {@return the figures} */
    public abstract List<Figure> figures();

    /** {@return the relations between the figures, and between them and others that nobody printed; perhaps none} */
    public abstract List<FigureRelation> relations();

    /** {@return a builder; id and title must be set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds dossiers.
     *
     * @since 0.1
     */
    public static final class Builder extends ImmutableDossier.Builder {
        Builder() {}
    }

    /**
     * Returns a figure by its id.
     *
     * @param id such as {@code B-01}
     * @return the figure
     * @throws IllegalArgumentException if there is none
     */
    public final Figure figure(String id) {
        return figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Figure must be in dossier " + id() + ": " + id));
    }

    /**
     * Returns the figures about a subject.
     *
     * @param subject the subject
     * @return its figures in their order, perhaps none
     */
    public final List<Figure> figuresOf(Subject subject) {
        return figures().stream()
                .filter(figure -> figure.subject().equals(subject))
                .toList();
    }

    /**
     * Returns the first figure of an indicator about a subject.
     *
     * @param subject the subject
     * @param indicatorId the id of the indicator, such as {@code market-size}
     * @return the figure, if there is one
     */
    public final Optional<Figure> figureOf(Subject subject, String indicatorId) {
        return figuresOf(subject).stream()
                .filter(figure -> figure.indicator().id().equals(indicatorId))
                .findFirst();
    }

    /**
     * Returns what can be audited: the {@link #relations()}, and for each figure that enumerates things that they are as many as
     * was printed.
     *
     * @return the relations, those of enumerations last, with ids such as {@code listed-B-23}
     */
    public final List<FigureRelation> auditableRelations() {
        List<FigureRelation> all = new ArrayList<>(relations());
        for (Figure figure : figures()) {
            boolean counted = figure.printed()
                    .filter(number -> number.unit().kind() == Unit.Kind.COUNT)
                    .isPresent();
            if (counted && figure.asPublished().isPresent() && !figure.items().isEmpty()) {
                all.add(listed(figure));
            }
        }
        return List.copyOf(all);
    }

    private static FigureRelation listed(Figure figure) {
        Unit unit = figure.printed().orElseThrow().unit();
        String what =
                figure.subject().name().en() + ": " + figure.indicator().name().en();
        String zh =
                figure.subject().name().zh() + ":" + figure.indicator().name().zh();
        return FigureRelation.builder()
                .id("listed-" + figure.id())
                .kind(RelationKind.SAME)
                .name(Label.of(what + ", as many as are listed", zh + ",与所列一致"))
                .addMembers(
                        Member.constant(
                                "listed",
                                unit.quantity(BigDecimal.valueOf(figure.items().size()))),
                        Member.figure("printed", figure.id()))
                .build();
    }

    @Value.Check
    final void check() {
        Require.that(format().equals(FORMAT), "Format must be %s: %s", FORMAT, format());
        Codes.require(id(), "Dossier");
        requireDistinct(sources(), Source::id, "Source id");
        requireDistinct(subjects(), Subject::id, "Subject id");
        requireDistinct(indicators(), Indicator::id, "Indicator id");
        requireDistinct(figures(), Figure::id, "Figure id");
        requireDistinct(relations(), FigureRelation::id, "Relation id");
        requireDistinct(tracks(), Track::number, "Number of a track");
        requireDistinct(tracks(), Track::subject, "Subject of a track");
        Set<Source> sources = Set.copyOf(sources());
        Set<Subject> subjects = Set.copyOf(subjects());
        Set<Indicator> indicators = Set.copyOf(indicators());
        for (Track track : tracks()) {
            require(
                    subjects.contains(track.subject()),
                    "Subject of track " + track.number(),
                    track.subject().id());
        }
        for (Figure figure : figures()) {
            require(
                    sources.contains(figure.source()),
                    "Source of figure " + figure.id(),
                    figure.source().id());
            require(
                    subjects.contains(figure.subject()),
                    "Subject of figure " + figure.id(),
                    figure.subject().id());
            require(
                    indicators.contains(figure.indicator()),
                    "Indicator of figure " + figure.id(),
                    figure.indicator().id());
        }
    }

    private static <T, K> void requireDistinct(List<T> values, Function<T, K> key, String what) {
        Set<K> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(key.apply(value))) {
                throw new IllegalArgumentException(what + " must be given once: " + key.apply(value));
            }
        }
    }

    private static void require(boolean listed, String what, String id) {
        Require.that(listed, "%s must be listed in the dossier: %s", what, id);
    }
}
