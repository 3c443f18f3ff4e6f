package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.BoundsArithmetic;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Formula;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Share;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.Equation;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.relation.RepairKind;
import dev.saidao.core.relation.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditorTest {

    private static final Auditor AUDITOR = Auditor.withDefaults();

    // ---- the dossier of 2026; the arithmetic is that of the notes in the table of its figures ----

    private static final Dossier DOSSIER = Dossiers.of(2026);
    private static final AuditReport REPORT = AUDITOR.audit(DOSSIER.figures(), DOSSIER.auditableRelations());

    @Test
    void dossier_twentyPerCentAndTwoHundredPerTenThousand_contradictByAFactorOfTen() {
        Finding finding = REPORT.finding("talent-share-and-density");

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.factor().orElseThrow()).isEqualByComparingTo("10");
        assertThat(finding.repairs()).extracting(Repair::code).containsExactly("A-02/10", "A-03*10");
        assertThat(REPORT.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.smallestRemovals())
                        .containsExactlyInAnyOrder(Set.of("A-02"), Set.of("A-03")));
    }

    @Test
    void dossier_bothDenominatorsAreDerived() {
        List<DerivedFigure> employed = REPORT.derived().stream()
                .filter(derived -> derived.id().equals("employed"))
                .toList();

        assertThat(employed)
                .extracting(DerivedFigure::relations)
                .containsExactly(List.of("talent-density"), List.of("talent-share"));
        // 2.25 million / 200 × 10,000 and 2.25 million / 20%
        assertThat(employed)
                .extracting(derived ->
                        derived.derivation().result().point().orElseThrow().toPlainString())
                .containsExactly("112500000", "11250000");
        assertThat(REPORT.finding("talent-share").repairs())
                .extracting(Repair::code)
                .containsExactly("share/10", "A-03*10");
    }

    @Test
    void dossier_cadence_agreesOnlyIfRoundsStartTheYearBefore() {
        Finding finding = REPORT.finding("grand-craftsmen-cadence");

        assertThat(finding.verdict()).isEqualTo(Verdict.AGREES_UNDER_OTHER_CONVENTION);
        assertThat(finding.otherConvention()).contains("6-rounds");
        assertThat(finding.repairs()).extracting(Repair::code).containsExactly("6-rounds", "opening>=50");
        assertThat(finding.conventions())
                .extracting(convention -> convention.id())
                .contains("rounds.from-first-year");
    }

    @ParameterizedTest
    @CsvSource({
        "craftsmen-pyramid, AGREES",
        "colleges, AGREES",
        "listed-B-23, AGREES",
        "parks-cumulative, NOT_CHECKABLE",
        "quantum-computing-growth, NOT_CHECKABLE"
    })
    void dossier_verdicts(String relation, Verdict verdict) {
        assertThat(REPORT.finding(relation).verdict()).isEqualTo(verdict);
    }

    @Test
    void dossier_whatWasNotPrintedIsDerived() {
        assertThat(REPORT.derived())
                .filteredOn(derived -> derived.id().equals("parks-before-2025"))
                .singleElement()
                .satisfies(derived -> assertThat(derived.derivation().result()).hasToString("[40, 40] parks"));
        assertThat(REPORT.derived()).extracting(DerivedFigure::id).doesNotContain("quantum-computing-2025");
    }

    @Test
    void report_isTheSameAfterJson() {
        assertThat(SaidaoJson.read(SaidaoJson.write(REPORT), AuditReport.class)).isEqualTo(REPORT);
        assertThat(REPORT.counts()).containsEntry(Verdict.CONTRADICTS, 3).containsEntry(Verdict.AGREES_AS_BOUND, 0);
    }

    @Test
    void finding_derivationNamesFiguresAndConventions() {
        String text = REPORT.finding("talent-share").derivation().orElseThrow().toText(Locale.ENGLISH);

        assertThat(text).contains("part = whole × share", "A-03, printed 200名", "digits.rounded");
    }

    // ---- each kind of relation ----

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USD 10 bn   | USD 14.641 bn | 10%       | 4  | AGREES                        |
            USD 1.5 bn  | USD 6.43 bn   | 15.7%     | 10 | AGREES                        |
            USD 1.5 bn  | USD 6.43 bn   | 16.0%     | 10 | AGREES_WITHIN_ROUNDING        |
            USD 12.4 bn | USD 43.2 bn   | 16.9%     | 9  | AGREES_UNDER_OTHER_CONVENTION | n-1
            USD 10 bn   | USD 20 bn     | 12.2%     | 5  | CONTRADICTS                   |
            USD 10 bn   | USD 20 bn     | 12.246%   | 5  | AGREES_UNDER_OTHER_CONVENTION | n+1
            USD 10 bn   | USD 20 bn     | 41.0%     | 5  | CONTRADICTS                   |
            USD 100 bn  | USD 500 bn    | over 30%  | 5  | AGREES_AS_BOUND               |
            USD 100 bn  | USD 500 bn    | over 60%  | 5  | CONTRADICTS                   |
            USD 100 bn  | CNY 500 bn    | 38%       | 5  | NOT_CHECKABLE                 |
            USD 0 bn    | USD 500 bn    | 38%       | 5  | NOT_CHECKABLE                 |
            """)
    void growth(String base, String end, String rate, int steps, Verdict verdict, String convention) {
        Finding finding = AUDITOR.audit(
                        List.of(figure("base", base), figure("end", end), figure("rate", rate, "per year")),
                        List.of(FigureRelation.growth("growth", "base", "end", "rate", steps)))
                .finding("growth");

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.otherConvention()).isEqualTo(Optional.ofNullable(convention));
    }

    @Test
    void growth_rateOfOtherYears_isNotCheckableUnlessItAgrees() {
        List<Figure> figures = List.of(
                figure("base", "USD 10.00 bn"), figure("end", "USD 30.00 bn"), figure("rate", "20.0%", "per year"));
        Finding finding = AUDITOR.audit(
                        figures,
                        List.of(FigureRelation.growth(
                                "growth",
                                "base",
                                "end",
                                "rate",
                                ReferencePeriod.span(2018, 2030),
                                Optional.of(ReferencePeriod.span(2025, 2030)))))
                .finding("growth");

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(finding.reason().en()).isEqualTo("the rate speaks of 2025/2030 and the sizes of 2018/2030");
    }

    @Test
    void sum_sharesThatMakeTheWhole() {
        List<Figure> figures = List.of(figure("a", "33.3%"), figure("b", "33.3%"), figure("c", "33.3%"));
        FigureRelation whole = FigureRelation.sum("sum", Share.of(BigDecimal.ONE), List.of("a", "b", "c"));

        assertThat(AUDITOR.audit(figures, List.of(whole)).finding("sum").verdict())
                .isEqualTo(Verdict.AGREES_WITHIN_ROUNDING);
        List<Figure> short1 = List.of(figure("a", "33.3%"), figure("b", "33.3%"), figure("c", "33.1%"));
        assertThat(AUDITOR.audit(short1, List.of(whole)).finding("sum").verdict())
                .isEqualTo(Verdict.CONTRADICTS);
    }

    @Test
    void sum_partThatWasNotPrinted_contradictsIfTooMuchIsPrinted() {
        List<Figure> figures = List.of(figure("total", "64 parks"), figure("a", "40 parks"), figure("b", "30 parks"));
        AuditReport report =
                AUDITOR.audit(figures, List.of(FigureRelation.sum("sum", "total", List.of("a", "b", "rest"))));

        assertThat(report.finding("sum").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.conflicts().get(0).smallestRemovals()).hasSize(3);
    }

    /** National Bureau of Statistics, communiqué of 2023: 1,409.67 million people after 1,411.75, 9.02 born and 11.10 dead. */
    @Test
    void difference_ofPeopleWhoBecameFewer_agrees() {
        List<Figure> figures = List.of(
                figure("2022", "141175万人", "persons"),
                figure("2023", "140967万人", "persons"),
                figure("born", "902万人", "persons"),
                figure("dead", "1110万人", "persons"),
                figure("change", "-208万人", "persons"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(
                        FigureRelation.difference("a", "2022", "2023", "change"),
                        FigureRelation.difference("b", "dead", "born", "natural"),
                        FigureRelation.cumulative("c", "2023", "2022", "change")));

        assertThat(report.finding("a").verdict()).isEqualTo(Verdict.AGREES);
        assertThat(report.finding("c").verdict()).isEqualTo(Verdict.AGREES);
        assertThatALossFollows(report);
    }

    /** 902 - 1110 and 140,967 - 141,175, each to half a unit of 10,000. */
    private static void assertThatALossFollows(AuditReport report) {
        assertThat(report.conflicts()).isEmpty();
        assertThat(report.derived().get(0).derivation().result().bounds())
                .isEqualTo(Bounds.parse("[-2090000, -2070000]"));
    }

    /** The same years, without a word of the change: a stock that fell is no contradiction, and the change follows from it. */
    @Test
    void cumulative_ofPeopleWhoBecameFewer_contradictsNothing() {
        List<Figure> figures = List.of(figure("2022", "141175万人", "persons"), figure("2023", "140967万人", "persons"));
        AuditReport report = AUDITOR.audit(figures, List.of(FigureRelation.cumulative("c", "2023", "2022", "change")));

        assertThat(report.finding("c").verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThatALossFollows(report);
    }

    /** Who came and who was hired are people, none of them fewer than none: their sum cannot be what a stock lost. */
    @Test
    void cumulative_ofAStockThatFell_contradictsPartsThatCame() {
        List<Figure> figures = List.of(
                figure("before", "500人", "persons"),
                figure("after", "450人", "persons"),
                figure("came", "30人", "persons"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(
                        FigureRelation.cumulative("c", "after", "before", "change"),
                        FigureRelation.sum("s", "change", List.of("came", "hired"))));

        // 30 and at least none are 30 at least, not -50
        assertThat(report.conflicts()).hasSize(1);
    }

    /** 662.9 to 676.2 bn times 4.95 to 5.05 make 3,347.3 to 3,347.5 bn; money of either sign times any number could. */
    @Test
    void multiple_ofABaseThatWordsLimit_contradicts() {
        List<Figure> figures = List.of(
                figure("base", "at most USD 608.6 bn"),
                figure("value", "USD 3347.4 bn"),
                figure("multiple", "5.0 times"));
        Finding finding = AUDITOR.audit(figures, List.of(FigureRelation.multiple("m", "base", "value", "multiple")))
                .finding("m");

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.reason().en())
                .startsWith("contradicts: the others imply base = USD [662.8, 676.3] billion; printed");
    }

    @Test
    void multiple_grewByForGrewTo_isARepair() {
        List<Figure> figures =
                List.of(figure("base", "USD 10 bn"), figure("value", "USD 40 bn"), figure("multiple", "3.0 times"));
        Finding finding = AUDITOR.audit(figures, List.of(FigureRelation.multiple("m", "base", "value", "multiple")))
                .finding("m");

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.repairs()).extracting(Repair::code).contains("grew-by");
        assertThat(finding.repairs().get(0).verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void step_andCurrency_andSame() {
        List<Figure> figures = List.of(
                figure("a", "USD 100 bn"),
                figure("b", "USD 112 bn"),
                figure("r", "12%", "per year"),
                figure("c", "CNY 806 bn"),
                figure("d", "CNY 810 bn"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(
                        FigureRelation.step("step", "a", "b", "r"),
                        FigureRelation.currency(
                                "currency",
                                "b",
                                "c",
                                Member.constant("rate", Unit.MULTIPLE.quantity(new BigDecimal("7.2")))),
                        FigureRelation.same("same", List.of("c", "d"))));

        assertThat(report.finding("step").verdict()).isEqualTo(Verdict.AGREES);
        // 112 bn × 7.2 = 806.4 bn
        assertThat(report.finding("currency").verdict()).isEqualTo(Verdict.AGREES);
        assertThat(report.finding("same").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(report.conflicts().get(0).smallestRemovals()).contains(Set.of("d"));
    }

    @Test
    void customaryReading_isKinder() {
        List<Figure> figures =
                List.of(figure("total", "1400 companies"), figure("a", "820 companies"), figure("b", "600 companies"));
        List<FigureRelation> relations = List.of(FigureRelation.sum("sum", "total", List.of("a", "b")));

        assertThat(AUDITOR.audit(figures, relations).finding("sum").verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(AUDITOR.with(ReadingConvention.customary())
                        .audit(figures, relations)
                        .finding("sum")
                        .verdict())
                .isEqualTo(Verdict.AGREES_WITHIN_ROUNDING);
    }

    @Test
    void coarseDigits_agreeWeakly() {
        List<Figure> figures =
                List.of(figure("base", "USD 1 bn"), figure("end", "USD 2 bn"), figure("rate", "15%", "per year"));
        Finding finding = AUDITOR.audit(figures, List.of(FigureRelation.growth("g", "base", "end", "rate", 5)))
                .finding("g");

        assertThat(finding.verdict()).isEqualTo(Verdict.AGREES);
        assertThat(finding.weak()).isPresent();
    }

    // ---- networks ----

    @Test
    void everyRelationAgrees_butNotTogether() {
        // a + b = c and c + d = e agree one by one at the ends of rounding, but pull c in two directions
        List<Figure> figures = List.of(
                figure("a", "USD 1 bn"),
                figure("b", "USD 1 bn"),
                figure("c", "USD 3 bn"),
                figure("d", "USD 1 bn"),
                figure("e", "USD 5 bn"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(
                        FigureRelation.sum("first", "c", List.of("a", "b")),
                        FigureRelation.sum("second", "e", List.of("c", "d"))));
        assertThat(report.findings()).extracting(Finding::verdict).containsOnly(Verdict.AGREES_WITHIN_ROUNDING);
        assertThat(report.conflicts()).isEmpty();
        assertThat(report.bounds())
                .hasEntrySatisfying("c", left -> assertThat(left.bounds()).hasToString("[3000000000, 3000000000]"));

        List<Figure> pulled = new ArrayList<>(figures);
        pulled.set(0, figure("a", "USD 0.9 bn"));
        AuditReport jointly = AUDITOR.audit(
                pulled,
                List.of(
                        FigureRelation.sum("first", "c", List.of("a", "b")),
                        FigureRelation.sum("second", "e", List.of("c", "d"))));
        assertThat(jointly.finding("second").verdict()).isEqualTo(Verdict.AGREES_WITHIN_ROUNDING);
        assertThat(jointly.conflicts()).isNotEmpty();
    }

    @Test
    void chain_isDerivedThroughUnprintedFigures() {
        List<Figure> figures =
                List.of(figure("y0", "USD 10 bn"), figure("r1", "10%", "per year"), figure("r2", "20%", "per year"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(FigureRelation.step("s2", "y1", "y2", "r2"), FigureRelation.step("s1", "y0", "y1", "r1")));

        assertThat(report.derived())
                .filteredOn(derived -> derived.id().equals("y2"))
                .singleElement()
                .satisfies(derived -> {
                    assertThat(derived.derivation().result().point().orElseThrow())
                            .isEqualByComparingTo("13200000000");
                    assertThat(derived.derivation().toText(Locale.ENGLISH)).contains("r1", "r2");
                });
    }

    @Test
    void loop_endsAndSaysThatItStoppedEarly() {
        // x = 0.9 y and y = 0.9 x leave only 0, which is approached for ever
        List<Figure> figures =
                List.of(figure("x", "at most 1,000 items"), figure("y", "at most 1,000 items"), figure("s", "90%"));
        AuditReport report = AUDITOR.audit(
                figures,
                List.of(FigureRelation.share("one", "x", "y", "s"), FigureRelation.share("two", "y", "x", "s")));

        assertThat(report.stoppedEarly()).isTrue();
        assertThat(report.bounds())
                .hasEntrySatisfying(
                        "x",
                        left -> assertThat(left.bounds().contains(BigDecimal.ZERO))
                                .isTrue());
    }

    @Test
    void order_makesNoDifference() {
        List<Figure> figures = new ArrayList<>(DOSSIER.figures());
        List<FigureRelation> relations = new ArrayList<>(DOSSIER.auditableRelations());
        Collections.reverse(figures);
        Collections.reverse(relations);
        AuditReport reversed = AUDITOR.audit(figures, relations);

        for (Finding finding : REPORT.findings()) {
            assertThat(reversed.finding(finding.relation())).isEqualTo(finding);
        }
        assertThat(reversed.derived()).isEqualTo(REPORT.derived());
        assertThat(reversed.bounds()).isEqualTo(REPORT.bounds());
        assertThat(reversed.conflicts()).isEqualTo(REPORT.conflicts());
    }

    // ---- from outside, and refusals ----

    /** One figure is the square of another: an equation of somebody else. */
    private static final class Square extends Equation {

        static final Square INSTANCE = new Square();

        private Square() {
            super(
                    Formula.of("test.square", Label.same("square"), "square = side^2", "test"),
                    "square",
                    "side",
                    "square");
        }

        @Override
        public Units units(Units known) {
            return known.alike("side", "square");
        }

        @Override
        public Bounds solve(String role, Terms terms, BoundsArithmetic arithmetic) {
            return role.equals("square")
                    ? arithmetic.power(terms.bounds("side"), 2)
                    : arithmetic.powerReverse(2, terms.bounds("square"), Bounds.notNegative());
        }

        @Override
        public List<Change> alternatives(Relation relation) {
            return List.of(
                    new Change.OtherEquation(
                            RepairKind.OTHER_RATE,
                            "not-squared",
                            Label.same("not squared"),
                            RelationKind.SAME.equation()),
                    new Change.Assumption(RepairKind.OPENING_STOCK, "side", Label.same("another side")));
        }
    }

    private static Relation square(Member side) {
        return Relation.of("square", Square.INSTANCE, List.of(side, Member.figure("square", "area")));
    }

    @Test
    void relationFromOutside_isAuditedAndDerived() {
        Relation square = square(Member.figure("side", "length"));
        assertThat(AUDITOR.audit(List.of(figure("length", "1.20 ratio"), figure("area", "1.44 ratio")), List.of(square))
                        .finding("square")
                        .verdict())
                .isEqualTo(Verdict.AGREES);
        assertThat(AUDITOR.audit(List.of(figure("area", "1.44 ratio")), List.of(square))
                        .derived()
                        .get(0)
                        .derivation()
                        .result()
                        .bounds()
                        .contains(new BigDecimal("1.2")))
                .isTrue();
    }

    @Test
    void relationFromOutside_getsNamesAndRepairsAsOursDo() {
        Finding finding = AUDITOR.audit(
                        List.of(figure("length", "1.20 ratio"), figure("area", "1.20 ratio")),
                        List.of(square(Member.figure("side", "length"))))
                .finding("square");
        assertThat(finding.reason().en()).startsWith("contradicts: the others imply square (area) = ");
        assertThat(finding.repairs()).extracting(Repair::code).contains("not-squared");

        Finding assumed = AUDITOR.audit(
                        List.of(figure("area", "4.00 ratio")),
                        List.of(square(Member.constant("side", Unit.SHARE.quantity(BigDecimal.ONE)))))
                .finding("square");
        // the root of 3.995
        assertThat(assumed.repairs()).singleElement().satisfies(repair -> {
            assertThat(repair.code()).startsWith("side>=1.99874");
            assertThat(repair.text().en()).startsWith("another side of at least 1.99874");
        });
    }

    @Test
    void twoOfOneId_areRefused() {
        Figure figure = figure("a", "1 parks");
        FigureRelation relation = FigureRelation.same("same", List.of("a", "b"));

        assertThatThrownBy(() -> AUDITOR.audit(List.of(figure, figure), List.of(relation)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Figure id must be given once: a");
        assertThatThrownBy(() -> AUDITOR.audit(List.of(figure), List.of(relation, relation)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Relation id must be given once: same");
    }

    @Test
    void emptyAudit_findsNothing() {
        AuditReport report = AUDITOR.audit(List.of(), List.of());

        assertThat(report.findings()).isEmpty();
        assertThat(report.stoppedEarly()).isFalse();
    }
}
