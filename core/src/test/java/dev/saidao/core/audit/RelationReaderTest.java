package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.RelationKind;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationReaderTest {

    private static final List<Figure> FIGURES = List.of(
            figure("a", "2000"),
            figure("b", "3000"),
            figure("d", "600"),
            figure("c", "2600"),
            figure("e", "700"),
            figure("g", "8%"),
            figure("n", "5"),
            figure("p", "2.5个百分点"),
            figure("s", "30.0%"),
            figure("t", "32.5%"));

    private static Figure figure(String id, String text) {
        return FigureReader.figure(Row.of(Map.of("id", id, "as_published", text)))
                .figure();
    }

    private static FigureRelation relation(String kind, String members) {
        return RelationReader.of(FIGURES)
                .relation(Row.of(List.of("id", "kind", "members"), List.of("r", kind, members)));
    }

    /** The numbers are worked out by hand: 2000 + 3000, 3000 / 2000, 600 / 2000, (2000 + 3000) / 2. */
    @ParameterizedTest
    @CsvSource({
        "sum, total=5000;x=a;y=b",
        "multiple, base=a;value=b;multiple=1.5",
        "share, part=d;whole=a;share=0.3",
        "at-most, total=7000;x=a;y=b",
        "average, average=2500;x=a;y=b"
    })
    void relation_ofABareConstant_isInTheUnitOfItsRole(String kind, String members) {
        FigureRelation relation = relation(kind, members);

        assertThat(Auditor.withDefaults()
                        .audit(FIGURES, List.of(relation))
                        .findings()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.AGREES);
    }

    /** 100 to 200 in 10 years is 7.2% a year; around 2030 may be other years, so that 12% is no contradiction. */
    @Test
    void growth_untilAboutAYear_mustHaveItsYears() {
        List<Figure> figures =
                List.of(dated("a", "100", "2020"), dated("b", "200", "around 2030"), dated("c", "12%", ""));

        assertThatThrownBy(() -> RelationReader.of(figures)
                        .relation(Row.of(
                                List.of("id", "kind", "members"), List.of("r", "growth", "base=a;end=b;rate=c"))))
                .hasMessageStartingWith("Growth must have years: by times of its figures");
    }

    private static Figure dated(String id, String text, String time) {
        return FigureReader.figure(Row.of(Map.of("id", id, "as_published", text, "time", time)))
                .figure();
    }

    @Test
    void relation_ofAConstantWithAUnit_keepsIt() {
        assertThat(relation("sum", "total=5 bn USD;x=a").member("total").constant())
                .hasValueSatisfying(constant -> assertThat(constant.unit()).isEqualTo(Unit.parse("USD")));
    }

    // ---- roles ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share      | part=d;total=a;ratio=0.3            | part=d whole=a share=0.3 ratio",
                "density    | numerator=d;denominator=a;density=p | count=d population=a density=p",
                "cumulative | opening=a;new=d;closing=b           | cumulative=b previous=a added=d",
                "difference | start=a;current=b;change=d          | from=a to=b difference=d",
                "step       | from=a;to=b;growth=g                | previous=a current=b rate=g",
                "between    | least=a;most=b;value=d              | low=a high=b value=d",
                "multiple   | start=a;current=b;times=1.5         | base=a value=b multiple=1.5 times",
                "growth     | from=a;to=b;cagr=g;n=5              | base=a end=b rate=g years=5 years",
                "total-growth  | total_growth=s;annual=g;steps=4  | total=s rate=g years=4 years",
                "doubling-time | growth=g;n=10                    | rate=g years=10 years",
                "cadence    | stock=a;per_round=d;n=3;target=b    | size=d rounds=3 rounds opening=a target=b",
            })
    void relation_byOtherNamesOfRoles(String kind, String members, String expected) {
        assertMembers(kind, members, expected);
    }

    /** Parts may be called alike: they are numbered in their order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum     | whole=b;x=a;x=d;x=e          | total=b x=a x2=d x3=e",
                "average | mean=b;value=a;value=d       | average=b part=a part2=d",
                "at-most | most=b;x=a;x=d               | total=b x=a x2=d",
                "same    | x=a;x=b                      | x=a x2=b",
            })
    void relation_ofPartsCalledAlike(String kind, String members, String expected) {
        assertMembers(kind, members, expected);
    }

    /** A place that is left out, or is called unprinted, is a figure of that name which nobody printed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share    | part=d                      | part=d whole=r.whole share=r.share",
                "share    | part=d;whole=?;share= ?     | part=d whole=r.whole share=r.share",
                "share    | part=d;whole=unknown        | part=d whole=unknown share=r.share",
                "growth   | base=a;years=3              | base=a end=r.end rate=r.rate years=3 years",
                "cadence  | rounds=3                    | size=r.size rounds=3 rounds opening=0 items target=r.target",
                "sum      | x=s;y=t                     | total=1 ratio x=s y=t",
                "sum      | x=a;; y=b ;                 | total=1 ratio x=a y=b",
            })
    void relation_ofFewerMembers(String kind, String members, String expected) {
        assertMembers(kind, members, expected);
    }

    /** 32.5% less 30% are 2.5 points: what is added in points is a difference. 2000 and 600 are 2600, a sum. */
    @Test
    void cumulative_inPoints_isADifference() {
        FigureRelation points = relation("cumulative", "cumulative=t;previous=s;added=p");
        FigureRelation pieces = relation("cumulative", "cumulative=c;previous=a;added=d");

        assertThat(points.kind()).isEqualTo(RelationKind.DIFFERENCE);
        assertThat(written(points)).containsExactlyInAnyOrder("from=s", "to=t", "difference=p");
        assertThat(verdict(points)).isEqualTo(Verdict.AGREES);
        assertThat(pieces.kind()).isEqualTo(RelationKind.CUMULATIVE);
        assertThat(verdict(pieces)).isEqualTo(Verdict.AGREES);
    }

    @ParameterizedTest
    @CsvSource({"5, 5 items", "5.5, 5.5 items", ".5, 0.5 items", "-3, -3 items", "5 bn USD, 5000000000 USD"})
    void member_thatReadsAsANumber_isAConstant(String text, String expected) {
        assertThat(written(relation("at-most", "total=a;x=" + text))).contains("x=" + expected);
    }

    /** What is not one number is no constant, and no id of a figure either. */
    @ParameterizedTest
    @ValueSource(strings = {"5+", "5 bn moon rocks of no kind at all", "1 2 3"})
    void member_thatIsNoNumberAndNoId_isRefused(String text) {
        assertThat(refused("at-most", "total=a;x=" + text).column()).isEqualTo("members");
    }

    /** A range is not one number: 3-4 is the id of a figure that nobody printed. */
    @Test
    void member_thatIsARange_isNoConstant() {
        assertThat(written(relation("at-most", "total=a;x=3-4"))).contains("x=3-4");
        assertThat(refused("at-most", "total=a;x=3% to 4%").column()).isEqualTo("members");
    }

    // ---- growth ----

    /** The years of a growth are those of its figures; those of the rate, if it has some, stand beside. */
    @Test
    void growth_byTheTimesOfItsFigures() {
        List<Figure> figures =
                List.of(dated("a", "100", "2020"), dated("b", "200", "2030"), dated("c", "7.2%", "2021/2030"));
        FigureRelation relation = relation(figures, "growth", "base=a;end=b;rate=c");

        assertThat(relation.period()).contains(ReferencePeriod.span(2020, 2030));
        assertThat(relation.ratePeriod()).contains(ReferencePeriod.span(2021, 2030));
        assertThat(written(relation)).containsExactlyInAnyOrder("base=a", "end=b", "rate=c", "years=10 years");
    }

    @Test
    void growth_ofUndatedFigures_byTheYearsOfItsRate() {
        List<Figure> figures = List.of(dated("a", "100", ""), dated("b", "200", ""), dated("c", "7.2%", "2020/2030"));

        assertThat(relation(figures, "growth", "base=a;end=b;rate=c").period())
                .contains(ReferencePeriod.span(2020, 2030));
    }

    @Test
    void growth_overYearsThatAreAFigure() {
        List<Figure> figures = List.of(dated("a", "100", ""), dated("b", "200", ""), dated("n", "10 years", ""));

        assertThat(written(relation(figures, "growth", "base=a;end=b;years=n"))).contains("years=n");
    }

    @Test
    void growth_backwards_isRefused() {
        List<Figure> figures = List.of(dated("a", "100", "2030"), dated("b", "200", "2020"), dated("c", "7%", ""));

        assertThat(refused(figures, "growth", "base=a;end=b;rate=c").rule().en())
                .contains("2030", "2020");
    }

    /** A growth at the start that nobody printed says nothing; one of another year belongs to no such claim. */
    @Test
    void startGrowth_ofNoFigureOrOfAnotherYear() {
        List<Figure> figures = List.of(
                dated("a", "100", "2020"), dated("b", "200", "2030"), dated("c", "7.2%", ""), dated("g", "5%", "2019"));

        assertThat(written(relation(figures, "growth", "base=a;end=b;rate=c;start_growth=z")))
                .containsExactlyInAnyOrder("base=a", "end=b", "rate=c", "years=10 years");
        assertThat(refused(figures, "growth", "base=a;end=b;rate=c;start_growth=g")
                        .rule()
                        .en())
                .isEqualTo("Growth at the start must be of 2020 or 2021: 2019");
    }

    // ---- cadence ----

    /** Every two years from 2026 to 2035 are five rounds. */
    @Test
    void cadence_byItsYears() {
        FigureRelation relation = relation("cadence", "size=d;target=b;every=2;first=2026;last=2035");

        assertThat(written(relation))
                .containsExactlyInAnyOrder("size=d", "target=b", "rounds=5 rounds", "opening=0 items");
        assertThat(relation.everyYears()).contains(2);
        assertThat(relation.period()).contains(ReferencePeriod.span(2026, 2035));
        assertThat(written(relation("cadence", "size=d;target=b;every=2;from=2026;to=2035;existing=a")))
                .containsExactlyInAnyOrder("size=d", "target=b", "rounds=5 rounds", "opening=a");
    }

    @Test
    void cadence_byTheTimesOfItsFigures() {
        List<Figure> figures = List.of(dated("z", "100", "2026"), dated("t", "500", "2035"));

        assertThat(relation(figures, "cadence", "size=z;target=t;every=3").period())
                .contains(ReferencePeriod.span(2026, 2035));
    }

    @Test
    void cadence_ofConstants() {
        assertThat(written(relation("cadence", "size=100;target=500;rounds=n;opening=20")))
                .containsExactlyInAnyOrder("size=100 items", "target=500 items", "rounds=n", "opening=20 items");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size=d;target=b                       | Cadence must say its rounds",
                "size=d;target=b;every=2               | Cadence must have a last year",
                "size=d;target=b;every=2;to=2035       | Cadence must have a first year",
                "size=d;target=b;every=two             | Member every must be a whole number: two",
                "size=d;target=b;rounds=2.5            | Member rounds must be a whole number: 2.5",
                "size=d;target=b;every=2;speed=3       | Role must be one of size, target, opening, rounds, every, from, to: speed",
            })
    void cadence_thatDoesNotSayItsRounds_isRefused(String members, String message) {
        assertThat(refused("cadence", members).rule().en()).startsWith(message);
    }

    // ---- ratio chain ----

    @Test
    void ratioChain_byItsRolesOrByARatio() {
        assertThat(written(relation("ratio-chain", "1=d;5=b"))).containsExactly("1=d", "5=b");
        assertThat(written(relation("ratio-chain", "ratio=1:5;x=d;y=b"))).containsExactly("1=d", "5=b");
        assertThat(written(relation("ratio-chain", "x=d;y=b;z=e;ratio=1 \u2236 5\uFF1A1")))
                .containsExactly("1=d", "5=b", "1.0=e");
    }

    // ---- what is refused ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share       | part=d;=a               | Member must be role=figure-id: =a",
                "share       | part=d;whole=           | Member must be role=figure-id: whole=",
                "share       | part                    | Member must be role=figure-id: part",
                "share       | whole=a;total=b         | Role must be given once: total",
                "growth      | base=a;end=b;tempo=g    | Role must be one of base, end, rate, years, start_growth: tempo",
                "growth      | base=a;end=b;years=1.5  | Member years must be a whole number: 1.5",
                "growth      | base=a;end=b;years=123456 | Member years must be a whole number: 123456",
                "ratio-chain | ratio=1:5;x=d           | Ratio must have as many parts as sizes",
                "ratio-chain | 1=d;1=b                 | Role must be given once: 1",
            })
    void relation_thatCannotBeRead_saysWhy(String kind, String members, String message) {
        RowException refused = refused(kind, members);

        assertThat(refused.column()).isEqualTo("members");
        assertThat(refused.rule().en()).startsWith(message);
    }

    @Test
    void relation_withoutIdKindOrMembers_namesTheColumn() {
        assertThat(refused("summe", "x=a").column()).isEqualTo("kind");
        assertThat(refused("sum", "").column()).isEqualTo("members");
        assertThat(refused("sum", "").rule().en()).isEqualTo("Row must have one: members");
        assertThat(refused(Row.of(List.of("id", "kind", "members"), List.of("", "sum", "x=a")))
                        .column())
                .isEqualTo("id");
    }

    @Test
    void read_idTwice_isAFailureOfItsRow(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("relations.csv");
        Files.writeString(file, "id,kind,members\nr,sum,total=b;x=a\nr,sum,total=b;x=d\nq,sum,total=b;x=e\n");
        Rows<FigureRelation> rows = RelationReader.of(FIGURES).read(file);

        assertThat(rows.values()).extracting(FigureRelation::id).containsExactly("r", "q");
        assertThat(rows.failures()).extracting(Failure::line).containsExactly(3L);
        assertThat(rows.failures()).extracting(Failure::column).containsExactly("id");
    }

    private static FigureRelation relation(List<Figure> figures, String kind, String members) {
        return RelationReader.of(figures)
                .relation(Row.of(List.of("id", "kind", "members"), List.of("r", kind, members)));
    }

    private static RowException refused(String kind, String members) {
        return refused(FIGURES, kind, members);
    }

    private static RowException refused(List<Figure> figures, String kind, String members) {
        return assertThrows(RowException.class, () -> relation(figures, kind, members));
    }

    private static RowException refused(Row row) {
        return assertThrows(RowException.class, () -> RelationReader.of(FIGURES).relation(row));
    }

    private static Verdict verdict(FigureRelation relation) {
        return Auditor.withDefaults()
                .audit(FIGURES, List.of(relation))
                .findings()
                .get(0)
                .verdict();
    }

    /** Each member as role=figure, or as role=value unit. */
    private static List<String> written(FigureRelation relation) {
        return relation.members().stream()
                .map(member -> member.role() + "="
                        + member.figure()
                                .orElseGet(() -> member.constant()
                                        .map(constant -> constant.value().toPlainString() + " " + constant.unit())
                                        .orElseThrow()))
                .toList();
    }

    /** The members expected stand with blanks between: role=figure role=value unit. */
    private static void assertMembers(String kind, String members, String expected) {
        assertThat(written(relation(kind, members))).containsExactlyInAnyOrder(expected.split(" (?=\\S+=)"));
    }
}
