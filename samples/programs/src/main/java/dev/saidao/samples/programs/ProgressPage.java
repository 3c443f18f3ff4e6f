package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import dev.saidao.policy.target.JudgedSeries;
import dev.saidao.policy.target.ProgressGroup;
import dev.saidao.policy.target.ProgressRow;
import dev.saidao.policy.target.ProgressStatus;
import dev.saidao.policy.target.ProgressThresholds;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Progress to targets as a page: how many are on the way, the goals, and each indicator with its path to the target. */
final class ProgressPage {

    private static final int MOST_CARDS = 200;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_NAMED = 5;

    private final OnTrackProgram.Report report;
    private final Collection<ProgressRow> unjudged;
    private final Kit kit;
    private final StatusSigns signs;
    private final ProgressCard cards;

    private ProgressPage(
            OnTrackProgram.Report report, Collection<ProgressRow> unjudged, Map<String, Label> names, Kit kit) {
        this.report = report;
        this.unjudged = unjudged;
        this.kit = kit;
        this.signs = new StatusSigns(kit);
        this.cards = new ProgressCard(kit, signs, names);
    }

    /** The page, which opens in a language; series without a value are only named. Names are by id, where the table gives them. */
    static Page of(
            OnTrackProgram.Report report, Collection<ProgressRow> unjudged, Map<String, Label> names, Locale opening) {
        return Page.of(opening, kit -> new ProgressPage(report, unjudged, names, kit).body());
    }

    private Body body() {
        ProgressThresholds thresholds = report.thresholds();
        Body body = kit.body(
                kit.text("Progress to targets", "目标进展"), kit.text("Judged by: ", "评估方法:") + kit.in(thresholds.name()));
        Map<ProgressStatus, Integer> counts = counts();
        body.headline(sentence(counts), "");
        behind(body);
        if (!unjudged.isEmpty()) {
            body.headline(
                    kit.text("Without a value: ", "没有数值:")
                            + named(unjudged.stream().map(cards::name).toList())
                            + kit.text(".", "。"),
                    "");
        }
        List<Content> overview = new ArrayList<>();
        overview.add(kit.tiles(counts.entrySet().stream()
                .map(entry -> new Kit.Tile(
                        String.valueOf(entry.getValue()),
                        kit.in(entry.getKey().text()),
                        StatusSigns.style(entry.getKey())))
                .toList()));
        List<Content> indicators = new ArrayList<>();
        indicators.add(kit.grid(
                report.series().stream().limit(MOST_CARDS).map(cards::card).toList()));
        if (report.series().size() > MOST_CARDS) {
            indicators.add(kit.note(kit.text("The first ", "仅以图列出前 ")
                    + MOST_CARDS
                    + kit.text(" are drawn; the table has all.", " 个;全部见表。")));
        }
        indicators.add(kit.drawer(kit.text("All as a table", "全部列表"), List.of(kit.table(table()))));
        return body.section("overview", kit.text("Overview", "总览"), overview)
                .section("goals", kit.text("Goals", "目标组"), goals())
                .section("indicators", kit.text("Indicators", "指标"), indicators)
                .foot(scale(thresholds));
    }

    /** How often each status is there; what may be one of several counts as not assessable. */
    private Map<ProgressStatus, Integer> counts() {
        Map<ProgressStatus, Integer> counts = new EnumMap<>(ProgressStatus.class);
        report.series()
                .forEach(one ->
                        counts.merge(one.assessment().status().orElse(ProgressStatus.NOT_ASSESSABLE), 1, Integer::sum));
        if (!unjudged.isEmpty()) {
            counts.merge(ProgressStatus.NOT_ASSESSABLE, unjudged.size(), Integer::sum);
        }
        return counts;
    }

