package dev.saidao.forecasting.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.growth.DoublingMethod;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.indicator.Track;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.forecasting.market.ProjectionCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the figures of a dossier say of its tracks.
 *
 * <ul>
 *   <li>A track with a size, an amount of money with a year, has a path: as far as its growth rate names the years for which it
 *       holds, and between sizes of several years.
 *   <li>A track with a rate and no size, or with a size that the rate leads nowhere from, has the factor by which the rate
 *       multiplies its years and the time in which it doubles.
 *   <li>A track with neither has nothing.
 * </ul>
 *
 * <p>Example: 2388亿元 in 2030 at 73% from 2025 on is a path of six years that starts at 15.19 to 15.64 billion.
 *
 * @since 0.1
 */
public final class TrackOutlookCalculator {

    private static final GrowthCalculator GROWTH = GrowthCalculator.withDefaults();
    private static final TrackOutlookCalculator DEFAULTS =
            new TrackOutlookCalculator(ReadingConvention.withDefaults(), PeriodConvention.FROM_FIRST_YEAR);

    private final ReadingConvention reading;
    private final PeriodConvention period;

    private TrackOutlookCalculator(ReadingConvention reading, PeriodConvention period) {
        this.reading = reading;
        this.period = period;
    }

    /** {@return a calculator that reads figures by {@link ReadingConvention#withDefaults()} and counts steps from the first year of a span} */
    public static TrackOutlookCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that reads figures otherwise.
     *
     * @param reading how to read them
     * @return the calculator
     */
    public TrackOutlookCalculator with(ReadingConvention reading) {
        return new TrackOutlookCalculator(reading, period);
    }

    /**
     * Returns a calculator that counts steps otherwise.
     *
     * @param period how many steps a published span has
     * @return the calculator
     */
    public TrackOutlookCalculator with(PeriodConvention period) {
        return new TrackOutlookCalculator(reading, period);
    }

    /**
     * Finds what follows for every track of a dossier.
     *
     * @param dossier the dossier
     * @return an outlook for each track, in their order
     * @throws IllegalArgumentException if a track has two sizes of one year
     * @throws dev.saidao.core.quantity.UnitMismatchException if a track has sizes in two units
     */
    public List<TrackOutlook> outlooks(Dossier dossier) {
        return dossier.tracks().stream().map(track -> outlook(dossier, track)).toList();
    }

    /**
     * Finds what follows for a track of a dossier.
     *
     * @param dossier the dossier
     * @param track the track
     * @return its outlook
     * @throws IllegalArgumentException if the track has two sizes of one year
     * @throws dev.saidao.core.quantity.UnitMismatchException if the track has sizes in two units
     */
    public TrackOutlook outlook(Dossier dossier, Track track) {
        TrackFigures figures = TrackFigures.of(track, dossier);
        Optional<Projection> path = figures.outlook(reading)
                .map(outlook -> ProjectionCalculator.withDefaults().with(period).projection(outlook));
        List<Conclusion> conclusions = path.map(known -> ofPath(figures, known))
                .orElseGet(() -> figures.rate().map(rate -> ofRate(track, rate)).orElse(List.of()));
        return TrackOutlook.of(
                track,
                figures.all(),
                conclusions,
                path.filter(known -> known.rows().size() > 1));
    }

    /** The ends of a path tell it; the years between stand in its table. */
    private List<Conclusion> ofPath(TrackFigures figures, Projection path) {
        List<Projection.Row> derived =
                path.rows().stream().filter(row -> row.derivation().isPresent()).toList();
        if (derived.isEmpty()) {
            return List.of();
        }
        Track track = figures.track();
        List<Conclusion> conclusions = new ArrayList<>();
        conclusions.add(TrackOutlook.ofYear(track, derived.get(0)));
        Projection.Row last = derived.get(derived.size() - 1);
        if (last.year() > figures.sizes().get(0).period().lastYear().orElseThrow()) {
            conclusions.add(TrackOutlook.ofYear(track, last));
        }
        if (!derived.get(0).size().isInformative()) {
            figures.spannedRate().ifPresent(rate -> conclusions.addAll(ofRate(track, rate)));
        }
        return conclusions;
    }

    /** What a rate without a size tells: by how much its years multiply, and how long it takes to double. */
    private List<Conclusion> ofRate(Track track, Figure rate) {
        String id = track.subject().id();
        Operand operand = Operand.read(rate, reading);
        List<Conclusion> conclusions = new ArrayList<>();
        if (TrackFigures.hasSpan(rate)) {
            int steps = period.steps(rate.period());
            conclusions.add(Conclusion.of(
                    id + ".factor",
                    Label.of("multiplied in " + steps + " years by", steps + "年增至原来的"),
                    GROWTH.growthFactor(operand, Operand.steps(steps, period.convention()))));
        }
        conclusions.add(Conclusion.of(
                id + ".doubling",
                Label.of("doubles in", "翻一番需"),
                GROWTH.doublingTime(operand, DoublingMethod.COMPOUND)));
        return conclusions;
    }
}
