package dev.saidao.policy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivalTest {

    private static final Optional<BigDecimal> CEILING = Optional.of(BigDecimal.TEN);

    @Test
    void never_isCertain_notUntilIsNot() {
        assertThat(Arrival.never(BigDecimal.TEN)).isEqualTo(new Arrival(Optional.empty(), CEILING, Optional.empty()));
        assertThat(Arrival.never(BigDecimal.TEN).isNever()).isTrue();
        assertThat(Arrival.notUntil(2100, BigDecimal.TEN))
                .isEqualTo(new Arrival(Optional.empty(), CEILING, Optional.of(2100)));
        assertThat(Arrival.notUntil(2100, BigDecimal.TEN).isNever()).isFalse();
        assertThat(Arrival.in(2030).isNever()).isFalse();
    }

    @Test
    void partsThatDoNotFit_areRefused() {
        assertThatThrownBy(() -> new Arrival(Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Arrival must have a year or a ceiling: ");
        assertThatThrownBy(() -> new Arrival(Optional.of(2030), CEILING, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arrival(Optional.of(2030), Optional.empty(), Optional.of(2100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
