package dev.saidao.samples.programs;

import dev.saidao.policy.index.CompositeBounds;
import dev.saidao.policy.index.CompositeResult;
import dev.saidao.policy.index.IndicatorNode;
import dev.saidao.policy.index.robustness.Robustness;
import dev.saidao.policy.index.robustness.RobustnessPlan;
import dev.saidao.policy.index.robustness.VarianceShares;
import dev.saidao.samples.programs.page.BarChart;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.RangeChart;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pictures of an index: ranking with parts, ranks with whiskers, scores between bounds, the profile of a unit. */
final class IndexCharts {

    private static final int MOST_DRAWN = 40;
    private static final int COLOURS = 8;
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final IndexPage.Input input;
    private final CompositeResult result;
    private final Kit kit;

    IndexCharts(IndexPage.Input input, Kit kit) {
        this.input = input;
        this.result = input.result();
        this.kit = kit;
    }

    String unit(String unit) {
        return input.names().of(unit, kit, unit);
    }

    String name(IndicatorNode node) {
        return input.names().of(node.code(), kit, kit.in(node.title()));
    }

    private List<String> drawn(List<String> ranked) {
        return ranked.subList(0, Math.min(MOST_DRAWN, ranked.size()));
    }

    private String more(List<String> ranked) {
        return ranked.size() <= MOST_DRAWN
                ? ""
                : kit.text("The first ", "图中为前 ") + MOST_DRAWN + kit.text("; the table has all.", " 位;全部见表。");
    }

    // ---- ranking ----

