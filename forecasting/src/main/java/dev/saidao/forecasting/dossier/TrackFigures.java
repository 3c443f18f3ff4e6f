package dev.saidao.forecasting.dossier;

import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.quantity.Unit;
import dev.saidao.forecasting.market.MarketOutlook;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a track, by the part that they can play in an outlook.
 *
 * @param track the track
 * @param all all figures about it
 * @param sizes those that are amounts of money with a year
 * @param rate the first that is a growth rate, if there is one
 */
record TrackFigures(Track track, List<Figure> all, List<Figure> sizes, Optional<Figure> rate) {

    static TrackFigures of(Track track, Dossier dossier) {
        List<Figure> all = dossier.figuresOf(track.subject());
        return new TrackFigures(
                track,
                all,
                all.stream()
                        .filter(figure -> isOf(figure, Unit.Kind.MONEY)
                                && figure.period().lastYear().isPresent())
                        .toList(),
                all.stream()
                        .filter(figure -> isOf(figure, Unit.Kind.GROWTH_RATE))
                        .findFirst());
    }

    private static boolean isOf(Figure figure, Unit.Kind kind) {
        return figure.printed().filter(number -> number.unit().kind() == kind).isPresent();
    }

    Subject subject() {
        return track.subject();
    }

    /** The rate, if the source says for which years it holds. */
    Optional<Figure> spannedRate() {
        return rate.filter(TrackFigures::hasSpan);
    }

    static boolean hasSpan(Figure figure) {
        return figure.period().kind() == ReferencePeriod.Kind.SPAN;
    }

    /** The outlook, if there is a size. */
    Optional<MarketOutlook> outlook(ReadingConvention reading) {
        return sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(MarketOutlook.of(subject().name(), sizes, spannedRate(), reading));
    }
}
