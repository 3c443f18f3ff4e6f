package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.forecasting.dossier.MarketFan;
import dev.saidao.forecasting.dossier.TrackFans;
import dev.saidao.forecasting.dossier.TrackOutlook;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.policy.dossier.ComparisonSummary;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The tracks of a dossier: a box for each of which something is printed; what is unknown of the others is said once. */
final class TrackCards {

    private final DossierReport report;
    private final Kit kit;
    private final FigureWords words;

    TrackCards(DossierReport report, Kit kit, FigureWords words) {
        this.report = report;
        this.kit = kit;
        this.words = words;
    }

    List<Content> parts() {
        if (report.tracks().isEmpty()) {
            return List.of();
        }
        List<Content> drawn = new ArrayList<>();
        List<Content> cards = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (TrackOutlook track : report.tracks()) {
            if (track.figures().stream().anyMatch(DossierTables::isQuantity)) {
                (hasChart(track) ? drawn : cards).add(card(track));
            } else {
                silent.add(kit.in(track.track().subject().name()));
            }
        }
        List<Content> parts = new ArrayList<>();
        parts.add(kit.grid(drawn));
        parts.add(kit.smallGrid(cards));
        if (!silent.isEmpty()) {
            parts.add(kit.paragraph(kit.text("Neither a size nor a growth rate is printed of: ", "以下赛道未印出规模或增长率:")
                    + kit.list(silent)
                    + kit.text(".", "。")));
        }
        parts.add(kit.paragraph(kit.in(report.fans().series())));
        report.comparison().ifPresent(comparison -> comparison(comparison, parts));
        return parts;
    }

    /** What a derivation remarks of its result, such as that nothing follows, which says more than the result itself. */
    private Optional<String> remark(List<Label> remarks) {
        return remarks.isEmpty()
                ? Optional.empty()
                : Optional.of(kit.list(remarks.stream().map(kit::in).toList()));
    }

    private Content card(TrackOutlook track) {
        List<Content> parts = new ArrayList<>();
        List<Kit.Value> values = new ArrayList<>();
        track.figures().stream()
                .filter(DossierTables::isQuantity)
                .forEach(figure -> values.add(Kit.Value.of(
                        kit.text("printed: ", "印出:") + kit.in(figure.indicator().name()) + kit.text(" ", " "),
                        words.printedWithPeriod(figure))));
        for (Conclusion conclusion : track.conclusions()) {
            values.add(new Kit.Value(
                    kit.text("follows: ", "推得:") + kit.in(conclusion.what()) + kit.text(" ", " "),
                    remark(conclusion.derivation().remarks()).orElseGet(() -> kit.known(conclusion.result())),
                    List.of(kit.derivation(conclusion.derivation()))));
        }
        parts.add(kit.values(values));
        if (hasChart(track)) {
            parts.add(kit.chart(chart(track, track.path().orElseThrow())));
            fan(track).map(this::spread).map(kit::chart).ifPresent(parts::add);
        }
        if (track.path().isEmpty() && track.conclusions().isEmpty()) {
            parts.add(kit.note(kit.text("One size alone: no path follows.", "仅有一个规模,推不出路径。")));
        }
        return kit.card(
                "",
                track.track().number() + " " + kit.in(track.track().subject().name()),
                parts);
    }

    private Optional<MarketFan> fan(TrackOutlook track) {
        TrackFans fans = report.fans();
        return fans.fans().stream()
                .filter(fan -> fan.track().equals(track.track().subject().id()))
                .findFirst();
    }

    /** Whether every year of the path has a point and finite bounds. */
    private static boolean hasChart(TrackOutlook track) {
        return track.isPathInformative()
                && track.path().isPresent()
                && track.path().get().rows().stream()
                        .allMatch(row -> row.size().point().isPresent()
                                && row.size().bounds().isBounded());
    }

