package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.policy.dossier.TalentOutlook;
import dev.saidao.policy.dossier.TargetPyramid;
import dev.saidao.policy.dossier.TargetStudy;
import dev.saidao.policy.talent.TalentTier;
import dev.saidao.samples.programs.page.BarChart;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.RangeChart;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/** The talent of a dossier: what would be employed by each print, the pyramid of the targets, and what they take. */
final class TalentCards {

    private final TalentOutlook talent;
    private final Kit kit;
    private final FigureWords words;

    TalentCards(DossierReport report, Kit kit, FigureWords words) {
        this.talent = report.talent();
        this.kit = kit;
        this.words = words;
    }

    List<Content> parts() {
        List<Content> cards = new ArrayList<>();
        if (!talent.wholes().isEmpty()) {
            cards.add(wholes(talent.wholes()));
        }
        talent.pyramid().ifPresent(pyramid -> cards.add(pyramid(pyramid)));
        trajectories(cards);
        List<Content> parts = new ArrayList<>();
        if (!cards.isEmpty()) {
            parts.add(kit.grid(cards));
        }
        talent.notAssessable().ifPresent(why -> parts.add(kit.paragraph(kit.in(why))));
        if (!talent.studies().isEmpty()) {
            parts.add(kit.drawer(
                    kit.text("What each target takes, by rounds and losses", "各目标在不同轮次与减员率下所需条件"),
                    List.of(kit.table(studies()))));
        }
        return parts;
    }

    private Content wholes(List<Conclusion> wholes) {
        String title = kit.text("What the figures imply", "由数字推得");
        BoundedQuantity first = wholes.get(0).result();
        boolean comparable = wholes.stream().allMatch(one -> one.result().unit().equals(first.unit()));
        List<Content> parts = new ArrayList<>();
        parts.add(kit.values(wholes.stream()
                .map(value -> new Kit.Value(
                        kit.in(value.what()) + kit.text(": ", ":"),
                        kit.known(value.result()),
                        List.of(kit.derivation(value.derivation()))))
                .toList()));
        if (comparable && wholes.size() > 1) {
            double greatest = wholes.stream()
                    .mapToDouble(one -> FigureWords.high(one.result()))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(1);
            RangeChart chart =
                    new RangeChart(title, Measure.of(first.unit(), greatest, kit.locale())).from(0, greatest);
            Table data = Table.of(title).columns("", kit.text("between", "范围"));
            for (int i = 0; i < wholes.size(); i++) {
                Conclusion whole = wholes.get(i);
                chart.row(
                        kit.in(whole.what()).replaceFirst("employed persons implied by ", ""),
                        "k" + (i % 8 + 1),
                        FigureWords.low(whole.result()),
                        FigureWords.high(whole.result()),
                        Double.NaN);
                data.row(kit.in(whole.what()), kit.known(whole.result()));
            }
            parts.add(kit.chart(new Chart(
                    title,
                    chart.svg(kit.list(wholes.stream()
                            .map(one -> kit.in(one.what()) + " " + kit.known(one.result()))
                            .toList())),
                    List.of(),
                    "",
                    data)));
        }
        return kit.card("", "", parts);
    }

    private Content pyramid(TargetPyramid pyramid) {
        String title = kit.text("Targets for ", "目标:")
                + pyramid.year()
                + kit.text(", ", "年,")
                + DossierTables.proportion(pyramid);
        List<TalentTier> tiers = pyramid.pyramid().tiers();
        Measure measure = Measure.of(tiers.get(0).headcount().value().unit(), 1, kit.locale());
        BarChart chart = new BarChart(title, measure);
        Table data = Table.of(title).columns(kit.text("tier", "层级"), kit.text("people", "人数"));
        List<String> told = new ArrayList<>();
        for (TalentTier tier : tiers) {
            BoundedQuantity size = tier.headcount().value();
            String shown = size.point().map(CsvText::brief).orElseGet(() -> kit.known(size));
            chart.row(
                    kit.in(tier.name()),
                    "k1",
                    size.point().map(Number::doubleValue).orElse(0.0),
                    shown);
            data.row(kit.in(tier.name()), kit.known(size));
            told.add(kit.in(tier.name()) + " " + shown);
        }
        return kit.card("", "", List.of(kit.chart(new Chart(title, chart.svg(kit.list(told)), List.of(), "", data))));
    }

