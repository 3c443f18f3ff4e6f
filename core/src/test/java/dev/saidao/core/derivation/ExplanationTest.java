package dev.saidao.core.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.growth.GrowthCalculator;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.GrowthRate;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Years;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final List<Label> STEPS = List.of(Label.of("the median of two", "两者的中位数"));
    private static final List<Label> NOTES = List.of(Label.of("2022 was filled in", "2022 年为内插值"));

    @Test
    void explanation_ofDerived_isItsDerivation() {
        Derived<BoundedQuantity> derived = GrowthCalculator.withDefaults()
                .endValue(
                        Operand.of(Money.of(BigDecimal.TEN, Currency.getInstance("CNY"))),
                        Operand.of(GrowthRate.of(new BigDecimal("0.1"))),
                        Operand.of(Years.of(2)));
        Explanation explanation = derived.explanation();

        assertThat(explanation.derivations()).containsExactly(derived.derivation());
        assertThat(explanation.toText(Locale.ENGLISH))
                .isEqualTo(derived.derivation().toText(Locale.ENGLISH));
        assertThat(SaidaoJson.read(SaidaoJson.write(explanation), Explanation.class))
                .isEqualTo(explanation);
    }

    @Test
    void toText_withoutDerivation_hasStepsAndNotes() {
        Explanation explanation = Explanation.of(STEPS, NOTES);

        assertThat(explanation).hasToString("the median of two\nnote: 2022 was filled in\n");
        assertThat(explanation.toText(Locale.CHINESE)).isEqualTo("两者的中位数\n说明: 2022 年为内插值\n");
        assertThat(explanation.sources()).isEmpty();
    }
}
