package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.relation.GrowthEquation;
import dev.saidao.core.relation.Member;
import dev.saidao.core.relation.Relation;
import dev.saidao.core.relation.RepairKind;
import dev.saidao.core.text.FigureFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations with their members, and what changes make of them; expected ends are closed forms, computed beside each. */
class CaseTest {

    private static final FigureRelation GROWTH =
            FigureRelation.growth("g", "b", "e", "r", ReferencePeriod.span(2020, 2025), Optional.empty());
    private static final Label LABEL = Label.same("a change");

    private static Evidence read(String text, ReadingConvention reading) {
        return Evidence.of(ReadNumber.of(FigureFormat.english().parse(text), reading));
    }

    private static Case of(Relation relation, boolean isRough, ReadingConvention reading, String... numbers) {
        Map<String, Evidence> members = new LinkedHashMap<>();
        int next = 0;
        for (Member member : relation.members()) {
            members.put(
                    member.role(),
                    member.constant().isPresent()
                            ? Evidence.of(member.constant().get())
                            : read(numbers[next++], reading));
        }
        return new Case(relation, members, isRough);
    }

    private static Case of(Relation relation, String... numbers) {
        return of(relation, true, ReadingConvention.strict(), numbers);
    }

    /** Growth from 2020 to 2025. */
    private static Case growth(String base, String end, String rate) {
        Case sizes = of(GROWTH, base, end, "1%");
        Map<String, Evidence> members = new LinkedHashMap<>(sizes.members());
        members.put(
                GrowthEquation.RATE,
                Evidence.of(ReadNumber.of(
                        FigureFormat.english().parse(rate, Unit.GROWTH_RATE), ReadingConvention.strict())));
        return new Case(GROWTH, members, true);
    }

    private static Change scaling(String role, int factor) {
        return new Change.Scaling(RepairKind.FACTOR, "scaled", LABEL, role, Bounds.exactly(BigDecimal.valueOf(factor)));
    }

    // ---- sums of many digits ----

    /**
     * 1,000,000,000,000,000,001 and 9.5 to 10.5 million persons: the total is 9,500,001 to 10,500,001 above 10^18. Of 18 digits the ends
     * of this are not seen.
     */
    @ParameterizedTest
    @CsvSource({"9500000, false", "9500001, true", "10500001, true", "10500002, false"})
    void canBe_moreDigitsThanTheQuickLookHas_isExact(long above, boolean possible) {
        Relation sum = FigureRelation.sum("s", "t", List.of("a", "b"));
        String total = 1_000_000_000_000_000_000L + above + " persons";

        for (boolean isRough : new boolean[] {true, false}) {
            assertThat(of(
                                    sum,
                                    isRough,
                                    ReadingConvention.strict(),
                                    total,
                                    "1000000000000000001 persons",
                                    "10 million persons")
                            .canBe())
                    .isEqualTo(possible);
        }
    }

    /** The difference of two such numbers is the small one that it is. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "8, false"})
    void canBe_smallDifferenceOfLargeNumbers_isExact(int difference, boolean possible) {
        Relation relation = FigureRelation.difference("d", "a", "b", "x");

        assertThat(of(relation, "1000000000000000001 persons", "1000000000000000003 persons", difference + " persons")
                        .canBe())
                .isEqualTo(possible);
    }

    /** What is left of a total of two such numbers is a small one too, however many digits their sum takes. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "4, false", "5, false"})
    void canBe_smallRestOfLargeNumbers_isExact(int rest, boolean possible) {
        Relation relation = FigureRelation.sum(
                "s", Unit.parse("persons").quantity(new BigDecimal("2000000000000000005")), List.of("a", "b", "c"));

        assertThat(of(relation, "1000000000000000001 persons", "1000000000000000002 persons", rest + " persons")
                        .canBe())
                .isEqualTo(possible);
    }

    // ---- how well they agree ----

    /** No rate is under -100%. */
    @Test
    void level_ofAPrintThatIsNoNumber_isNone() {
        assertThat(growth("USD 10", "USD 20", "under -100%").level()).isEmpty();
    }

    @Test
    void level_printedPoints_roundingAndWords() {
        Relation sum = FigureRelation.sum("s", "t", List.of("a", "b"));

        assertThat(of(sum, "USD 35.3 bn", "USD 12.1 bn", "USD 23.2 bn").level()).contains(Verdict.AGREES);
        assertThat(of(sum, "USD 35.4 bn", "USD 12.1 bn", "USD 23.2 bn").level())
                .contains(Verdict.AGREES_WITHIN_ROUNDING);
        assertThat(of(sum, "over USD 30 bn", "USD 12.1 bn", "USD 23.2 bn").level())
                .contains(Verdict.AGREES_AS_BOUND);
        assertThat(of(sum, "USD 36 bn", "USD 12.1 bn", "USD 23.2 bn").level()).isEmpty();
    }

