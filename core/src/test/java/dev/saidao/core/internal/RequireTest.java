package dev.saidao.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class RequireTest {

    @Test
    void that_ruleKept_saysNothing() {
        assertThatNoException().isThrownBy(() -> Require.that(true, "Sizes must differ: %s", 1));
    }

    @Test
    void that_ruleBroken_showsTheValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.that(false, "Sizes must differ: %s, %s", 1, null))
                .withMessage("Sizes must differ: 1, null");
    }

    @Test
    void that_valueWithPercentSign_isShownAsItIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.that(false, "Rate must be plain: %s", "5%s"))
                .withMessage("Rate must be plain: 5%s");
    }

    @Test
    void between_ends_areAdmitted() {
        assertThat(Require.between(1, 1, 200, "Digits")).isEqualTo(1);
        assertThat(Require.between(200, 1, 200, "Digits")).isEqualTo(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.between(201, 1, 200, "Digits"))
                .withMessage("Digits must be 1 to 200: 201");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.between(0, 1, 200, "Digits"))
                .withMessage("Digits must be 1 to 200: 0");
    }

    @Test
    void atLeast_less_throws() {
        assertThat(Require.atLeast(2, 2, "Runs")).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.atLeast(1, 2, "Runs"))
                .withMessage("Runs must be 2 or more: 1");
    }

    @Test
    void notBlank_whiteSpace_throws() {
        assertThat(Require.notBlank("track 1", "Locator")).isEqualTo("track 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.notBlank(" ", "Locator"))
                .withMessage("Locator must not be blank: ' '");
    }
}
