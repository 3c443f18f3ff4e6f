package dev.saidao.core.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.figure.PeriodConvention;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Share;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private final Dossier dossier = Dossiers.of(2026);
    private final Derived<BoundedQuantity> base = GrowthCalculator.withDefaults()
            .baseValue(read("B-01"), read("B-02"), Operand.steps(5, PeriodConvention.FROM_FIRST_YEAR.convention()));

    @Test
    void toText_english() {
        assertThat(base.derivation().toText(Locale.ENGLISH)).isEqualTo("""
                base value: base = end / (1 + rate)^years
                  end = CNY 238.8 billion, CNY [238.75, 238.85] billion (B-01, printed 2388亿元, track 1)
                  rate = 73% a year, [72.5, 73.5]% a year (B-02, printed 73%, track 1)
                  years = 5 years
                  result = ≈ CNY 15.41 billion, CNY [15.1861, 15.6379] billion
                  convention: printed digits are rounded to the nearest (digits.rounded)
                  convention: steps from the first year: last year minus first year (period.from-first-year)
                  source: Beijing Business Today, 2026-03-27, Ten tracks of future industries in 2026 announced
                """);
    }

    @Test
    void toText_chinese() {
        assertThat(base.derivation().toText(Locale.SIMPLIFIED_CHINESE))
                .startsWith(
                        "基期值: base = end / (1 + rate)^years\n  end = 2388亿元, [2387.5, 2388.5]亿元 (B-01, 原文 2388亿元, track 1)")
                .contains("结果 = ≈ 154.1亿元, [151.861, 156.379]亿元")
                .contains("来源: 北京商报, 2026-03-27");
    }

    @Test
    void conventionsAndSources_ofEarlierSteps_areCarriedOn() {
        Derived<BoundedQuantity> doubled = GrowthCalculator.withDefaults().multiple(Operand.of(base), read("B-01"));

        assertThat(doubled.derivation().sources())
                .containsExactly(dossier.figure("B-01").source());
        assertThat(doubled.derivation().conventions())
                .extracting(Convention::id)
                .containsExactly("digits.rounded", "period.from-first-year");
        assertThat(doubled.derivation().toText(Locale.ENGLISH)).contains("    base value: base = end");
    }

    @Test
    void json_isVersionedAndComesBackEqual() {
        String json = SaidaoJson.write(base.derivation());

        assertThat(json).startsWith("{\n  \"format\" : \"saidao-derivation/1\"").contains("北京商报");
        assertThat(SaidaoJson.read(json, Derivation.class)).isEqualTo(base.derivation());
        assertThatThrownBy(() -> SaidaoJson.read(json.replace("derivation/1", "derivation/9"), Derivation.class))
                .hasMessageContaining("Format must be saidao-derivation/1: saidao-derivation/9");
    }

    @Test
    void read_figureWithoutNumber_isRefused() {
        assertThatThrownBy(() -> read("A-12")).hasMessage("Figure must have a number: A-12");
    }

    @Test
    void derived_isTheResultOrItsPoint_ofItsOwnDerivation() {
        Derivation derivation = base.derivation();

        assertThat(Derived.of(derivation)).isEqualTo(base).hasSameHashCodeAs(base);
        assertThat(Derived.pointOf(derivation, Money.class).orElseThrow().value())
                .isEqualTo(base.value().pointQuantity().orElseThrow());
        assertThatThrownBy(() -> Derived.pointOf(derivation, Share.class)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void operand_withTheDerivationOfAnotherValue_isRefused() {
        String json = SaidaoJson.write(Operand.of(base));
        String other = json.replaceFirst("\"point\" : \"\\d+", "\"point\" : \"15200000000");

        assertThat(SaidaoJson.read(json, Operand.class)).isEqualTo(Operand.of(base));
        assertThat(other).isNotEqualTo(json);
        assertThatThrownBy(() -> SaidaoJson.read(other, Operand.class))
                .hasMessageContaining("Value must be the result of its derivation");
    }

    private Operand read(String id) {
        return Operand.read(dossier.figure(id), ReadingConvention.withDefaults());
    }
}
