package dev.saidao.samples.programs;

import dev.saidao.policy.index.CompositeBounds;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.coherence.CoherenceCalculator;
import dev.saidao.policy.index.coherence.CorrelationMethod;
import dev.saidao.policy.index.robustness.Robustness;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.index.robustness.VarianceShares;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Page;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A composite index as a page: the ranking with its parts, how far ranks rest on choices and gaps, how indicators go together. */
final class IndexPage {

    private static final int MOST_INDICATORS = 40;
    private static final int MOST_PROFILES = 300;
    private static final CoherenceCalculator COHERENCE = CoherenceCalculator.withDefaults();

    private final Input input;
    private final Kit kit;
    private final IndexCharts charts;

    /**
     * What is shown.
     *
     * @param result the index
     * @param bounds between what ends scores lie, if that was asked for
     * @param plan what was varied, if something was
     * @param ranks the ranks under the plan, by the code of the index
     * @param shares what share of the variance each choice has, by the code of the index
     * @param names what units and indicators are called
     */
    record Input(
            CompositeResult result,
            Optional<CompositeBounds> bounds,
            Optional<RobustnessPlan> plan,
            Map<String, Robustness> ranks,
            Map<String, VarianceShares> shares,
            Names names) {}

    private IndexPage(Input input, Kit kit) {
        this.input = input;
        this.kit = kit;
        this.charts = new IndexCharts(input, kit);
    }

    /** The page, which opens in a language. */
    static Page of(Input input, Locale opening) {
        return Page.of(opening, kit -> new IndexPage(input, kit).body());
    }

    /** The units with a score by rank. */
    static List<String> ranked(CompositeResult result, String code) {
        return result.units().stream()
                .filter(unit -> result.rank(unit, code).isPresent())
                .sorted(Comparator.comparingDouble(
                        unit -> result.rank(unit, code).orElseThrow()))
                .toList();
    }

    private Body body() {
        CompositeResult result = input.result();
        List<IndicatorNode> indexes = result.framework().nodes().stream()
                .filter(node -> node.parent().isEmpty()
                        && !result.framework().children(node.code()).isEmpty())
                .toList();
        String title = indexes.size() == 1 ? charts.name(indexes.get(0)) : kit.text("Composite index", "综合指数");
        Body body = kit.body(
                title,
                kit.text("Composite index of ", "综合指数:")
                        + result.units().size()
                        + kit.text(" units from ", " 个单位,")
                        + result.framework().indicators().size()
                        + kit.text(" indicators", " 个指标"));
        for (IndicatorNode index : indexes) {
            headline(index, indexes.size() > 1, body);
        }
        for (IndicatorNode index : indexes) {
            String of = indexes.size() > 1 ? kit.text(": ", ":") + charts.name(index) : "";
            List<String> ranked = ranked(result, index.code());
            if (!ranked.isEmpty()) {
                body.section("ranking-" + index.code(), kit.text("Ranking", "排名") + of, charts.ranking(index, ranked));
                body.section(
                        "ranks-" + index.code(),
                        kit.text("How far ranks rest on choices", "排名对方法选择的依赖") + of,
                        charts.uncertainty(index, ranked));
                body.section(
                        "bounds-" + index.code(),
                        kit.text("How far scores rest on missing values", "得分对缺失值的依赖") + of,
                        charts.bounds(index, ranked));
            }
        }
        return body.section("correlations", kit.text("How indicators go together", "指标间的相关"), correlations())
                .section("profiles", kit.text("Profiles", "各单位概况"), profiles(indexes))
                .foot(foot());
    }

    // ---- sentences ----