    List<Content> ranking(IndicatorNode index, List<String> ranked) {
        List<IndicatorNode> children = result.framework().children(index.code());
        String title = kit.text("Scores and what contributes to them", "得分及其构成");
        BarChart chart = new BarChart(title, Measure.plain(kit.text("points of the score", "分")));
        List<Chart.Key> legend = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            legend.add(new Chart.Key(colour(i), name(children.get(i))));
        }
        for (String unit : drawn(ranked)) {
            double score = result.score(unit, index.code()).orElseThrow();
            List<BarChart.Part> parts = parts(unit, index, children);
            chart.row(
                    unit(unit),
                    parts.isEmpty() ? List.of(new BarChart.Part("k1", score)) : parts,
                    CsvText.briefOrDash(score));
        }
        boolean hasParts = !parts(ranked.get(0), index, children).isEmpty();
        return card(kit.chart(new Chart(
                title,
                chart.svg(kit.list(drawn(ranked).stream()
                        .limit(5)
                        .map(unit -> unit(unit) + " " + CsvText.briefOrDash(result.score(unit, index.code())))
                        .toList())),
                hasParts ? legend : List.of(),
                more(ranked),
                scores(index, children, ranked))));
    }

    private List<Content> card(Content chart) {
        return List.of(kit.grid(List.of(kit.card("", "", List.of(chart)))));
    }

    private static String colour(int index) {
        return "k" + (index % COLOURS + 1);
    }

    /** What each child contributes; empty where an aggregation counts preferences, which have no parts. */
    private List<BarChart.Part> parts(String unit, IndicatorNode index, List<IndicatorNode> children) {
        Map<String, Double> contributions;
        try {
            contributions = result.contributions(unit, index.code());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        List<BarChart.Part> parts = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            List<String> below = result.framework().below(children.get(i).code());
            double sum = contributions.entrySet().stream()
                    .filter(entry -> below.contains(entry.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            parts.add(new BarChart.Part(colour(i), sum));
        }
        return parts;
    }

    private Table scores(IndicatorNode index, List<IndicatorNode> children, List<String> ranked) {
        Table table = Table.of("")
                .columns(kit.text("unit", "单位"))
                .numbers(kit.text("rank", "排名"), kit.text("score", "得分"))
                .numbers(children.stream().map(this::name).toArray(String[]::new));
        for (String unit : ranked) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(unit(unit)));
            cells.add(number(result.rank(unit, index.code()).orElse(Double.NaN)));
            cells.add(number(result.score(unit, index.code()).orElse(Double.NaN)));
            children.forEach(
                    child -> cells.add(number(result.score(unit, child.code()).orElse(Double.NaN))));
            table.row(cells);
        }
        return table;
    }

    private static Table.Cell number(double value) {
        return Table.Cell.of(CsvText.briefOrDash(value), value);
    }

    // ---- choices ----

    /** Between what ranks a unit stands in nine of ten runs. */
    String ranks(Robustness robustness, String unit) {
        String low = CsvText.briefOrDash(robustness.rankQuantile(unit, LOW));
        String high = CsvText.briefOrDash(robustness.rankQuantile(unit, HIGH));
        return low.equals(high) ? low : low + kit.text(" to ", "—") + high;
    }

    List<Content> uncertainty(IndicatorNode index, List<String> ranked) {
        Robustness robustness = input.ranks().get(index.code());
        if (robustness == null) {
            return List.of();
        }
        String title = kit.text("Ranks in nine of ten runs, and the rank of the index", "九成运行中的排名范围与指数排名");
        RangeChart chart = new RangeChart(title, Measure.plain(kit.text("rank", "位次"))).from(1, ranked.size());
        Table table = Table.of("")
                .columns(kit.text("unit", "单位"))
                .numbers(
                        kit.text("rank", "排名"),
                        kit.text("median", "中位数"),
                        kit.text("5% of runs", "5% 分位"),
                        kit.text("95% of runs", "95% 分位"));
        for (String unit : ranked) {
            table.row(List.of(
                    Table.Cell.of(unit(unit)),
                    number(result.rank(unit, index.code()).orElse(Double.NaN)),
                    number(robustness.medianRank(unit).orElse(Double.NaN)),
                    number(robustness.rankQuantile(unit, LOW).orElse(Double.NaN)),
                    number(robustness.rankQuantile(unit, HIGH).orElse(Double.NaN))));
        }
        drawn(ranked)
                .forEach(unit -> chart.row(
                        unit(unit),
                        "k1",
                        robustness.rankQuantile(unit, LOW).orElse(Double.NaN),
                        robustness.rankQuantile(unit, HIGH).orElse(Double.NaN),
                        result.rank(unit, index.code()).orElse(Double.NaN)));
        List<Content> parts = new ArrayList<>();
        parts.add(kit.chart(new Chart(
                title,
                chart.svg(kit.list(drawn(ranked).stream()
                        .limit(5)
                        .map(unit -> unit(unit) + " " + ranks(robustness, unit))
                        .toList())),
                List.of(
                        new Chart.Key("k1", kit.text("nine of ten runs", "九成运行")),
                        new Chart.Key("kopen", kit.text("upright line: rank of the index", "竖线:指数排名"))),
                more(ranked),
                table)));
        VarianceShares shares = input.shares().get(index.code());
        if (shares != null) {
            parts.add(shares(shares));
        }
        return List.of(kit.grid(
                parts.stream().map(part -> kit.card("", "", List.of(part))).toList()));
    }

    private Content shares(VarianceShares shares) {
        String title = kit.text("What share of the variation each choice has", "各项选择占变动的比重");
        RangeChart chart = new RangeChart(title, Measure.percent()).from(0, 1);
        Table table = Table.of("")
                .columns(kit.text("choice", "选择"))
                .numbers(kit.text("share, %", "比重(%)"), kit.text("low, %", "下限(%)"), kit.text("high, %", "上限(%)"));
        List<String> told = new ArrayList<>();
        for (VarianceShares.Estimate one : shares.estimates()) {
            chart.row(choice(one.factor()), "k3", one.firstLow(), one.firstHigh(), one.first());
            table.row(List.of(
                    Table.Cell.of(choice(one.factor())),
                    number(100 * one.first()),
                    number(100 * one.firstLow()),
                    number(100 * one.firstHigh())));
            told.add(choice(one.factor()) + " " + CsvText.briefOrDash(100 * one.first()) + "%");
        }
        return kit.chart(new Chart(
                title,
                chart.isDrawable() ? chart.svg(kit.list(told)) : "",
                List.of(),
                kit.text("The bar is the range of the estimate.", "横条为估计的范围。"),
                table));
    }

    private String choice(RobustnessPlan.Factor factor) {
        return switch (factor) {
            case WEIGHT_NOISE -> kit.text("moving the weights", "权重扰动");
            case WEIGHTING -> kit.text("way of weighting", "赋权方法");
            case NORMALIZATION -> kit.text("normalization", "标准化方法");
            case AGGREGATION -> kit.text("aggregation", "合成方法");
            case IMPUTATION -> kit.text("filling of gaps", "缺失值填补");
        };
    }

    // ---- gaps ----

    List<Content> bounds(IndicatorNode index, List<String> ranked) {
        if (input.bounds().isEmpty()) {
            return List.of();
        }
        CompositeBounds bounds = input.bounds().get();
        String title = kit.text("Scores whatever the missing values are", "无论缺失值为何,得分的范围");
        RangeChart chart = new RangeChart(title, Measure.plain(kit.text("score", "得分")));
        Table table = Table.of("")
                .columns(kit.text("unit", "单位"))
                .numbers(
                        kit.text("score", "得分"),
                        kit.text("lowest", "最低"),
                        kit.text("highest", "最高"),
                        kit.text("best rank", "最好排名"),
                        kit.text("worst rank", "最差排名"));
        for (String unit : ranked) {
            table.row(List.of(
                    Table.Cell.of(unit(unit)),
                    number(result.score(unit, index.code()).orElse(Double.NaN)),
                    number(bounds.lowest(unit, index.code()).orElse(Double.NaN)),
                    number(bounds.highest(unit, index.code()).orElse(Double.NaN)),
                    number(bounds.bestRank(unit, index.code()).orElse(0)),
                    number(bounds.worstRank(unit, index.code()).orElse(0))));
        }
        drawn(ranked)
                .forEach(unit -> chart.row(
                        unit(unit),
                        "k1",
                        bounds.lowest(unit, index.code()).orElse(Double.NEGATIVE_INFINITY),
                        bounds.highest(unit, index.code()).orElse(Double.POSITIVE_INFINITY),
                        result.score(unit, index.code()).orElse(Double.NaN)));
        boolean isExact = ranked.stream()
                .allMatch(unit -> bounds.lowest(unit, index.code()).equals(bounds.highest(unit, index.code())));
        if (isExact) {
            return List.of(kit.paragraph(kit.text("No value is missing.", "没有缺失值。")));
        }
        return card(
                kit.chart(new Chart(title, chart.isDrawable() ? chart.svg("") : "", List.of(), more(ranked), table)));
    }

    // ---- profiles ----

    /** The scores of a unit below an index. */
    List<Content> profile(IndicatorNode index, String unit) {
        String title = unit(unit) + kit.text(": scores", ":各项得分");
        BarChart chart = new BarChart(title, Measure.plain(kit.text("score", "得分")));
        Table table = Table.of("").columns("").numbers(kit.text("score", "得分"), kit.text("rank", "排名"));
        List<String> told = new ArrayList<>();
        int i = 0;
        for (IndicatorNode child : result.framework().children(index.code())) {
            String colour = colour(i++);
            List<IndicatorNode> below = new ArrayList<>();
            below.add(child);
            below.addAll(result.framework().children(child.code()));
            for (IndicatorNode node : below) {
                double score = result.score(unit, node.code()).orElse(Double.NaN);
                boolean isChild = node.equals(child);
                if (isChild) {
                    told.add(name(node) + " " + CsvText.briefOrDash(score));
                }
                if (Double.isFinite(score) && (!isChild || below.size() == 1)) {
                    chart.row(name(node), colour, score, CsvText.briefOrDash(score));
                }
                table.row(List.of(
                        Table.Cell.of(name(node)),
                        number(score),
                        number(result.rank(unit, node.code()).orElse(Double.NaN))));
            }
        }
        return List.of(kit.chart(new Chart(title, chart.svg(kit.list(told)), List.of(), "", table)));
    }
}