    /** How a target comes nearer, for each assumption of losses, with the most rounds that are possible. */
    private void trajectories(List<Content> cards) {
        List<TargetStudy> drawn = talent.studies().stream()
                .filter(study -> !study.chances().isEmpty())
                .toList();
        int most = drawn.stream().mapToInt(TargetStudy::rounds).max().orElse(0);
        List<TargetStudy> shown =
                drawn.stream().filter(study -> study.rounds() == most).toList();
        if (shown.isEmpty()) {
            return;
        }
        String target = kit.in(shown.get(0).target());
        String title = target + kit.text(": people to expect", ":期望人数");
        LineChart chart = LineChart.overYears(title, Measure.plain(kit.text("persons", "人")));
        List<Chart.Key> legend = new ArrayList<>();
        Table data = Table.of(title)
                .columns(
                        kit.text("losses a year", "年减员率"),
                        kit.text("year", "年份"),
                        kit.text("expected", "期望"),
                        kit.text("5% to 95%", "5%—95%"),
                        kit.text("probability", "概率"));
        String[] styles = {"k3", "k1", "k2", "k4"};
        for (int i = 0; i < shown.size(); i++) {
            TargetStudy study = shown.get(i);
            String style = styles[i % styles.length];
            List<TargetStudy.Chance> chances = study.chances();
            double[] years =
                    chances.stream().mapToDouble(TargetStudy.Chance::year).toArray();
            chart.band(
                    style,
                    years,
                    chances.stream().mapToDouble(TargetStudy.Chance::low).toArray(),
                    chances.stream().mapToDouble(TargetStudy.Chance::high).toArray());
            chart.line(
                    style,
                    years,
                    chances.stream()
                            .mapToDouble(chance -> chance.expected().doubleValue())
                            .toArray());
            String loss = loss(study);
            legend.add(new Chart.Key(style, kit.text("losses of ", "年减员率 ") + loss + kit.text(" a year", "")));
            chances.forEach(chance -> data.row(
                    loss,
                    String.valueOf(chance.year()),
                    CsvText.brief(chance.expected()),
                    chance.low() + kit.text(" to ", "—") + chance.high(),
                    DossierTables.probability(chance)));
        }
        String description = kit.list(shown.stream()
                .map(study -> loss(study)
                        + kit.text(": ", ":")
                        + CsvText.brief(
                                study.chances().get(study.chances().size() - 1).expected()))
                .toList());
        String note = most
                + kit.text(" rounds: ", " 轮:")
                + kit.in(shown.get(0).counting())
                + kit.text(". Target: ", "。目标:")
                + words.printed(shown.get(0).figure())
                + kit.text(".", "。");
        cards.add(kit.card("", "", List.of(kit.chart(new Chart(title, chart.svg(description), legend, note, data)))));
    }

    private static String loss(TargetStudy study) {
        return study.loss().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private Table studies() {
        Table table = Table.of(kit.text(
                        "Losses a year are assumptions; nobody is there before, unless an opening stock is needed",
                        "年减员率为假设;除所需期初外,期初为零"))
                .columns(kit.text("target", "目标"))
                .numbers(
                        kit.text("rounds", "轮次"),
                        kit.text("losses", "减员"),
                        kit.text("expected", "期望"),
                        kit.text("opening needed", "所需期初"),
                        kit.text("round needed", "所需每轮"),
                        kit.text("or a year", "或每年"),
                        kit.text("probability", "概率"),
                        kit.text("opening for 90%", "九成把握所需期初"));
        for (TargetStudy study : talent.studies()) {
            List<TargetStudy.Chance> chances = study.chances();
            table.row(
                    kit.in(study.target()),
                    String.valueOf(study.rounds()),
                    loss(study),
                    point(study, TargetStudy.Quantity.EXPECTED),
                    point(study, TargetStudy.Quantity.OPENING),
                    point(study, TargetStudy.Quantity.ROUND_SIZE),
                    point(study, TargetStudy.Quantity.INTAKE),
                    chances.isEmpty() ? "–" : DossierTables.probability(chances.get(chances.size() - 1)),
                    study.openingForLikely().stream()
                            .findFirst()
                            .map(Object::toString)
                            .orElse("–"));
        }
        return table;
    }

    private String point(TargetStudy study, TargetStudy.Quantity quantity) {
        return study.value(quantity)
                .map(Conclusion::result)
                .map(result -> result.point().map(CsvText::brief).orElseGet(() -> kit.known(result)))
                .orElse("–");
    }
}
