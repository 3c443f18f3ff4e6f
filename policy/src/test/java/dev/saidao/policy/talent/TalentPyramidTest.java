package dev.saidao.policy.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Count;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMismatchException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TalentPyramidTest {

    /** 30, 300 and 1500 by 2035 (page of 27 March 2026, talent, section 4). */
    @Test
    void proportion_ofTheTargetsFor2035_isOneToTenToFifty() {
        TalentPyramid pyramid = TalentPyramid.of(
                Stream.of("A-06", "A-07", "A-08").map(TalentPyramidTest::tier).toList());

        assertThat(pyramid.proportion().orElseThrow())
                .containsExactly(BigInteger.ONE, BigInteger.TEN, BigInteger.valueOf(50));
        assertThat(SaidaoJson.read(SaidaoJson.write(pyramid), TalentPyramid.class))
                .isEqualTo(pyramid);
    }

    @Test
    void proportion_withoutAPoint_isAbsent() {
        TalentTier open = TalentTier.of(
                Label.same("open"),
                Operand.of(BoundedQuantity.of(Unit.count("persons"), Bounds.greaterThan(BigDecimal.TEN))));

        assertThat(TalentPyramid.of(List.of(tier("A-06"), open)).proportion()).isEmpty();
    }

    @Test
    void pyramid_thatCannotBe_isRefused() {
        assertThatThrownBy(() -> TalentPyramid.of(List.of(tier("A-06")))).hasMessage("Tiers must be 2 or more: 1");
        assertThatThrownBy(() -> TalentPyramid.of(List.of(tier("A-06"), tier("C-01"))))
                .isInstanceOf(UnitMismatchException.class);
        assertThatThrownBy(() -> tier("A-02")).hasMessage("Headcount must be of kind count: ratio");
    }

    private static TalentTier tier(String id) {
        Figure figure = Dossiers.of(2026).figure(id);
        return TalentTier.of(figure.subject().name(), Operand.read(figure, ReadingConvention.withDefaults()));
    }

    /** The targets of the page for 2035, and those of the whole country: 1:10:50 and 1:5:25. */
    @Test
    void proportion_ofNamedCategories() {
        assertThat(pyramid(30, 300, 1500).proportion().orElseThrow().toString()).isEqualTo("[1, 10, 50]");
        assertThat(pyramid(2_000, 10_000, 50_000).proportion().orElseThrow().toString())
                .isEqualTo("[1, 5, 25]");
        assertThat(pyramid(1, 2, 3).tiers().get(1).name().zh()).isEqualTo("北京大工匠");
    }

    private static TalentPyramid pyramid(long national, long city, long district) {
        return TalentPyramid.of(List.of(
                TalentTier.of(TalentCategory.NATIONAL_CRAFTSMEN, Operand.of(Count.of(national, "persons"))),
                TalentTier.of(TalentCategory.BEIJING_GRAND_CRAFTSMEN, Operand.of(Count.of(city, "persons"))),
                TalentTier.of(TalentCategory.DISTRICT_CRAFTSMEN, Operand.of(Count.of(district, "persons")))));
    }

    @Test
    void proportion_ofNobody_isAbsent() {
        assertThat(pyramid(0, 0, 0).proportion()).isEmpty();
    }
}
