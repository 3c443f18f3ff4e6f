package dev.saidao.forecasting.dossier;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Explained;
import dev.saidao.core.derivation.Explanation;
import dev.saidao.core.quantity.Unit;
import java.util.List;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The market of a track over the years as a fan: quantiles of what the printed digits of a size and a rate leave open, all numbers
 * within them being as likely, with one rate in all years. Sizes are in the unit itself, such as yuan.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableMarketFan.class)
@JsonDeserialize(as = ImmutableMarketFan.class)
public abstract class MarketFan implements Explained {

    /** What a fan takes to be so. */
    public static final Label ASSUMPTION = Label.of(
            "all numbers within the printed digits are equally likely, with one rate in all years",
            "印出位数所容许的数值等可能,各年增长率相同");

    MarketFan() {}

    /** {@return the id of the subject of the track} */
    public abstract String track();

    /** {@return the name of the track} */
    public abstract Label name();

    /** {@return the unit of the sizes} */
    public abstract Unit unit();

    /** {@return the ids of the figures it rests on, the size first} */
    public abstract List<String> figures();

    /** {@return the years, earliest first} */
    public abstract List<Row> rows();

    @Override
    public final Explanation explanation() {
        String ids = String.join(", ", figures());
        return Explanation.of(
                List.of(Label.of("quantiles of what " + ids + " leave open", ids + " 所容许范围内的分位数")),
                List.of(ASSUMPTION));
    }

    static ImmutableMarketFan.Builder builder() {
        return ImmutableMarketFan.builder();
    }

    /**
     * A year of a fan.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableRow.class)
    @JsonDeserialize(as = ImmutableRow.class)
    public abstract static class Row {

        Row() {}

        /** {@return the year} */
        public abstract int year();

        /** {@return the size below which 5% of cases lie} */
        public abstract double low();

        /** {@return the size below which 25% of cases lie} */
        public abstract double lowerQuarter();

        /** {@return the size below which half of the cases lie} */
        public abstract double median();

        /** {@return the size above which 25% of cases lie} */
        public abstract double upperQuarter();

        /** {@return the size above which 5% of cases lie} */
        public abstract double high();
    }
}