    /** The path with what the digits allow and the fan. */
    private Chart chart(TrackOutlook track, Projection path) {
        List<Projection.Row> rows = path.rows();
        double[] years = of(rows, Projection.Row::year);
        double[] points = of(rows, row -> row.size().point().orElseThrow().doubleValue());
        String title = kit.in(track.track().subject().name()) + kit.text(": market size", ":市场规模");
        Measure measure = Measure.of(rows.get(0).size().unit(), points[points.length - 1], kit.locale());
        LineChart chart = LineChart.overYears(title, measure)
                .band(
                        "k1",
                        years,
                        of(rows, row -> FigureWords.low(row.size())),
                        of(rows, row -> FigureWords.high(row.size())));
        fan(track)
                .ifPresent(fan -> chart.band(
                        "inner k1",
                        of(fan.rows(), MarketFan.Row::year),
                        of(fan.rows(), MarketFan.Row::low),
                        of(fan.rows(), MarketFan.Row::high)));
        chart.line("k1", years, points);
        List<Projection.Row> printed = rows.stream()
                .filter(row -> row.basis() == Projection.Basis.PUBLISHED)
                .toList();
        List<Projection.Row> computed = rows.stream()
                .filter(row -> row.basis() != Projection.Basis.PUBLISHED)
                .toList();
        chart.rings("k1", of(computed, Projection.Row::year), of(computed, TrackCards::point));
        chart.dots("k2", of(printed, Projection.Row::year), of(printed, TrackCards::point));
        for (Projection.Row row : printed) {
            chart.mark(
                    row.operand()
                            .figure()
                            .map(figure -> words.original(figure.id()))
                            .orElse(""),
                    row.year(),
                    point(row));
        }
        Table data = Table.of(title).columns(kit.text("year", "年份"), kit.text("size", "规模"), kit.text("basis", "依据"));
        rows.forEach(row -> data.row(
                String.valueOf(row.year()),
                kit.known(row.size()),
                kit.in(row.basis().text())));
        Projection.Row first = rows.get(0);
        Projection.Row last = rows.get(rows.size() - 1);
        String description = first.year()
                + kit.text(": ", ":")
                + kit.known(first.size())
                + kit.text("; ", ";")
                + last.year()
                + kit.text(": ", ":")
                + kit.known(last.size());
        return new Chart(
                title,
                chart.svg(description),
                List.of(
                        new Chart.Key("k2", kit.text("printed", "印出")),
                        new Chart.Key("k1", kit.text("computed, with what the digits allow", "推算,及位数所容许的范围"))),
                "",
                data);
    }

    private static double point(Projection.Row row) {
        return row.size().point().orElseThrow().doubleValue();
    }

    /** How far the printed digits leave the size open; on the scale of the size itself it would not be seen. */
    private Chart spread(MarketFan fan) {
        String title = kit.text("What the printed digits leave open", "印出的位数所留的余地");
        double[] years = of(fan.rows(), MarketFan.Row::year);
        LineChart chart = LineChart.overYears(title, Measure.plain(kit.text("% of the median", "相对中位数的 %")))
                .close()
                .tall(140)
                .band(
                        "k1",
                        years,
                        of(fan.rows(), row -> percent(row.low(), row)),
                        of(fan.rows(), row -> percent(row.high(), row)))
                .band(
                        "inner k1",
                        years,
                        of(fan.rows(), row -> percent(row.lowerQuarter(), row)),
                        of(fan.rows(), row -> percent(row.upperQuarter(), row)))
                .line("k1", years, new double[years.length]);
        Table data = Table.of(title).columns(kit.text("year", "年份"), kit.text("median, 5% to 95%", "中位数,5%—95%"));
        fan.rows().forEach(row -> data.row(String.valueOf(row.year()), DossierTables.size(fan, row, kit.numbers())));
        return new Chart(
                title,
                chart.svg(kit.text("Nine cases in ten, and half of them", "九成与半数情形")),
                List.of(),
                kit.text("Dark: half of the cases; light: nine in ten. ", "深色:半数情形;浅色:九成情形。")
                        + DossierHeadline.capital(kit.in(MarketFan.ASSUMPTION))
                        + kit.text(".", "。"),
                data);
    }

    private static double percent(double value, MarketFan.Row row) {
        return 100 * (value / row.median() - 1);
    }

    private static <T> double[] of(List<T> rows, ToDoubleFunction<T> number) {
        return rows.stream().mapToDouble(number).toArray();
    }

    // ---- the tracks beside each other ----

    private void comparison(ComparisonSummary comparison, List<Content> parts) {
        parts.add(kit.paragraph(kit.in(comparison.conclusion())
                + kit.text(" Of ", "")
                + comparison.cells()
                + kit.text(" pairs of track and indicator ", " 组赛道与指标中,")
                + comparison.filled()
                + kit.text(" have a figure.", " 组有数字。")));
        Table table = Table.of("")
                .columns(kit.text("indicator", "指标"), kit.text("tracks", "赛道数"), kit.text("comparable", "可比性"));
        comparison
                .indicators()
                .forEach(row -> table.row(
                        kit.in(row.name()),
                        row.tracks()
                                + kit.text(" of ", " / ")
                                + comparison.tracks().size(),
                        kit.in(row.comparable())));
        parts.add(kit.drawer(kit.text("What is printed of how many tracks", "各指标涉及多少赛道"), List.of(kit.table(table))));
    }
}
