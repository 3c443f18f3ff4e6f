package dev.saidao.core.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.saidao.core.quantity.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final BoundedQuantity ONE = BoundedQuantity.of(Unit.YEARS, Bounds.parse("[1, 1]"));
    private static final BoundedQuantity MANY = BoundedQuantity.of(Unit.MULTIPLE, Bounds.parse("[2, 9]"));

    private final Terms terms = Terms.of(List.of("years", "factor"), List.of(ONE, MANY));

    @Test
    void term_isFoundByItsName() {
        assertThat(terms.names()).containsExactly("years", "factor");
        assertThat(terms.values()).containsExactly(ONE, MANY);
        assertThat(terms.value("years")).isEqualTo(ONE);
        assertThat(terms.bounds("factor")).hasToString("[2, 9]");
        assertThat(terms.unit("factor")).isEqualTo(Unit.MULTIPLE);
        assertThat(Terms.of(Map.of("years", ONE)).value("years")).isEqualTo(ONE);
        assertThat(terms).hasToString("years in [1, 1] years, factor in [2, 9] times");
    }

    @Test
    void changedTerms_leaveTheFirstAsTheyWere() {
        assertThat(terms.with("years", MANY).value("years")).isEqualTo(MANY);
        assertThat(terms.with("years", MANY).value("factor")).isEqualTo(MANY);
        assertThat(terms.and("rest", ONE).names()).containsExactly("years", "factor", "rest");
        assertThat(terms.and("rest", ONE).value("rest")).isEqualTo(ONE);
        assertThat(terms.within("factor", Bounds.parse("[0, 3]")).bounds("factor"))
                .hasToString("[2, 3]");
        assertThat(terms.names()).hasSize(2);
        assertThat(terms.bounds("factor")).hasToString("[2, 9]");
    }

    @Test
    void unknownName_orOtherNumberOfValues_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms.value("rate"))
                .withMessage("Term must be one of years, factor: rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Terms.of(List.of("years"), List.of()))
                .withMessage("Terms must have as many values as names: [years], []");
    }
}
