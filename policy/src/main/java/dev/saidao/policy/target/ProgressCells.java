package dev.saidao.policy.target;

import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of files about progress: years, units, numbers in a unit. */
final class ProgressCells {

    private static final Pattern YEAR =
            Pattern.compile("(?:FY\\s?)?([0-9]{1,4})(?:\\s*[-/\u2013]\\s*([0-9]{2}|[0-9]{4}))?\\s*年?");

    private ProgressCells() {}

    /**
     * A year; one that runs over two calendar years, such as 2015-16, by its first, as Statistics Canada's program counts it.
     */
    static int year(Row row, String column) {
        return year(row.text(column), column);
    }

    static int year(String text, String column) {
        Matcher year = YEAR.matcher(text);
        if (!year.matches() || year.group(1).matches("0+")) {
            throw new RowException(column, Label.of("Year must be 1 to 9999: " + text, "年份须为 1 至 9999:" + text));
        }
        int first = Integer.parseInt(year.group(1));
        String second = year.group(2);
        if (second != null && (first + 1) % (second.length() == 2 ? 100 : 10_000) != Integer.parseInt(second)) {
            throw new RowException(
                    column,
                    Label.of(
                            "Year must be one year, such as 2015 or 2015-16: " + text,
                            "须为一个年份,如 2015 或 2015-16:" + text));
        }
        return first;
    }

    /** The unit of a row, if it has one. */
    static Optional<UnitHead> unit(Row row) {
        return row.given("unit").map(text -> {
            try {
                return UnitFormat.withDefaults().parseOrOpaque(text);
            } catch (IllegalArgumentException e) {
                throw new RowException("unit", e);
            }
        });
    }

    /** A number as printed; absent if there is none. */
    static Optional<PrintedNumber> printed(Row row, String column) {
        return row.given(column).map(text -> {
            try {
                return FigureFormat.english().parse(plain(row, column, text));
            } catch (IllegalArgumentException e) {
                throw new RowException(column, e);
            }
        });
    }

    /** A number in the unit of its row: exact, unless a word beside it says otherwise. */
    static Optional<Operand> number(Row row, String column, Optional<UnitHead> unit) {
        return printed(row, column).map(printed -> in(printed, unit, column));
    }

    /** A printed number in the unit of its row, which a number without a sign of its own takes. */
    static Operand in(PrintedNumber printed, Optional<UnitHead> head, String column) {
        PrintedNumber number = printed;
        try {
            if (head.isPresent() && printed.unit().equals(Unit.NUMBER)) {
                UnitMultiplier own = printed.multiplier();
                UnitMultiplier above = head.get().multiplier();
                if (own != UnitMultiplier.ONE && above != UnitMultiplier.ONE) {
                    throw new RowException(
                            column,
                            Label.of(
                                    "Number must have one multiplier, its own or that of the unit: " + printed.digits(),
                                    "数量级只能有一个,在数字或单位中:" + printed.digits()));
                }
                number = printed.with(head.get().unit()).with(own == UnitMultiplier.ONE ? above : own);
            } else if (head.isPresent()) {
                head.get().unit().requireSame(printed.unit());
            }
        } catch (IllegalArgumentException e) {
            throw new RowException(column, e);
        }
        return number.qualifier() == Qualifier.NONE && !number.isRange()
                ? Operand.of(number.value())
                : Operand.read(number, ReadingConvention.withDefaults());
    }

    /** A bare number with its decimal sign settled by the row; any other text as it is. */
    private static String plain(Row row, String column, String text) {
        if (!text.matches("[-+\u2212]?[0-9][0-9.,' \u00A0\u202F]*")) {
            return text;
        }
        return row.number(column).map(BigDecimal::toPlainString).orElse(text);
    }
}
