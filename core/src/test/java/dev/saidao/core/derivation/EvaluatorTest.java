package dev.saidao.core.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.bounds.Terms;
import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Money;
import dev.saidao.core.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula of one division: its point by BigDecimal, its bounds by their four corners. */
class EvaluatorTest {

    private static final Unit CNY = Unit.parse("CNY");
    private static final Formula SHARE =
            Formula.of("test.part", Label.of("part", "部分"), "part = whole / parts", "here");
    private static final Evaluator.Expression QUOTIENT =
            (arithmetic, terms) -> arithmetic.dividedBy(terms.bounds("whole"), terms.bounds("parts"));

    private static BoundedQuantity exactly(String amount) {
        return BoundedQuantity.exactly(Money.of(new BigDecimal(amount), Currency.getInstance("CNY")));
    }

    private static BoundedQuantity within(String low, String high) {
        return BoundedQuantity.of(CNY, Bounds.closed(new BigDecimal(low), new BigDecimal(high)));
    }

    private static BoundedQuantity around(String low, String point, String high) {
        return BoundedQuantity.of(CNY, Bounds.closed(new BigDecimal(low), new BigDecimal(high)), new BigDecimal(point));
    }

    private static BoundedQuantity quotient(Evaluator evaluator, BoundedQuantity whole, BoundedQuantity parts) {
        return evaluator.value(CNY, Terms.of(List.of("whole", "parts"), List.of(whole, parts)), QUOTIENT);
    }

    private static Map<String, Operand> operands(BoundedQuantity whole, BoundedQuantity parts) {
        Map<String, Operand> operands = new LinkedHashMap<>();
        operands.put("whole", Operand.of(whole));
        operands.put("parts", Operand.of(parts));
        return operands;
    }

    /** The point is the true quotient rounded half-even, and the bounds of exact operands hold it within one unit of the last digit. */
    @Property(tries = 300)
    void exactOperands_haveARoundedPoint(
            @ForAll @IntRange(min = -9999, max = 9999) int whole,
            @ForAll @IntRange(min = 1, max = 999) int parts,
            @ForAll @IntRange(min = 1, max = 60) int digits) {
        BoundedQuantity result =
                quotient(Evaluator.withDefaults().withDigits(digits), exactly(whole + ""), exactly(parts + ""));
        BigDecimal exact = BigDecimal.valueOf(whole)
                .divide(BigDecimal.valueOf(parts), new MathContext(digits, RoundingMode.HALF_EVEN));
        assertThat(result.point().orElseThrow()).isEqualByComparingTo(exact);
        assertThat(result.bounds().lower().orElseThrow().multiply(BigDecimal.valueOf(parts)))
                .isLessThanOrEqualTo(BigDecimal.valueOf(whole));
        assertThat(result.bounds().upper().orElseThrow().multiply(BigDecimal.valueOf(parts)))
                .isGreaterThanOrEqualTo(BigDecimal.valueOf(whole));
        assertThat(result.bounds().width().orElseThrow())
                .isLessThanOrEqualTo(exact.ulp().max(new BigDecimal("1e-60")).multiply(BigDecimal.TEN));
    }

    /** 10 within [9, 12] by 4 within [3, 5]: the point 2.5 within 9 / 5 and 12 / 3. */
    @Test
    void boundsAndPoint_areEachThatOfTheFormula() {
        BoundedQuantity result = quotient(Evaluator.withDefaults(), around("9", "10", "12"), around("3", "4", "5"));
        assertThat(result).isEqualTo(around("1.8", "2.5", "4"));
    }

    /** What one operand does not name the result does not name. */
    @Test
    void point_isThatOfAllOperands() {
        assertThat(quotient(Evaluator.withDefaults(), within("9", "12"), exactly("3")))
                .isEqualTo(within("3", "4"));
        assertThat(quotient(Evaluator.withDefaults(), exactly("12"), within("3", "4")))
                .isEqualTo(within("3", "4"));
    }

    /** An exact operand beside one within bounds does not make the result exact. */
    @Test
    void exactBesideBounded_isBounded() {
        assertThat(quotient(Evaluator.withDefaults(), exactly("12"), around("3", "4", "6")))
                .isEqualTo(around("2", "3", "4"));
    }

