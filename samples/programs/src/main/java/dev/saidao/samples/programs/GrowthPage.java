package dev.saidao.samples.programs;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Operand;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Chart;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.LineChart;
import dev.saidao.samples.programs.page.Measure;
import dev.saidao.samples.programs.page.Page;
import dev.saidao.samples.programs.page.Table;
import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Solved growth cases as a page: a small picture of each, with the number that was blank and how it follows. */
final class GrowthPage {

    private static final int MOST_CARDS = 200;
    private static final int STEPS = 24;

    private final List<Case> cases;
    private final int solved;
    private final int refused;
    private final Kit kit;

    /**
     * A case with its blank filled.
     *
     * @param name its name
     * @param numbers base, rate, years and end
     * @param blank which of them was blank
     * @param derivation how it follows
     */
    record Case(Label name, Map<String, Operand> numbers, String blank, Derivation derivation) {}

    private GrowthPage(List<Case> cases, int solved, int refused, Kit kit) {
        this.cases = List.copyOf(cases);
        this.solved = solved;
        this.refused = refused;
        this.kit = kit;
    }

    /** So many cases are kept for the page. */
    static boolean hasRoom(List<Case> cases) {
        return cases.size() < MOST_CARDS;
    }

    /** The page of the first cases of all that were solved; it opens in a language. */
    static Page of(List<Case> cases, int solved, int refused, Locale opening) {
        return Page.of(opening, kit -> new GrowthPage(cases, solved, refused, kit).body());
    }

    private Body body() {
        Body body = kit.body(
                kit.text("Growth", "增长"),
                kit.text("Each case has one of base, rate, years and end filled in", "每例补全基期值、增长率、年数、期末值之一"));
        body.headline(
                solved
                        + kit.text(solved == 1 ? " case solved" : " cases solved", " 例已求解")
                        + (refused > 0 ? kit.text(", " + refused + " refused", "," + refused + " 例未处理") : "")
                        + kit.text(".", "。"),
                "");
        cases.stream().limit(3).forEach(one -> body.headline(sentence(one), ""));
        List<Content> parts = new ArrayList<>();
        parts.add(kit.smallGrid(cases.stream().map(this::card).toList()));
        if (solved > cases.size()) {
            parts.add(kit.note(kit.text("The first ", "仅以图列出前 ") + cases.size() + kit.text(" are drawn.", " 例。")));
        }
        return body.section("cases", kit.text("Cases", "各例"), cases.isEmpty() ? List.of() : parts)
                .foot(kit.text(
                        "End is base times (1 + rate) to the power of the years. A ring marks what was blank.",
                        "期末值 = 基期值 ×(1 + 增长率)的年数次幂。空心点为补全之处。"));
    }

    private String sentence(Case one) {
        return named(kit, one.name())
                + kit.text(": ", ":")
                + word(one.blank())
                + kit.text(" ", "")
                + shown(one, one.blank())
                + kit.text(".", "。");
    }

    /** A name at the beginning of a sentence; an id stays as it is. */
    static String named(Kit kit, Label name) {
        return name.en().equals(name.zh()) ? kit.in(name) : DossierHeadline.capital(kit.in(name));
    }

    private String word(String column) {
        return switch (column) {
            case "base" -> kit.text("base", "基期值");
            case "rate" -> kit.text("rate", "增长率");
            case "years" -> kit.text("years", "年数");
            default -> kit.text("end", "期末值");
        };
    }

    private String shown(Case one, String column) {
        return Optional.ofNullable(one.numbers().get(column))
                .map(operand -> kit.known(operand.value()))
                .orElse("–");
    }

    private Content card(Case one) {
        List<Content> parts = new ArrayList<>();
        parts.add(kit.values(List.of(Kit.Value.of(word(one.blank()) + kit.text(":", ":"), shown(one, one.blank())))));
        picture(one).ifPresent(parts::add);
        parts.add(kit.derivation(one.derivation()));
        return kit.card("", kit.in(one.name()), parts);
    }

    private Optional<Content> picture(Case one) {
        double base = point(one, "base");
        double rate = point(one, "rate");
        double years = point(one, "years");
        double end = point(one, "end");
        if (!Double.isFinite(base + end + years) || !(rate > -1) || years == 0) {
            return Optional.empty();
        }
        double[] at = new double[STEPS + 1];
        double[] path = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            at[i] = years * i / STEPS;
            path[i] = base * Math.pow(1 + rate, at[i]);
        }
        path[STEPS] = end;
        BoundedQuantity first =
                Objects.requireNonNull(one.numbers().get("base")).value();
        Measure counted = Measure.of(first.unit(), Math.max(Math.abs(base), Math.abs(end)), kit.locale());
        Measure measure = counted.name().isEmpty() ? Measure.plain(kit.text("value", "数值")) : counted;
        String title = kit.text("From base to end", "从基期到期末");
        LineChart chart = LineChart.over(title, Measure.plain(kit.text("years", "年")), measure)
                .tall(150)
                .marks(new double[] {0, years})
                .line("k1", at, path);
        ends(chart, one.blank(), at, path);
        Table data = Table.of("").columns("", kit.text("value", "数值"));
        for (String column : List.of("base", "rate", "years", "end")) {
            data.row(word(column), shown(one, column));
        }
        return Optional.of(kit.chart(new Chart(title, chart.svg(sentence(one)), List.of(), "", data)));
    }

    private static void ends(LineChart chart, String blank, double[] at, double[] path) {
        double[] from = {at[0]};
        double[] to = {at[STEPS]};
        double[] low = {path[0]};
        double[] high = {path[STEPS]};
        if (blank.equals("base")) {
            chart.rings("k2", from, low);
        } else {
            chart.dots("k1", from, low);
        }
        if (blank.equals("end") || blank.equals("years")) {
            chart.rings("k2", to, high);
        } else {
            chart.dots("k1", to, high);
        }
    }

    private static double point(Case one, String column) {
        return Optional.ofNullable(one.numbers().get(column))
                .flatMap(operand -> operand.value().point())
                .map(BigDecimal::doubleValue)
                .orElse(Double.NaN);
    }
}
