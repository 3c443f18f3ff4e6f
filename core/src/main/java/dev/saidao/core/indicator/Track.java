package dev.saidao.core.indicator;

import dev.saidao.core.figure.Subject;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An industry track (赛道): a field in which many compete, as a report numbers it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTrack.class)
@JsonDeserialize(as = ImmutableTrack.class)
public abstract class Track {

    Track() {}

    /** {@return its number in the report, 1 or more} */
    @Value.Parameter
    public abstract int number();

    /** {@return the subject of the figures about it} */
    @Value.Parameter
    public abstract Subject subject();

    /**
     * Returns a track.
     *
     * @param number its number in the report, 1 or more
     * @param subject the subject of the figures about it
     * @return the track
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Track of(int number, Subject subject) {
        return ImmutableTrack.of(number, subject);
    }

    @Value.Check
    final void check() {
        if (number() < 1) {
            throw new IllegalArgumentException("Number of a track must be 1 or more: " + number());
        }
    }
}