    /** 3,347.4 over a multiple that may be 0 is any base; 10 times that is no 3,347.4, nor 3,347.4 over 10 that multiple. */
    @Test
    void roleApart_theFirstThatIsNotWhatTheOthersImply() {
        Relation multiple = FigureRelation.multiple("m", "b", "v", "x");
        Case apart = of(multiple, "USD 10 bn", "USD 3347.4 bn", "0.0 times");

        assertThat(List.copyOf(apart.members().keySet())).startsWith("base", "value");
        assertThat(apart.roleApart()).contains("value");
        assertThat(of(multiple, "USD 10 bn", "USD 30 bn", "3.0 times").roleApart())
                .isEmpty();
    }

    /** 1 to 2 bn in 5 years are 0% to 38%, also 11.25% and 18.75%; 1.000 to 2.000 are 14.9% alone. Of 0% a quarter is nothing. */
    @Test
    void isWeak_aQuarterMoreAndLessWouldAgree() {
        Case coarse = growth("USD 1 bn", "USD 2 bn", "15%");
        Case fine = growth("USD 1.000 bn", "USD 2.000 bn", "15%");
        Case none = growth("USD 1 bn", "USD 1 bn", "0%");

        assertThat(coarse.isWeak(coarse.implied())).isTrue();
        assertThat(fine.isWeak(fine.implied())).isFalse();
        assertThat(none.isWeak(none.implied())).isFalse();
    }

    // ---- changes ----

    /** 12.40 cut off is 12.40 to 12.41; a change of the judged number alone leaves the others as they were rounded. */
    @Test
    void after_digitsCutOff_ofAllOrOfTheJudged() {
        Case claim = growth("USD 12.40", "USD 43.20", "16.9%");
        Case judged = claim.after(new Change.CutOff("truncated", LABEL, false));
        Case all = claim.after(new Change.CutOff("truncated-all", LABEL, true));

        Bounds cutOff = Bounds.parse("[0.169, 0.170)");
        assertThat(judged.evidence("rate").bounds()).isEqualTo(cutOff);
        assertThat(judged.evidence("base").bounds())
                .isEqualTo(claim.evidence("base").bounds());
        assertThat(all.evidence("rate").bounds()).isEqualTo(cutOff);
        assertThat(all.evidence("base").bounds()).isEqualTo(Bounds.parse("[12.40, 12.41)"));
        assertThat(all.evidence("end").bounds()).isEqualTo(Bounds.parse("[43.20, 43.21)"));
    }

    /** 100 persons may be 95 to 105 if its zeros are padding; 12.4 has none. */
    @Test
    void after_roundFigures_zerosAtTheEndArePadding() {
        Case sum = of(
                FigureRelation.sum("s", "t", List.of("a", "b")),
                false,
                ReadingConvention.customary(),
                "USD 1400",
                "USD 12.4",
                "USD 1387.6");
        Case after = sum.after(Changes.PADDED);

        assertThat(after.judged().bounds()).isEqualTo(Bounds.parse("[1350, 1450]"));
        assertThat(after.members().values().stream()
                        .skip(1)
                        .map(member -> member.bounds().toString()))
                .containsExactlyElementsOf(sum.members().values().stream()
                        .skip(1)
                        .map(member -> member.bounds().toString())
                        .toList());
    }

