package dev.saidao.core.audit;

import dev.saidao.core.audit.Equation.GrowthForm;
import dev.saidao.core.audit.Relation.Alternative;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other ways to take the relations of this library: conventions that differ, and mistakes that are often made. */
final class Alternatives {

    static final String STATED_SPAN = "stated-span";
    static final String STEP_LESS = "n-1";
    static final String STEP_MORE = "n+1";
    static final String BASE_YEAR_AFTER = "base-year-after";
    static final String BASE_YEAR_BEFORE = "base-year-before";
    static final String TOTAL_GROWTH = "total-growth";
    static final String SIMPLE_AVERAGE = "simple-average";
    static final String GREW_TO = "grew-to";
    static final String GREW_BY = "grew-by";

    private Alternatives() {}

    static List<Alternative> of(FigureRelation relation) {
        return switch (relation.kind()) {
            case GROWTH ->
                relation.steps().map(steps -> growth(relation, steps)).orElse(List.of());
            case STEP ->
                List.of(variant(
                        relation,
                        RepairKind.BY_OR_TO,
                        GREW_TO,
                        Label.of("the rate is what the figure grew to, not by", "增长率实为增长到的比例"),
                        Equation.product(0)));
            case MULTIPLE ->
                List.of(
                        variant(
                                relation,
                                RepairKind.BY_OR_TO,
                                GREW_BY,
                                Label.of("it grew by the multiple, not to it (增长N倍)", "实为增长N倍,而非为N倍"),
                                Equation.product(1)),
                        variant(
                                relation,
                                RepairKind.BY_OR_TO,
                                GREW_TO,
                                Label.of("it grew to one multiple less (为N倍)", "实为N倍,而非增长N倍"),
                                Equation.product(-1)));
            case CADENCE -> cadence(relation);
            default -> List.of();
        };
    }

    private static List<Alternative> growth(FigureRelation relation, int steps) {
        List<Alternative> result = new ArrayList<>();
        statedSteps(relation.ratePeriod(), steps)
                .ifPresent(stated -> result.add(steps(relation, RepairKind.STEPS, statedCode(stated, steps), stated)));
        if (steps > 1) {
            result.add(steps(relation, RepairKind.STEPS, STEP_LESS, steps - 1));
        }
        result.add(steps(relation, RepairKind.STEPS, STEP_MORE, steps + 1));
        if (steps > 1) {
            result.add(steps(relation, RepairKind.BASE_YEAR, BASE_YEAR_AFTER, steps - 1));
        }
        result.add(steps(relation, RepairKind.BASE_YEAR, BASE_YEAR_BEFORE, steps + 1));
        if (steps > 1) {
            result.add(alternative(
                    RepairKind.OTHER_RATE,
                    TOTAL_GROWTH,
                    Label.of("the rate is the growth of the whole span", "增长率实为整个期间的总增长"),
                    relation.withConstant(3, Years.of(1))));
            result.add(variant(
                    relation,
                    RepairKind.OTHER_RATE,
                    SIMPLE_AVERAGE,
                    Label.of("the rate is the total growth divided by the years", "增长率实为总增长除以年数"),
                    Equation.growth(GrowthForm.LINEAR)));
        }
        result.add(variant(
                relation,
                RepairKind.BY_OR_TO,
                GREW_TO,
                Label.of("the rate is what the figure grew to in a year, not by", "增长率实为每年增长到的比例"),
                Equation.growth(GrowthForm.RATE_IS_FACTOR)));
        result.add(variant(
                relation,
                RepairKind.BY_OR_TO,
                GREW_BY,
                Label.of("the end is what it grew by, not to", "期末值实为增量"),
                Equation.growth(GrowthForm.END_IS_INCREASE)));
        return result;
    }

    /** The steps of the span that the source named for the rate, if they are others. */
    static Optional<Integer> statedSteps(Optional<ReferencePeriod> ratePeriod, int steps) {
        return ratePeriod
                .map(span -> span.lastYear().orElseThrow() - span.firstYear().orElseThrow())
                .filter(stated -> stated != steps);
    }

    static String statedCode(int stated, int steps) {
        return stated == steps - 1
                ? STATED_SPAN + " (" + STEP_LESS + ")"
                : stated == steps + 1 ? STATED_SPAN + " (" + STEP_MORE + ")" : STATED_SPAN;
    }

    private static Alternative steps(FigureRelation relation, RepairKind kind, String code, int steps) {
        String counted = steps + " steps instead of " + relation.steps().orElseThrow();
        String zh = steps + " 步,而非 " + relation.steps().orElseThrow() + " 步";
        Label label = switch (code) {
            case STEP_LESS -> Label.of("one step less: " + counted, "少一步:" + zh);
            case STEP_MORE -> Label.of("one step more: " + counted, "多一步:" + zh);
            case BASE_YEAR_AFTER -> Label.of("the base is of the year after: " + counted, "基期实为后一年:" + zh);
            case BASE_YEAR_BEFORE -> Label.of("the base is of the year before: " + counted, "基期实为前一年:" + zh);
            default -> Label.of("the steps of the stated span: " + counted, "按所述期间的步数:" + zh);
        };
        return alternative(kind, code, label, relation.withConstant(3, Years.of(steps)));
    }

    private static List<Alternative> cadence(FigureRelation relation) {
        List<Alternative> result = new ArrayList<>();
        if (relation.roundCounting().isPresent()) {
            for (RoundCounting counting : RoundCounting.values()) {
                if (counting != relation.roundCounting().get()) {
                    FigureRelation counted = relation.countedBy(counting);
                    String rounds = counted.members()
                            .get(1)
                            .constant()
                            .orElseThrow()
                            .value()
                            .toPlainString();
                    Convention convention = counting.convention();
                    result.add(alternative(
                            RepairKind.ROUNDS,
                            rounds + "-rounds",
                            Label.of(
                                    convention.text().en() + ": " + rounds + " rounds",
                                    convention.text().zh() + ":" + rounds + " 轮"),
                            counted));
                }
            }
        }
        return result;
    }

    private static Alternative variant(
            FigureRelation relation, RepairKind kind, String code, Label text, Equation equation) {
        return alternative(kind, code, text, new Variant(relation, equation));
    }

    private static Alternative alternative(RepairKind kind, String code, Label text, Relation relation) {
        String id = "alternative." + code.replaceAll("[^A-Za-z0-9-]", "");
        return new Alternative(kind, code, Convention.of(id, text), relation);
    }

    /** A relation with another equation. */
    private record Variant(FigureRelation relation, Equation equation) implements Relation {

        @Override
        public String id() {
            return relation.id();
        }

        @Override
        public Formula formula() {
            return relation.formula();
        }

        @Override
        public List<Member> members() {
            return relation.members();
        }

        @Override
        public int judged() {
            return relation.judged();
        }

        @Override
        public List<Optional<Unit>> units(List<Optional<Unit>> known) {
            return relation.units(known);
        }

        @Override
        public Bounds implied(int member, List<BoundedQuantity> members, BoundsArithmetic arithmetic) {
            return equation.implied(member, members, arithmetic);
        }
    }
}
