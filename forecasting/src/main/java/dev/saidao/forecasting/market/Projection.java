package dev.saidao.forecasting.market;

import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.text.DisplayFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The size of a market year by year.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableProjection.class)
@JsonDeserialize(as = ImmutableProjection.class)
public abstract class Projection {

    Projection() {}

    /**
     * How the size of a year was obtained.
     *
     * @since 0.1
     */
    public enum Basis {
        /** It was published. */
        PUBLISHED(Label.of("published", "公布")),
        /** It lies between two published sizes, on the path of constant growth. */
        INTERPOLATED(Label.of("interpolated", "插值")),
        /** It was compounded from the nearest published size, forwards or backwards, at the growth rate. */
        COMPOUNDED(Label.of("compounded", "复合推算"));

        private final Label text;

        Basis(Label text) {
            this.text = text;
        }

        /** {@return what a reader is told} */
        public Label text() {
            return text;
        }
    }

    /**
     * The size of one year.
     *
     * @since 0.1
     */
    @Value.Immutable
    @JsonSerialize(as = ImmutableRow.class)
    @JsonDeserialize(as = ImmutableRow.class)
    public abstract static class Row {

        Row() {}

        /** {@return the year} */
        @Value.Parameter
        public abstract int year();

        /** {@return how the size was obtained} */
        @Value.Parameter
        public abstract Basis basis();

        /** {@return the size, with its figure if it was published and its derivation if not} */
        @Value.Parameter
        public abstract Operand operand();

        /** {@return what is known of the size} */
        public final BoundedQuantity size() {
            return operand().value();
        }

        /** {@return how the size was derived; absent if it was published} */
        public final Optional<Derivation> derivation() {
            return operand().derivation();
        }

        static Row of(int year, Basis basis, Operand operand) {
            return ImmutableRow.of(year, basis, operand);
        }
    }

    /** {@return what is projected, or the name of the scenario} */
    @Value.Parameter
    public abstract Label name();

    /** {@return a row for each year, without gaps, earliest first} */
    @Value.Parameter
    public abstract List<Row> rows();

    static Projection of(Label name, List<Row> rows) {
        return ImmutableProjection.of(name, rows);
    }

    /**
     * Returns the row of a year.
     *
     * @param year a year of the projection
     * @return the row
     * @throws IllegalArgumentException if the projection has no such year
     */
    public final Row row(int year) {
        return rows().stream()
                .filter(row -> row.year() == year)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Year must be " + rows().get(0).year() + " to "
                                + rows().get(rows().size() - 1).year() + ": " + year));
    }

    /** {@return a line for each year, such as {@code 2026: ≈ CNY 26.66 billion, CNY [26.35, 26.98] billion (compounded)}} */
    @Override
    public final String toString() {
        DisplayFormat format = DisplayFormat.of(Locale.ENGLISH);
        return rows().stream()
                .map(row -> row.year() + ": " + format.format(row.size()) + " ("
                        + row.basis().text().en() + ")")
                .collect(Collectors.joining("\n"));
    }
}