    /** Doubles know compound growth, over however many years, and no other way to take it. */
    @Test
    void after_anotherEquation_isLeftToExactWork() {
        Case claim = growth("USD 10 bn", "USD 20 bn", "12.2%");
        Change more = new Change.OtherConstant(
                RepairKind.STEPS, "n+1", LABEL, Member.constant(GrowthEquation.YEARS, Years.of(6)));

        assertThat(claim.after(more).isRough()).isTrue();
        assertThat(claim.after(more).level()).contains(Verdict.AGREES); // 2^(1/6) is 1.1225
        assertThat(claim.relation().alternatives())
                .filteredOn(change -> change instanceof Change.OtherEquation)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(claim.after(change).isRough()).isFalse());
        assertThat(new Case(claim.relation(), claim.members(), false)
                        .after(more)
                        .isRough())
                .isFalse();
    }

    /** What falls by 20% does not fall by 200%, though it may by 2%. */
    @Test
    void isPossible_fallByMoreThanAll_isNot() {
        Case claim = growth("USD 10 bn", "USD 8 bn", "-20%");
        Change tenth =
                new Change.Scaling(RepairKind.FACTOR, "rate/10", LABEL, "rate", Bounds.exactly(new BigDecimal("0.1")));
        Case more = claim.after(scaling("rate", 10));

        assertThat(more.isPossible(scaling("rate", 10))).isFalse();
        assertThat(more.level(scaling("rate", 10))).isEmpty();
        assertThat(more.isPossible(scaling("another", 10))).isTrue();
        assertThat(claim.after(tenth).isPossible(tenth)).isTrue();
        assertThat(claim.after(scaling("end", 10)).isPossible(scaling("end", 10)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void after_scaling_multipliesTheMember(int factor) {
        Evidence scaled = growth("USD 10.0 bn", "USD 20.0 bn", "15%")
                .after(scaling("end", factor))
                .evidence("end");

        assertThat(scaled.point().orElseThrow())
                .isEqualByComparingTo(new BigDecimal("20E9").multiply(BigDecimal.valueOf(factor)));
        assertThat(scaled.bounds().lower().orElseThrow())
                .isEqualByComparingTo(new BigDecimal("19.95E9").multiply(BigDecimal.valueOf(factor)));
    }

    // ---- which changes there are ----

    private static List<String> codes(Case one) {
        return Changes.of(one).stream().map(Change::code).toList();
    }

    /** A number that is printed exactly has no digits cut off, and one without zeros at its end no padding. */
    @Test
    void changes_onlyThoseThatAPrintLeavesRoomFor() {
        Relation sum = FigureRelation.sum("s", "t", List.of("a", "b"));
        ReadingConvention customary = ReadingConvention.customary();

        assertThat(codes(of(sum, "USD 36.4 bn", "USD 12.1 bn", "USD 23.2 bn")))
                .contains("truncated", "truncated-all")
                .doesNotContain("padded-zeros");
        assertThat(codes(of(sum, "36 persons", "12 persons", "23 persons"))).doesNotContain("truncated");
        assertThat(codes(of(sum, true, customary, "USD 36.4", "USD 12.1", "USD 23.2")))
                .doesNotContain("padded-zeros");
        assertThat(codes(of(sum, true, customary, "USD 36.00", "USD 12.1", "USD 23.2")))
                .contains("padded-zeros");
        assertThat(codes(of(sum, "USD 36.00", "USD 12.1", "USD 23.2"))).doesNotContain("padded-zeros");
    }

    /** Money is in another currency only where other money of its own is beside it; sizes are off by up to 10,000, rates by 100. */
    @Test
    void changes_currenciesAndPowersOfTen() {
        Case claim = growth("USD 10 bn", "USD 20 bn", "15%");
        assertThat(codes(claim))
                .contains("base-in-CNY", "end-in-CNY", "base*10000", "base/10000", "rate*100", "rate/100")
                .doesNotContain("base-in-EUR", "rate-in-CNY", "rate*1000", "base*100000");

        Relation currency = FigureRelation.currency(
                "c", "a", "b", Member.constant("rate", Unit.MULTIPLE.quantity(new BigDecimal("7.2"))));
        assertThat(codes(of(currency, "USD 112 bn", "CNY 806 bn")))
                .isNotEmpty()
                .noneMatch(code -> code.contains("-in-"));
    }

    /** The base in the yuan of 2007, at 7.6058 a dollar, the end in that of 2012, at 6.3093 (Federal Reserve, G.5A). */
    @Test
    void changes_currencyOfTheYearOfTheSize() {
        Case claim = of(
                FigureRelation.growth("g", "b", "e", "r", ReferencePeriod.span(2007, 2012), Optional.empty()),
                "USD 10 bn",
                "USD 20 bn",
                "15%");

        assertThat(worth(claim, "base-in-CNY").contains(divided("7.6058"))).isTrue();
        assertThat(worth(claim, "base-in-CNY").contains(divided("6.3093"))).isFalse();
        assertThat(worth(claim, "end-in-CNY").contains(divided("6.3093"))).isTrue();
        assertThat(worth(claim, "end-in-CNY").contains(divided("7.6058"))).isFalse();
    }

    private static Bounds worth(Case one, String code) {
        return Changes.of(one).stream()
                .filter(change -> change.code().equals(code))
                .flatMap(change -> change instanceof Change.Scaling scaling ? Stream.of(scaling.factor()) : Stream.of())
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal divided(String rate) {
        return BigDecimal.ONE.divide(new BigDecimal(rate), MathContext.DECIMAL64);
    }

    @Test
    void factors_namePowersOfTen() {
        List<Change.Scaling> factors = Changes.factors("end", "size", Unit.parse("USD"));

        assertThat(factors.get(0).code()).isEqualTo("size*10");
        assertThat(factors.get(0).text()).isEqualTo(Label.of("size times 10", "size 乘以 10"));
        assertThat(factors.get(0).factor()).isEqualTo(Bounds.parse("[10, 10]"));
        assertThat(factors.get(1).code()).isEqualTo("size/10");
        assertThat(factors.get(1).text()).isEqualTo(Label.of("size divided by 10", "size 除以 10"));
        assertThat(factors.get(1).factor()).isEqualTo(Bounds.parse("[0.1, 0.1]"));
        assertThat(Changes.factors("year", "year", Unit.CALENDAR_YEAR)).isEmpty();
    }
}
