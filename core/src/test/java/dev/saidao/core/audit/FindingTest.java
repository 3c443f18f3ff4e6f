package dev.saidao.core.audit;

import static dev.saidao.core.audit.AuditFixture.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.RepairKind;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finding says, in whichever way it was made. */
class FindingTest {

    private static final Auditor AUDITOR = Auditor.withDefaults();
    private static final FigureRelation SUM = FigureRelation.sum("s", "t", List.of("a", "b"));

    private static Finding only(FigureRelation relation, Figure... figures) {
        Finding finding = AUDITOR.audit(List.of(figures), List.of(relation)).finding(relation.id());
        Finding exact = AUDITOR.withoutDoubles()
                .audit(List.of(figures), List.of(relation))
                .finding(relation.id());
        assertThat(finding).isEqualTo(exact);
        assertThat(finding.reason(Locale.ENGLISH)).isEqualTo(exact.reason().en());
        assertThat(finding.reason(Locale.CHINESE)).isEqualTo(exact.reason().zh());
        return finding;
    }

    private static Finding sum(String total, String first, String second) {
        return only(SUM, figure("t", total), figure("a", first), figure("b", second));
    }

    // ---- words ----

    @Test
    void reason_ofAClaimAndOfOthers() {
        assertThat(only(
                                FigureRelation.growth("g", "b", "e", "r", 4),
                                figure("b", "USD 10 bn"),
                                figure("e", "USD 14.641 bn"),
                                figure("r", "10%", "per year"))
                        .reason(Locale.ENGLISH))
                .isEqualTo("the printed sizes imply the printed rate");
        assertThat(sum("USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn").reason(Locale.ENGLISH))
                .isEqualTo("agrees: the others imply total (t) = USD 35.3 billion, USD [35.2, 35.4] billion; "
                        + "printed USD 35.3 billion, USD [35.25, 35.35] billion");
    }

    /** 1 to 2 bn in 5 years are 0% to 38%; 2.5 to 3.5 over 0.5 to 1.5 are 1.7 to 7; 35.3 is well beside 26 and 44. */
    @Test
    void weak_inWordsOfItsKind() {
        assertThat(only(
                                FigureRelation.growth("g", "b", "e", "r", 5),
                                figure("b", "USD 1 bn"),
                                figure("e", "USD 2 bn"),
                                figure("r", "15%", "per year"))
                        .weak()
                        .orElseThrow()
                        .en())
                .startsWith("weak: a rate a quarter higher or lower");
        assertThat(only(
                                FigureRelation.multiple("m", "b", "v", "x"),
                                figure("b", "USD 1 bn"),
                                figure("v", "USD 3 bn"),
                                figure("x", "3 times"))
                        .weak()
                        .orElseThrow()
                        .en())
                .startsWith("says little: the printed number");
        assertThat(sum("USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn").weak()).isEmpty();
        assertThat(sum("USD 99 bn", "USD 12.1 bn", "USD 23.2 bn").weak()).isEmpty();
    }

    @Test
    void misfit_ofAnyRefusal() {
        assertThat(FindingWriter.misfit(new IllegalArgumentException("Unit must be one: two"))
                        .en())
                .isEqualTo("units do not fit: Unit must be one: two");
    }