    private void headline(IndicatorNode index, boolean isNamed, Body body) {
        CompositeResult result = input.result();
        List<String> ranked = ranked(result, index.code());
        if (ranked.isEmpty()) {
            return;
        }
        List<String> first = ranked.stream()
                .limit(3)
                .map(unit -> charts.unit(unit) + " " + score(unit, index.code()))
                .toList();
        body.headline(
                (isNamed ? charts.name(index) + kit.text(": ", ":") : "")
                        + ranked.size()
                        + kit.text(" units are ranked. First: ", " 个单位参与排名。前列:")
                        + kit.list(first)
                        + kit.text(".", "。"),
                "");
        Robustness robustness = input.ranks().get(index.code());
        if (robustness != null && robustness.runs() > 1) {
            String leader = ranked.get(0);
            body.headline(
                    kit.text(
                                    "Over " + robustness.runs() + " runs with other choices behind the index ",
                                    "改变方法选择重算 " + robustness.runs() + " 次,九成结果中")
                            + charts.unit(leader)
                            + kit.text(" ranks ", "排名为 ")
                            + charts.ranks(robustness, leader)
                            + kit.text(" in nine of ten", "")
                            + robustness.meanRankShift().stream()
                                    .mapToObj(shift -> String.format(Locale.ROOT, "%.1f", shift))
                                    .map(shift -> kit.text(
                                            "; a rank moves by " + shift + " on average", ";各单位平均变动 " + shift + " 位"))
                                    .findFirst()
                                    .orElse("")
                            + kit.text(".", "。"),
                    "");
        }
    }

    private String score(String unit, String code) {
        return CsvText.briefOrDash(input.result().score(unit, code));
    }

    private String foot() {
        return kit.text(
                "Scores are computed by the recipe that is written beside this page; contributions add up to the score.",
                "得分按与本页一同写出的配方计算;各部分贡献相加为得分。");
    }

    // ---- sections ----

    private List<Content> correlations() {
        CompositeResult result = input.result();
        List<String> codes = result.framework().indicators().stream()
                .map(IndicatorNode::code)
                .filter(code ->
                        result.leftOut().stream().noneMatch(left -> left.code().equals(code)))
                .limit(MOST_INDICATORS)
                .toList();
        if (codes.size() < 2) {
            return List.of();
        }
        double[][] values = new double[codes.size()][codes.size()];
        for (int i = 0; i < codes.size(); i++) {
            values[i][i] = 1;
            for (int j = 0; j < i; j++) {
                Map<String, double[]> both = result.complete(List.of(codes.get(i), codes.get(j)));
                values[i][j] = COHERENCE
                        .correlation(
                                both.getOrDefault(codes.get(i), new double[0]),
                                both.getOrDefault(codes.get(j), new double[0]),
                                CorrelationMethod.PEARSON)
                        .orElse(Double.NaN);
                values[j][i] = values[i][j];
            }
        }
        return List.of(
                kit.heatMap(new Kit.HeatMap(
                        kit.text("Correlations of the indicators (Pearson), from -1 to 1", "指标之间的皮尔逊相关系数,-1 至 1"),
                        codes.stream()
                                .map(code -> charts.name(result.framework().node(code)))
                                .toList(),
                        Arrays.stream(values)
                                .map(row -> Arrays.stream(row).boxed().toList())
                                .toList())),
                kit.note(kit.text(
                        "Blue: they rise together. Orange: one rises as the other falls, so that they weigh against each other.",
                        "蓝色:同升同降。橙色:一升一降,在指数中相互抵消。")));
    }

    private List<Content> profiles(List<IndicatorNode> indexes) {
        if (indexes.isEmpty()) {
            return List.of();
        }
        IndicatorNode index = indexes.get(0);
        List<Content> profiles = new ArrayList<>();
        List<String> ranked = ranked(input.result(), index.code());
        for (String unit : ranked.stream().limit(MOST_PROFILES).toList()) {
            profiles.add(kit.card(
                    "",
                    "",
                    List.of(kit.drawer(
                            CsvText.briefOrDash(input.result()
                                            .rank(unit, index.code())
                                            .orElseThrow())
                                    + ". "
                                    + charts.unit(unit)
                                    + kit.text(": ", ":")
                                    + score(unit, index.code()),
                            charts.profile(index, unit)))));
        }
        List<Content> parts = new ArrayList<>();
        parts.add(kit.smallGrid(profiles));
        if (ranked.size() > MOST_PROFILES) {
            parts.add(kit.note(kit.text("The first ", "仅列前 ") + MOST_PROFILES + kit.text(" are listed.", " 个。")));
        }
        return parts;
    }
}
