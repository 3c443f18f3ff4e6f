package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.policy.internal.DirectionCell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An indicator on the way to a target, as a row of a file has it.
 *
 * @param id the id
 * @param target the target, with where it starts
 * @param latest the latest value; absent if there is none
 */
public record ProgressRow(String id, Target target, Optional<Observation> latest) {

    /** The columns that a file must have; {@code target}, {@code target_year} and {@code limit} may be there. */
    public static final List<String> COLUMNS =
            List.of("id", "base_year", "base_value", "current_year", "current_value", "direction");

    /**
     * Reads a row.
     *
     * @param row a row of a file with {@link #COLUMNS}
     * @return the indicator
     * @throws RowException if it cannot be read
     */
    public static ProgressRow of(Row row) {
        row.requireWhole();
        Target target = target(row);
        Optional<Observation> latest = number(row, "current_value").map(value -> observation(row, value));
        return new ProgressRow(row.text("id"), target, latest);
    }

    private static Observation observation(Row row, Operand value) {
        try {
            return Observation.of(year(row, "current_year"), value);
        } catch (IllegalArgumentException e) {
            throw new RowException("current_value", e);
        }
    }

    private static Target target(Row row) {
        Optional<Operand> value = number(row, "target");
        Optional<Operand> base = number(row, "base_value");
        if (value.isPresent() && row.given("target_year").isEmpty()) {
            throw new RowException("target_year", Label.of("Target year must be there if a target is", "有目标值则须有目标年份"));
        }
        try {
            return Target.builder()
                    .id("target")
                    .name(Label.of("target", "目标"))
                    .kind(TargetKind.LEVEL)
                    .direction(DirectionCell.of(row))
                    .baseline(base.filter(b -> row.given("base_year").isPresent())
                            .map(b -> Observation.of(year(row, "base_year"), b)))
                    .value(value)
                    .year(value.map(v -> year(row, "target_year")))
                    .naturalLimit(number(row, "limit")
                            .map(limit -> limit.value().point().orElseThrow()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new RowException("", e);
        }
    }

    private static int year(Row row, String column) {
        String text = row.text(column).replaceFirst("\\s*年$", "");
        if (!text.matches("[0-9]{1,4}") || text.matches("0+")) {
            throw new RowException(column, Label.of("Year must be 1 to 9999: " + text, "年份须为 1 至 9999:" + text));
        }
        return Integer.parseInt(text);
    }

    /** A number as printed: exact, unless a word beside it says otherwise. */
    private static Optional<Operand> number(Row row, String column) {
        return row.given(column).map(text -> {
            PrintedNumber printed;
            try {
                printed = FigureFormat.english().parse(plain(row, column, text));
            } catch (IllegalArgumentException e) {
                throw new RowException(column, e);
            }
            return printed.qualifier() == Qualifier.NONE
                    ? Operand.of(printed.value())
                    : Operand.read(printed, ReadingConvention.withDefaults());
        });
    }

    /** A bare number with its decimal sign settled by the row; any other text as it is. */
    private static String plain(Row row, String column, String text) {
        if (!text.matches("[-+\u2212]?[0-9][0-9.,' \u00A0\u202F]*")) {
            return text;
        }
        return row.number(column).map(BigDecimal::toPlainString).orElse(text);
    }
}