    /** A factor is told between positive numbers only: 150 is 50 more than 100, and 50 less than 200. */
    @ParameterizedTest
    @CsvSource({
        "USD 100, USD 150, USD -20, false",
        "USD 200, USD 150, USD 20, false",
        "USD 150, USD 150, USD 25, false",
        "USD 100, USD 150, USD 0, false",
        "USD 100, USD 150, USD 25, true"
    })
    void factor_betweenPositiveNumbers(String from, String to, String difference, boolean told) {
        Finding finding = only(
                FigureRelation.difference("d", "a", "b", "x"),
                figure("a", from),
                figure("b", to),
                figure("x", difference));

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.factor().isPresent()).isEqualTo(told);
        assertThat(finding.reason().en().contains(" times the printed number")).isEqualTo(told);
    }

    /** Of 6 persons and some more there are 6 at least, twice as many as 3. */
    @Test
    void factor_ofWhatIsKnownFromBelow() {
        Finding finding = only(SUM, figure("t", "3 persons"), figure("a", "6 persons"));

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.factor().orElseThrow()).isEqualByComparingTo("2");
    }

    /** 4.5% to 5.5% are nowhere more than 5.5%, though they come as near as can be: no distance is told. */
    @Test
    void gap_ofNothing_isNotTold() {
        Finding finding =
                only(FigureRelation.same("s", List.of("a", "b")), figure("a", "5%"), figure("b", "more than 5.5%"));

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(finding.gapInPercentagePoints().orElseThrow()).isZero();
        assertThat(finding.reason().en()).doesNotContain("apart");
    }

    /** 50% are 20 points beside 30%, and more than that by 1 / 0.6. */
    @Test
    void gap_ofShares_inPercentagePoints() {
        Finding finding = only(
                FigureRelation.share("s", "p", "w", "x"),
                figure("p", "USD 30.00 bn"),
                figure("w", "USD 100.0 bn"),
                figure("x", "50.00%"));

        assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTS);
        // 29.995 / 100.05 to 30.005 / 99.95 are 29.980 to 30.020, and 49.995 less that is 19.975
        assertThat(finding.gapInPercentagePoints().orElseThrow().doubleValue()).isCloseTo(19.975, within(0.0005));
        assertThat(finding.reason().en()).contains("; 19.97 percentage points apart, 0.6 times the printed number");
    }

    /** What is apart may be another member than the judged one, and is then told with its own print. */
    @Test
    void reason_ofAnotherMember_saysWhatWasPrintedOfIt() {
        Finding finding = only(
                FigureRelation.multiple("m", "b", "v", "x"),
                figure("b", "at most USD 608.6 bn"),
                figure("v", "USD 3347.4 bn"),
                figure("x", "5.0 times"));

        assertThat(finding.reason().en())
                .contains("imply base (b) = ")
                .contains("608.6")
                .doesNotContain("printed 5");
    }

    // ---- what cannot be ----

    /** 400 of 100 are a share that cannot be, which is what is told; 92.79% of 100 persons is no person, told beside the share. */
    @Test
    void impossible_memberThatNobodyPrinted() {
        FigureRelation relation = FigureRelation.share("s", "p", "w", "x");
        Finding share = only(relation, figure("p", "USD 400"), figure("w", "USD 100"));
        assertThat(share.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(share.published()).isEmpty();
        // 399.5 / 100.5 to 400.5 / 99.5
        assertThat(share.implied().orElseThrow().bounds().lower().orElseThrow().doubleValue())
                .isCloseTo(399.5 / 100.5, within(1e-12));

        Finding part = only(relation, figure("w", "100 persons"), figure("x", "92.79%"));
        assertThat(part.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(part.implied()).isEmpty();
        assertThat(part.published().orElseThrow().bounds()).isEqualTo(Bounds.parse("[0.92785, 0.92795]"));
    }

    // ---- repairs ----

    /** One of some figures behind a sum is a tenth of what it should be: of six that is told, of seven none is likelier than another. */
    @Test
    void repairs_ofFiguresBehind_upToSix() {
        assertThat(codesBehind(6)).contains("p1*10");
        assertThat(codesBehind(7)).doesNotContain("p1*10");
    }

    private static List<String> codesBehind(int count) {
        List<Figure> figures = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            figures.add(figure("p" + i, i == 1 ? "USD 1.000 bn" : "USD 2.000 bn"));
            parts.add("p" + i);
        }
        figures.add(figure("q", "USD " + (10 + 2 * (count - 1)) + ".00 bn"));
        return AUDITOR
                .audit(
                        figures,
                        List.of(FigureRelation.sum("s", "y", parts), FigureRelation.same("r", List.of("y", "q"))))
                .finding("r")
                .repairs()
                .stream()
                .map(Repair::code)
                .toList();
    }

    /** What stands behind a figure that nobody printed is told, the first of all figures too, and may be what is wrong. */
    @Test
    void figuresAndRepairs_ofTheFirstFigure() {
        List<Figure> figures = List.of(figure("p", "USD 23.2 bn"), figure("q", "USD 23.2 bn"));
        List<FigureRelation> same =
                List.of(FigureRelation.same("r", List.of("a", "p")), FigureRelation.same("s", List.of("q", "a")));
        assertThat(AUDITOR.audit(figures, same).finding("s").figures()).containsExactly("p", "q");

        List<Figure> apart =
                List.of(figure("p", "USD 232.0 bn"), figure("t", "USD 35.3 bn"), figure("b", "USD 12.1 bn"));
        Finding sum = AUDITOR.audit(apart, List.of(FigureRelation.same("r", List.of("a", "p")), SUM))
                .finding("s");
        assertThat(sum.verdict()).isEqualTo(Verdict.CONTRADICTS);
        assertThat(sum.repairs()).extracting(Repair::code).contains("p/10");
    }

    /** 20 × 1.3 × 1.16^5 is 54.6, as the source says, and (55 / 20)^(1/7) is 1.155: what it says stands first, though tried later. */
    @Test
    void repairs_standInTheirOrder() {
        GrowthClaim claim = new GrowthClaim(
                number("USD 20 bn", Unit.parse("USD")),
                number("USD 55 bn", Unit.parse("USD")),
                number("16%", Unit.GROWTH_RATE),
                2024,
                2030,
                Optional.of(ReferencePeriod.span(2025, 2030)));

        assertThat(GrowthClaimAuditor.withDefaults().finding(claim).repairs())
                .extracting(Repair::code)
                .startsWith("later-base", "n+1");
    }

    private static ReadNumber number(String text, Unit unit) {
        return ReadNumber.of(FigureFormat.english().parse(text, unit), ReadingConvention.strict());
    }

    /** Digits cut off in the judged number alone do: 100 to 200 in 5 years are 14.87%, printed 14.8%. */
    @Test
    void repairs_allDigitsCutOff_onlyWhereOneIsNotEnough() {
        assertThat(only(
                                FigureRelation.growth("g", "b", "e", "r", 5),
                                figure("b", "USD 100.00 bn"),
                                figure("e", "USD 200.00 bn"),
                                figure("r", "14.8%", "per year"))
                        .repairs())
                .extracting(Repair::code)
                .contains("truncated")
                .doesNotContain("truncated-all");
        // four of 300.0 to 300.1 are up to 1,200.4, by rounding up to 1,200.2
        assertThat(only(
                                FigureRelation.sum("s", "t", List.of("a", "a", "a", "a")),
                                figure("t", "USD 1200.3 bn"),
                                figure("a", "USD 300.0 bn"))
                        .repairs())
                .extracting(Repair::code)
                .contains("truncated-all")
                .doesNotContain("truncated");
    }

    private static Repair repair(RepairKind kind, String code, Verdict verdict, Optional<BigDecimal> share) {
        BoundedQuantity one = BoundedQuantity.exactly(Unit.SHARE.quantity(BigDecimal.ONE));
        Repair.Builder builder = Repair.builder();
        builder.kind(kind)
                .code(code)
                .text(Label.same(code))
                .implied(one)
                .published(one)
                .verdict(verdict)
                .share(share);
        return builder.build();
    }

    /** Of those of which no share is known those that agree to the point stand first, then the likelier kind. */
    @Test
    void ranking_withoutShares_byAgreementAndKind() {
        Repair rounds = repair(RepairKind.ROUNDS, "rounds", Verdict.AGREES_WITHIN_ROUNDING, Optional.empty());
        Repair stock = repair(RepairKind.OPENING_STOCK, "stock", Verdict.AGREES, Optional.empty());
        Repair factor = repair(RepairKind.FACTOR, "factor", Verdict.AGREES, Optional.empty());
        Repair small = repair(
                RepairKind.CURRENCY, "currency", Verdict.AGREES_WITHIN_ROUNDING, Optional.of(new BigDecimal("0.01")));
        Repair steps =
                repair(RepairKind.STEPS, "n+1", Verdict.AGREES_WITHIN_ROUNDING, Optional.of(new BigDecimal("0.01")));

        assertThat(Stream.of(rounds, stock, small, factor, steps).sorted(Repairs.RANKING))
                .containsExactly(steps, small, factor, stock, rounds);
    }

    // ---- identity ----

    @Test
    void equals_whatTheySay() {
        Finding finding = sum("USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn");
        Finding other = sum("USD 36.3 bn", "USD 13.1 bn", "USD 23.2 bn");

        assertThat(finding)
                .isEqualTo(sum("USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn"))
                .hasSameHashCodeAs(sum("USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn"))
                .isNotEqualTo(other)
                .isNotEqualTo(sum("USD 99.3 bn", "USD 12.1 bn", "USD 23.2 bn"))
                .isNotEqualTo("a finding");
        assertThat(other.verdict()).isEqualTo(finding.verdict());
    }

    @Test
    void equals_ofReports_whatTheySay() {
        AuditReport report = report("USD 35.3 bn", "USD 12.1 bn");

        assertThat(report)
                .isEqualTo(report("USD 35.3 bn", "USD 12.1 bn"))
                .hasSameHashCodeAs(report("USD 35.3 bn", "USD 12.1 bn"))
                .isNotEqualTo(report("USD 36.3 bn", "USD 13.1 bn"))
                .isNotEqualTo(AUDITOR.with(ReadingConvention.customary())
                        .audit(figures("USD 35.3 bn", "USD 12.1 bn"), List.of(SUM)))
                .isNotEqualTo("a report");
        assertThat(report.toString()).startsWith("AuditReport{").contains("findings=[Finding{relation=s, ");
    }

    private static List<Figure> figures(String total, String first) {
        return List.of(figure("t", total), figure("a", first), figure("b", "USD 23.2 bn"));
    }

    private static AuditReport report(String total, String first) {
        return AUDITOR.audit(figures(total, first), List.of(SUM));
    }

    @Test
    void finding_ofARelationThatIsNotThere_isRefused() {
        assertThatThrownBy(() -> report("USD 35.3 bn", "USD 12.1 bn").finding("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Relation must be part of the audit: other");
    }

    /** More relations than a report keeps findings of at a time, each of its own figures, asked for in whatever order. */
    @Test
    void findings_ofManyRelations_areTheirOwn_onSeveralThreads() {
        List<Figure> figures = new ArrayList<>();
        List<FigureRelation> relations = new ArrayList<>();
        for (int i = 100; i < 230; i++) {
            figures.add(figure("t" + i, "USD " + i + ".3 bn"));
            figures.add(figure("a" + i, "USD " + (i - 50) + ".1 bn"));
            figures.add(figure("b" + i, "USD 50.2 bn"));
            relations.add(FigureRelation.sum("s" + i, "t" + i, List.of("a" + i, "b" + i)));
        }
        AuditReport report = AUDITOR.withThreads(2).audit(figures, relations);

        assertThat(report).isEqualTo(AUDITOR.audit(figures, relations));
        for (int i = 100; i < 166; i++) {
            for (int k : new int[] {i, i + 64, i}) {
                Finding finding = report.finding("s" + k);
                assertThat(finding.figures()).containsExactly("a" + k, "b" + k, "t" + k);
                assertThat(finding.reason(Locale.ENGLISH)).contains("printed USD " + k + ".3 billion, ");
            }
        }
    }
}
