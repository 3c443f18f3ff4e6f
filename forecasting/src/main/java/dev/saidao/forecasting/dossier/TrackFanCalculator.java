package dev.saidao.forecasting.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.indicator.Track;
import dev.saidao.forecasting.uncertainty.FanCalculator;
import dev.saidao.forecasting.uncertainty.Outcome;
import dev.saidao.forecasting.uncertainty.UncertaintyCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Draws the fans of the tracks of a dossier: for each track with one size and a rate whose years are named, both with two ends, what
 * the printed digits leave open over those years. The same dossier always gives the same fans.
 *
 * @since 0.1
 */
public final class TrackFanCalculator {

    private static final int RUNS = 20_000;
    private static final TrackFanCalculator DEFAULTS = new TrackFanCalculator(
            ReadingConvention.withDefaults(),
            FanCalculator.withDefaults()
                    .with(UncertaintyCalculator.withDefaults().withRuns(RUNS)));

    private final ReadingConvention reading;
    private final FanCalculator fans;

    private TrackFanCalculator(ReadingConvention reading, FanCalculator fans) {
        this.reading = reading;
        this.fans = fans;
    }

    /** {@return a calculator that reads figures by {@link ReadingConvention#withDefaults()} and draws each year from 20,000 runs} */
    public static TrackFanCalculator withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns a calculator that reads figures otherwise.
     *
     * @param reading how to read them
     * @return the calculator
     */
    public TrackFanCalculator with(ReadingConvention reading) {
        return new TrackFanCalculator(reading, fans);
    }

    /**
     * Returns a calculator with other runs or another seed.
     *
     * @param fans draws a fan
     * @return the calculator
     */
    public TrackFanCalculator with(FanCalculator fans) {
        return new TrackFanCalculator(reading, fans);
    }

    /**
     * Draws the fans of a dossier.
     *
     * @param dossier the dossier
     * @return the fans, and the tracks without one
     */
    public TrackFans fans(Dossier dossier) {
        List<MarketFan> drawn = new ArrayList<>();
        List<TrackFans.Missing> without = new ArrayList<>();
        int longest = 0;
        for (Track track : dossier.tracks()) {
            TrackFigures figures = TrackFigures.of(track, dossier);
            longest = Math.max(longest, figures.sizes().size());
            outcomes(figures)
                    .ifPresentOrElse(
                            outcomes -> drawn.add(fan(figures, outcomes)),
                            () -> without.add(TrackFans.Missing.of(
                                    track.subject().id(), track.subject().name(), why(figures))));
        }
        return TrackFans.of(drawn, without, series(longest));
    }

    private Optional<SortedMap<Integer, Outcome>> outcomes(TrackFigures figures) {
        return figures.sizes().size() == 1 && figures.spannedRate().isPresent()
                ? figures.outlook(reading).flatMap(fans::ofOutlook)
                : Optional.empty();
    }

    private static MarketFan fan(TrackFigures figures, SortedMap<Integer, Outcome> outcomes) {
        Figure size = figures.sizes().get(0);
        ImmutableMarketFan.Builder fan = MarketFan.builder()
                .track(figures.subject().id())
                .name(figures.subject().name())
                .unit(size.printed().orElseThrow().unit())
                .addFigures(size.id(), figures.spannedRate().orElseThrow().id());
        outcomes.forEach((year, outcome) -> fan.addRows(ImmutableRow.builder()
                .year(year)
                .low(outcome.quantile(0.05))
                .lowerQuarter(outcome.quantile(0.25))
                .median(outcome.median())
                .upperQuarter(outcome.quantile(0.75))
                .high(outcome.quantile(0.95))
                .build()));
        return fan.build();
    }

    private static Label why(TrackFigures figures) {
        boolean hasSize = !figures.sizes().isEmpty();
        if (!hasSize && figures.rate().isEmpty()) {
            return Label.of("neither a size nor a rate is given", "未给出规模与增长率");
        }
        if (!hasSize) {
            return Label.of("a rate without a size", "有增长率而无规模");
        }
        if (figures.rate().isEmpty()) {
            return Label.of("a size without a rate", "有规模而无增长率");
        }
        if (figures.spannedRate().isEmpty()) {
            return Label.of("the rate has no years", "增长率未注明年份");
        }
        if (figures.sizes().size() > 1) {
            return Label.of("sizes of several years leave nothing to one rate", "有多个年份的规模,不由单一增长率推算");
        }
        return Label.of("a figure has no upper end, so that none can be drawn", "某个数字没有上界,无法绘制");
    }

    private static Label series(int longest) {
        return longest < 2
                ? Label.of(
                        "No track has sizes of two years or more: there is no series to forecast from.",
                        "没有任何赛道给出两个以上年份的规模:无序列可供预测。")
                : Label.of(
                        "The longest series of a track has " + longest + " sizes.", "赛道中最长的序列有 " + longest + " 个规模数字。");
    }
}
