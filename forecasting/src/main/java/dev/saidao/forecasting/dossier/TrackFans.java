package dev.saidao.forecasting.dossier;

import dev.saidao.core.convention.Label;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Where the bounds of figures allow a fan, where they do not and why, and whether there is a series to forecast from.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableTrackFans.class)
@JsonDeserialize(as = ImmutableTrackFans.class)
public abstract class TrackFans {

    TrackFans() {}

    /** {@return the fans, in the order of the tracks} */
    @Value.Parameter
    public abstract List<MarketFan> fans();

    /** {@return the tracks without a fan, in their order} */
    @Value.Parameter
    public abstract List<Missing> without();

    /** {@return what can be said of forecasts from series of sizes} */
    @Value.Parameter
    public abstract Label series();

    static TrackFans of(List<MarketFan> fans, List<Missing> without, Label series) {
        return ImmutableTrackFans.of(fans, without, series);
    }

    /**
     * A track without a fan.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableMissing.class)
    @JsonDeserialize(as = ImmutableMissing.class)
    public abstract static class Missing {

        Missing() {}

        /** {@return the id of the subject of the track} */
        @Value.Parameter
        public abstract String track();

        /** {@return the name of the track} */
        @Value.Parameter
        public abstract Label name();

        /** {@return what is missing} */
        @Value.Parameter
        public abstract Label why();

        static Missing of(String track, Label name, Label why) {
            return ImmutableMissing.of(track, name, why);
        }
    }
}
