package dev.saidao.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.json.SaidaoJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrackTest {

    private static final Subject ROBOTS = Subject.of("robots", Label.of("robots", "机器人"));

    /** Turned twice a direction is itself, and what is better in one is worse in the other. */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void reversed_turnsTheSign(Direction direction) {
        assertThat(direction.reversed().sign()).isEqualTo(-direction.sign());
        assertThat(direction.reversed().reversed()).isEqualTo(direction);
        assertThat(Direction.INCREASE.sign()).isEqualTo(1);
        assertThat(Direction.DECREASE.sign()).isEqualTo(-1);
    }

    @Test
    void of_isNumberedFromOne() {
        Track track = Track.of(1, ROBOTS);
        assertThat(track.number()).isEqualTo(1);
        assertThat(track.subject()).isEqualTo(ROBOTS);
        assertThatThrownBy(() -> Track.of(0, ROBOTS)).hasMessage("Number of a track must be 1 or more: 0");
        assertThat(SaidaoJson.read(SaidaoJson.write(track), Track.class)).isEqualTo(track);
    }
}
