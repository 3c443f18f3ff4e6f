package dev.saidao.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureRelationTest {

    @Test
    void json_isTheIdentity() {
        FigureRelation relation = FigureRelation.cadence(
                        "cadence",
                        "size",
                        2,
                        Optional.of("opening"),
                        "target",
                        ReferencePeriod.span(2026, 2035),
                        RoundCounting.FROM_FIRST_YEAR)
                .named(Label.of("rounds", "轮次"));

        assertThat(SaidaoJson.read(SaidaoJson.write(relation), FigureRelation.class))
                .isEqualTo(relation);
        assertThat(relation.title().en()).isEqualTo("rounds");
    }

    /** Every two years: 2025, 27, … 35 is six; 2026 to 2035 is five (2026, 28, … 34). */
    @ParameterizedTest
    @CsvSource({
        "FROM_FIRST_YEAR, 2025, 2035, 6",
        "FROM_FIRST_YEAR, 2026, 2035, 5",
        "FROM_YEAR_BEFORE, 2026, 2035, 6",
        "AFTER_FIRST_INTERVAL, 2026, 2035, 4",
        "AFTER_FIRST_INTERVAL, 2025, 2035, 5",
        "FROM_FIRST_YEAR, 2030, 2030, 1",
        "AFTER_FIRST_INTERVAL, 2030, 2030, 0"
    })
    void rounds_areCountedByConvention(RoundCounting counting, int first, int last, int rounds) {
        assertThat(counting.rounds(first, last, 2)).isEqualTo(rounds);
    }

    @Test
    void rounds_ofNoSpan_areRefused() {
        assertThatThrownBy(() -> RoundCounting.FROM_FIRST_YEAR.rounds(2030, 2029, 2))
                .hasMessage(
                        "Rounds must be every 1 or more years, from a year to a later one: every 2 from 2030 to 2029");
    }

    @Test
    void growth_stepsOfAPeriod_areLastMinusFirst() {
        FigureRelation relation = FigureRelation.growth(
                "g", "a", "b", "r", ReferencePeriod.span(2021, 2025), Optional.of(ReferencePeriod.span(2022, 2025)));

        assertThat(relation.member("years").constant()).contains(Years.of(4));
        assertThat(relation.alternatives()).extracting(Change::code).startsWith("stated-span (n-1)", "n-1", "n+1");
    }

    @Test
    void ratioChain_equalParts_haveRolesOfTheirOwn() {
        FigureRelation relation =
                FigureRelation.ratioChain("r", List.of("a", "b"), List.of(BigDecimal.ONE, BigDecimal.ONE));

        assertThat(relation.members()).extracting(Member::role).containsExactly("1", "1.0");
    }

    @Test
    void otherMembersThanOfTheKind_areRefused() {
        assertThatThrownBy(() -> FigureRelation.builder()
                        .id("s")
                        .kind(RelationKind.SHARE)
                        .addMembers(
                                Member.figure("part", "a"), Member.figure("whole", "b"), Member.figure("share", "c"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Members of share must be whole, part, share: [part, whole, share]");
        assertThatThrownBy(() -> FigureRelation.same("s", List.of("a")))
                .hasMessage("Members of same must be two or more: [number1]");
        assertThatThrownBy(() -> FigureRelation.growth("g", "a", "b", "r", 0))
                .hasMessage("Steps must be 1 to 10000: 0");
        // 2^32 + 4 has the lowest bits of 4
        assertThatThrownBy(() -> FigureRelation.builder()
                        .id("g")
                        .kind(RelationKind.GROWTH)
                        .addMembers(
                                Member.figure("base", "a"),
                                Member.figure("end", "b"),
                                Member.figure("rate", "r"),
                                Member.constant("years", Years.of(4_294_967_300L)))
                        .build())
                .hasMessage("Steps must be 1 to 10000: 4294967300");
        assertThatThrownBy(() ->
                        FigureRelation.ratioChain("r", List.of("a", "b"), List.of(BigDecimal.ONE, BigDecimal.ZERO)))
                .hasMessage("Role in a ratio chain must be a positive number: 0");
        assertThatThrownBy(() -> FigureRelation.ratioChain("r", List.of("a", "b"), List.of(BigDecimal.ONE)))
                .hasMessage("Ratio must have as many parts as sizes: [1] for [a, b]");
        assertThatThrownBy(() -> Member.figure("role", "a b"))
                .hasMessage("Figure id must be 1 to 100 letters, digits, '.', '_' and '-': 'a b'");
        assertThatThrownBy(() -> RelationKind.of("sums")).hasMessageStartingWith("Kind must be one of growth, sum,");
    }

    @Test
    void units_areCompletedAndChecked() {
        FigureRelation sum = FigureRelation.sum("s", "total", List.of("a", "b"));
        Optional<Unit> dollars = Optional.of(Unit.parse("USD"));

        assertThat(sum.equation()
                        .units(units(sum, Optional.empty(), dollars, Optional.empty()))
                        .all())
                .containsExactly(dollars, dollars, dollars);
        assertThatThrownBy(() ->
                        sum.equation().units(units(sum, Optional.empty(), dollars, Optional.of(Unit.parse("CNY")))))
                .isInstanceOf(UnitMisfitException.class);
        FigureRelation density = FigureRelation.density("d", "a", "b", "c");
        assertThatThrownBy(() -> density.equation().units(units(density, Optional.empty(), dollars, Optional.empty())))
                .hasMessage("Unit of count must be of kind count: USD");
    }

    private static Units units(Relation relation, Optional<Unit> first, Optional<Unit> second, Optional<Unit> third) {
        return Units.of(relation.roles(), List.of(first, second, third));
    }
}