    private String sentence(Map<ProgressStatus, Integer> counts) {
        int all = report.series().size() + unjudged.size();
        return all
                + kit.text(all == 1 ? " indicator: " : " indicators: ", " 个指标:")
                + kit.list(counts.entrySet().stream()
                        .map(entry -> kit.in(entry.getKey().text()) + " " + entry.getValue())
                        .toList())
                + kit.text(".", "。");
    }

    private void behind(Body body) {
        List<JudgedSeries> behind = report.series().stream()
                .filter(one -> one.assessment().possibleStatuses().stream()
                        .noneMatch(status ->
                                StatusSigns.style(status).equals("good") || status == ProgressStatus.NOT_ASSESSABLE))
                .toList();
        if (behind.isEmpty()) {
            return;
        }
        body.headline(
                kit.text("Behind: ", "落后:")
                        + named(behind.stream()
                                .map(one -> cards.name(one.row())
                                        + kit.text(" (", "(")
                                        + signs.text(one.assessment().possibleStatuses())
                                        + kit.text(")", ")"))
                                .toList())
                        + kit.text(".", "。"),
                "contradicts");
    }

    private String named(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return kit.list(names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (more > 0 ? kit.text(" and " + more + " more", "等,另有 " + more + " 个") : "");
    }

    private List<Content> goals() {
        List<ProgressGroup> groups = report.groups().stream()
                .filter(group -> !group.path().isEmpty())
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        List<Content> cards = groups.stream()
                .filter(group -> group.indicator().isEmpty() && group.path().size() == 1)
                .map(group -> kit.card(
                        "",
                        name(group),
                        List.of(
                                kit.marks(signs.marks(group.summary().possibleStatuses())),
                                kit.paragraph(kit.in(group.summary().reason())))))
                .toList();
        Table table = Table.of("")
                .columns(kit.text("goal", "目标组"), kit.text("status", "状态"))
                .numbers(kit.text("score", "得分"), kit.text("members", "成员数"));
        groups.forEach(group -> table.row(
                name(group),
                signs.text(group.summary().possibleStatuses()),
                group.summary().score().map(ProgressCard::number).orElse("–"),
                String.valueOf(group.summary().members())));
        return List.of(
                kit.smallGrid(cards), kit.drawer(kit.text("All groups as a table", "各组列表"), List.of(kit.table(table))));
    }

    private static String name(ProgressGroup group) {
        String path = String.join(" > ", group.path());
        return group.indicator().map(indicator -> path + ": " + indicator).orElse(path);
    }

    private Table table() {
        Table table = Table.of("")
                .columns(
                        kit.text("indicator", "指标"),
                        kit.text("status", "状态"),
                        kit.text("latest value", "最新值"),
                        kit.text("target", "目标值"));
        report.series().stream()
                .limit(MOST_ROWS)
                .forEach(one -> table.row(
                        cards.name(one.row()),
                        signs.text(one.assessment().possibleStatuses()),
                        one.row()
                                .latest()
                                .map(latest -> kit.known(latest.value().value())
                                        + kit.text(" in ", ",")
                                        + latest.year()
                                        + kit.text("", "年"))
                                .orElse(""),
                        one.row()
                                .target()
                                .flatMap(target -> target.value()
                                        .map(value -> kit.known(value.value())
                                                + kit.text(" by ", ",")
                                                + target.year().orElseThrow()
                                                + kit.text("", "年")))
                                .orElse("")));
        return table;
    }

    /** From where on each status is given. */
    private String scale(ProgressThresholds thresholds) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < thresholds.withTarget().size(); i++) {
            steps.add(kit.in(thresholds.scheme().statuses(true).get(i).text())
                    + kit.text(" from ", " ≥ ")
                    + CsvText.brief(thresholds.withTarget().get(i).movePointRight(2))
                    + "%");
        }
        return kit.text("Towards a target the measure of the scheme is held against: ", "对有目标的指标,该方法的衡量值按下列界限评定:")
                + kit.list(steps)
                + kit.text(".", "。");
    }
}
