package dev.saidao.samples.programs;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.indicator.Track;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import dev.saidao.forecasting.market.MarketOutlook;
import dev.saidao.forecasting.uncertainty.FanCalculator;
import dev.saidao.forecasting.uncertainty.Outcome;
import dev.saidao.forecasting.uncertainty.UncertaintyCalculator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where the bounds of figures allow a fan, and where there is nothing to forecast from.
 *
 * @param fans the fans
 * @param without the tracks without a fan, and why
 * @param series what can be said of forecasts from series
 */
record FanReport(List<Fan> fans, List<Without> without, Label series) {

    /**
     * The market of a track over the years.
     *
     * @param track the id of its subject
     * @param name its name
     * @param unit the unit
     * @param figures the figures it rests on
     * @param rows the years
     */
    record Fan(String track, Label name, String unit, List<String> figures, List<Row> rows) {}

    /**
     * A year, with quantiles of the size.
     *
     * @param year the year
     * @param low 5 % of cases are below
     * @param lowerQuarter 25 % are below
     * @param median half are below
     * @param upperQuarter 25 % are above
     * @param high 5 % are above
     */
    record Row(int year, double low, double lowerQuarter, double median, double upperQuarter, double high) {

        /** Its sizes for readers: the median, and the ends of nine tenths. */
        Label shown(Unit unit) {
            return Label.of(shown(unit, Locale.ENGLISH), shown(unit, Locale.CHINESE));
        }

        private String shown(Unit unit, Locale locale) {
            DisplayFormat numbers = DisplayFormat.of(locale);
            return numbers.format(unit.quantity(rounded(median))) + " "
                    + numbers.format(Bounds.closed(rounded(low), rounded(high)), unit);
        }

        private static BigDecimal rounded(double value) {
            return new BigDecimal(value).round(new MathContext(15));
        }
    }

    /**
     * A track without a fan.
     *
     * @param track the id of its subject
     * @param name its name
     * @param why what is missing
     */
    record Without(String track, Label name, Label why) {}

    private static final FanCalculator FANS = FanCalculator.withDefaults()
            .with(UncertaintyCalculator.withDefaults().withRuns(20_000));

    static FanReport of(Dossier dossier, ReadingConvention reading) {
        List<Fan> fans = new ArrayList<>();
        List<Without> without = new ArrayList<>();
        int longest = 0;
        for (Track track : dossier.tracks()) {
            Subject subject = track.subject();
            List<Figure> figures = dossier.figuresOf(subject);
            List<Figure> sizes = figures.stream().filter(DossierReport::isSize).toList();
            Optional<Figure> rate =
                    figures.stream().filter(DossierReport::isRate).findFirst();
            Optional<Figure> spanned = rate.filter(figure -> figure.period().kind() == ReferencePeriod.Kind.SPAN);
            longest = Math.max(longest, sizes.size());
            Optional<SortedMap<Integer, Outcome>> fan = sizes.size() == 1 && spanned.isPresent()
                    ? FANS.ofOutlook(MarketOutlook.of(subject.name(), sizes, spanned, reading))
                    : Optional.empty();
            if (fan.isPresent()) {
                fans.add(fan(subject, sizes.get(0), spanned.orElseThrow(), fan.get()));
            } else {
                without.add(new Without(subject.id(), subject.name(), why(sizes, rate, spanned)));
            }
        }
        return new FanReport(fans, without, series(longest));
    }

    private static Fan fan(Subject subject, Figure size, Figure rate, SortedMap<Integer, Outcome> outcomes) {
        List<Row> rows = new ArrayList<>();
        outcomes.forEach((year, outcome) -> rows.add(new Row(
                year,
                outcome.quantile(0.05),
                outcome.quantile(0.25),
                outcome.median(),
                outcome.quantile(0.75),
                outcome.quantile(0.95))));
        return new Fan(
                subject.id(),
                subject.name(),
                size.printed().orElseThrow().unit().toString(),
                List.of(size.id(), rate.id()),
                rows);
    }

    private static Label why(List<Figure> sizes, Optional<Figure> rate, Optional<Figure> spanned) {
        if (sizes.isEmpty() && rate.isEmpty()) {
            return Label.of("neither a size nor a rate is given", "未给出规模与增长率");
        }
        if (sizes.isEmpty()) {
            return Label.of("a rate without a size", "有增长率而无规模");
        }
        if (rate.isEmpty()) {
            return Label.of("a size without a rate", "有规模而无增长率");
        }
        if (spanned.isEmpty()) {
            return Label.of("the rate has no years", "增长率未注明年份");
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