    /** Exact operands are evaluated once, others once for their bounds and once for their points. */
    @Test
    void exactOperands_areEvaluatedOnce() {
        AtomicInteger evaluations = new AtomicInteger();
        Evaluator.Expression counted = (arithmetic, terms) -> {
            evaluations.incrementAndGet();
            return QUOTIENT.evaluate(arithmetic, terms);
        };
        List<String> names = List.of("whole", "parts");
        Evaluator.withDefaults().value(CNY, Terms.of(names, List.of(exactly("6"), exactly("3"))), counted);
        assertThat(evaluations).hasValue(1);
        Evaluator.withDefaults().value(CNY, Terms.of(names, List.of(exactly("6"), around("2", "3", "4"))), counted);
        assertThat(evaluations).hasValue(3);
        Evaluator.withDefaults().value(CNY, Terms.of(names, List.of(exactly("6"), within("2", "4"))), counted);
        assertThat(evaluations).hasValue(4);
    }

    /** Points whose result is not one number, as where the formula itself has bounds, leave the result without a point. */
    @Test
    void formulaWithBoundsOfItsOwn_hasNoPoint() {
        BoundedQuantity result = Evaluator.withDefaults()
                .value(
                        CNY,
                        Terms.of(List.of("whole"), List.of(around("9", "10", "12"))),
                        (arithmetic, terms) -> arithmetic.times(
                                terms.bounds("whole"), Bounds.closed(BigDecimal.ONE, new BigDecimal("1.1"))));
        assertThat(result).isEqualTo(within("9", "13.2"));
    }

    /** With ten digits more than asked for, 2/3 of five digits is 0.66667 within its neighbours. */
    @Test
    void withDigits_roundsOutward() {
        BoundedQuantity result = quotient(Evaluator.withDefaults().withDigits(5), exactly("2"), exactly("3"));
        assertThat(result.point()).contains(new BigDecimal("0.66667"));
        assertThat(result.bounds()).isEqualTo(Bounds.open(new BigDecimal("0.66666"), new BigDecimal("0.66667")));
        assertThat(quotient(Evaluator.withDefaults().withDigits(1), exactly("2"), exactly("3"))
                        .point())
                .contains(new BigDecimal("0.7"));
        assertThat(quotient(Evaluator.withDefaults(), exactly("2"), exactly("3"))
                        .point()
                        .orElseThrow()
                        .precision())
                .isEqualTo(34);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201, -1})
    void withDigits_outOfRange_throws(int digits) {
        assertThatThrownBy(() -> Evaluator.withDefaults().withDigits(digits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Digits must be 1 to 200: " + digits);
        assertThat(quotient(Evaluator.withDefaults().withDigits(200), exactly("2"), exactly("3"))
                        .point()
                        .orElseThrow()
                        .precision())
                .isEqualTo(200);
    }

    @Test
    void derivation_holdsFormulaOperandsAndResult() {
        Derived<BoundedQuantity> derived =
                Evaluator.withDefaults().evaluate(SHARE, CNY, operands(exactly("12"), exactly("4")), QUOTIENT);
        Derivation derivation = derived.derivation();
        assertThat(derived.value()).isEqualTo(exactly("3")).isEqualTo(derivation.result());
        assertThat(derivation.formula()).isEqualTo(SHARE);
        assertThat(derivation.operands()).isEqualTo(operands(exactly("12"), exactly("4")));
        assertThat(derivation.operands().keySet()).containsExactly("whole", "parts");
        assertThat(derivation.remarks()).isEmpty();
        assertThat(derivation.conventions()).isEmpty();
        assertThat(derivation.sources()).isEmpty();
        assertThat(derivation).hasToString("part = whole / parts: " + exactly("3"));
        assertThat(derived).hasToString(exactly("3") + " = part = whole / parts");
    }

    /** By 0 nothing can be divided; by anything above 0 every positive number comes out. */
    @Test
    void remarks_sayWhatNoNumberSays() {
        Derived<BoundedQuantity> impossible =
                Evaluator.withDefaults().evaluate(SHARE, CNY, operands(exactly("12"), exactly("0")), QUOTIENT);
        assertThat(impossible.value().bounds().isEmpty()).isTrue();
        assertThat(impossible.value().point()).isEmpty();
        assertThat(impossible.derivation().remarks()).containsExactly(Evaluator.IMPOSSIBLE);
        assertThat(impossible.derivation().toText(Locale.ENGLISH))
                .endsWith("  note: no number satisfies the formula with these operands\n");
        Derived<BoundedQuantity> open = Evaluator.withDefaults()
                .evaluate(SHARE, CNY, operands(exactly("12"), BoundedQuantity.of(CNY, Bounds.positive())), QUOTIENT);
        assertThat(open.derivation().remarks()).containsExactly(Evaluator.NO_CONCLUSION);
        assertThat(Evaluator.withDefaults()
                        .evaluate(SHARE, CNY, operands(exactly("12"), within("3", "4")), QUOTIENT)
                        .derivation()
                        .remarks())
                .isEmpty();
    }

    // ---- derived values and conclusions ----

    private static Derived<BoundedQuantity> part(String whole, String parts) {
        return Evaluator.withDefaults().evaluate(SHARE, CNY, operands(exactly(whole), exactly(parts)), QUOTIENT);
    }

    @Test
    void derived_isEqualByValueAndDerivation() {
        assertThat(part("12", "4")).isEqualTo(part("12", "4")).hasSameHashCodeAs(part("12", "4"));
        // one value, obtained in two ways
        assertThat(part("12", "4")).isNotEqualTo(part("6", "2"));
        assertThat(part("12", "4").hashCode()).isNotEqualTo(part("6", "2").hashCode());
        assertThat((Object) part("12", "4")).isNotEqualTo("3 CNY");
        assertThat((Object) part("12", "4"))
                .isNotEqualTo(Derived.pointOf(part("12", "4").derivation(), Money.class)
                        .orElseThrow());
    }

    @Test
    void pointOf_withoutPoint_isNone() {
        Derivation derivation = Evaluator.withDefaults()
                .evaluate(SHARE, CNY, operands(exactly("12"), within("3", "4")), QUOTIENT)
                .derivation();
        assertThat(Derived.pointOf(derivation, Money.class)).isEmpty();
    }

    @Test
    void conclusion_saysItsValueAndRemarks() {
        Label what = Label.of("size in 2025", "2025 年规模");
        Conclusion conclusion = Conclusion.of("robots.2025", what, part("12", "4"));
        assertThat(conclusion.result()).isEqualTo(exactly("3"));
        assertThat(conclusion.id()).isEqualTo("robots.2025");
        assertThat(conclusion.explanation().derivations())
                .containsExactly(part("12", "4").derivation());
        assertThat(conclusion.toText(Locale.ENGLISH)).isEqualTo("size in 2025: CNY 3");
        assertThat(conclusion.toText(Locale.CHINESE)).startsWith("2025 年规模: 3").doesNotContain(" - ");
        Conclusion none = Conclusion.of(
                "robots.2026",
                what,
                Evaluator.withDefaults()
                        .evaluate(
                                SHARE,
                                CNY,
                                operands(exactly("12"), BoundedQuantity.of(CNY, Bounds.positive())),
                                QUOTIENT));
        assertThat(none.toText(Locale.ENGLISH)).endsWith(" - no conclusion: every positive number is possible");
        assertThat(none.toText(Locale.CHINESE)).endsWith(" - 无法得出结论:任何正数都有可能");
    }

    /** An operand that was computed carries its derivation, is printed below it, and its own operands count once. */
    @Test
    void explanation_printsEarlierStepsIndented() {
        Derived<BoundedQuantity> first = part("12", "4");
        Map<String, Operand> operands = operands(first.value(), exactly("2"));
        operands.put("whole", Operand.of(first));
        Derived<BoundedQuantity> second = Evaluator.withDefaults().evaluate(SHARE, CNY, operands, QUOTIENT);
        assertThat(second.explanation().toText(Locale.ENGLISH)).isEqualTo("""
                part: part = whole / parts
                  whole = CNY 3
                    part: part = whole / parts
                      whole = CNY 12
                      parts = CNY 4
                      result = CNY 3
                  parts = CNY 2
                  result = CNY 1.5
                """);
        Explanation both = Explanation.of(
                List.of(second.derivation()), List.of(Label.same("step")), List.of(Label.of("doubtful", "存疑")));
        assertThat(both.toText(Locale.CHINESE)).endsWith("step\n说明: 存疑\n");
        assertThat(both.derivations()).containsExactly(second.derivation());
    }

    @Test
    void formula_withABadCode_throws() {
        assertThat(Formula.of("test.part", Label.of("part", "部分"), "part = whole / parts", "here"))
                .isEqualTo(SHARE);
        assertThatThrownBy(() -> Formula.of("a b", Label.same("x"), "x", "y"))
                .hasMessage("Formula id must be 1 to 100 letters, digits, '.', '_' and '-': 'a b'");
    }
}
