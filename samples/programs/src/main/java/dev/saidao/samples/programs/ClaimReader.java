package dev.saidao.samples.programs;

import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.PeriodFormat;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the cells of claims. Numbers, units and years recur, so what was read is kept; not safe for use by several threads.
 */
final class ClaimReader {

    private static final int MOST_KEPT = 200_000;

    private final ReadingConvention reading;
    private final Map<Cell, ReadNumber> numbers = new HashMap<>();
    private final Map<String, Map<String, Rate>> rates = new HashMap<>();
    private final Map<String, Qualifier> qualifiers = new HashMap<>();
    private final Map<String, UnitText> units = new HashMap<>();
    private final Map<String, ReferencePeriod> periods = new HashMap<>();

    /** What decides how a number is read. */
    private record Cell(String text, String unit, String qualifier) {}

    ClaimReader(ReadingConvention reading) {
        this.reading = reading;
    }

    /** The number of a size; the unit is that of the column, unless the number says its own. */
    ReadNumber size(String column, String text, String unit, String qualifier) {
        if (!unit.isEmpty() && isPlain(text)) {
            // most numbers are so, and to read them takes no longer than to look them up
            UnitText of = unitText(unit);
            return read(PrintedNumber.of(text, of.multiplier(), of.unit(), qualifier(column, qualifier)));
        }
        return kept(
                new Cell(text, unit, qualifier),
                () -> {
                    if (unit.isEmpty()) {
                        return FigureFormat.english().parse(text);
                    }
                    UnitText of = unitText(unit);
                    PrintedNumber printed = sizeIn(of, text);
                    return printed.multiplier() == UnitMultiplier.ONE
                            ? PrintedNumber.of(printed.digits(), of.multiplier(), printed.unit(), printed.qualifier())
                            : printed;
                },
                column,
                qualifier);
    }

    private UnitText unitText(String unit) {
        try {
            return units.computeIfAbsent(unit, UnitText::parse);
        } catch (IllegalArgumentException e) {
            throw new RowException("unit", String.valueOf(e.getMessage()));
        }
    }

    private ReadNumber read(PrintedNumber printed) {
        return ReadNumber.of(printed, reading);
    }

    /** Whether a number is digits with at most one point, which cannot be read in two ways. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && (c != '.' || i == 0 || i == text.length() - 1)) {
                return false;
            }
        }
        return points <= 1 && text.length() <= 18;
    }

    /** A number that names another currency than its column is in that one. */
    private static PrintedNumber sizeIn(UnitText of, String text) {
        try {
            return FigureFormat.english().parse(text, of.unit());
        } catch (IllegalArgumentException e) {
            PrintedNumber own = FigureFormat.english().parse(text);
            if (own.unit().kind() == Unit.Kind.MONEY) {
                return own;
            }
            throw e;
        }
    }

    /**
     * A rate as read, with its ends in per cent.
     *
     * @param number the number
     * @param low the least in per cent, infinite if there is none
     * @param high the highest in per cent
     * @param lowText the least as text, empty if there is none
     * @param highText the highest as text
     */
    record Rate(ReadNumber number, double low, double high, String lowText, String highText) {

        static Rate of(ReadNumber number) {
            boolean rate = number.unit().equals(Unit.GROWTH_RATE);
            Optional<BigDecimal> low =
                    number.bounds().lower().filter(end -> rate).map(end -> end.movePointRight(2));
            Optional<BigDecimal> high =
                    number.bounds().upper().filter(end -> rate).map(end -> end.movePointRight(2));
            return new Rate(
                    number,
                    low.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                    high.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY),
                    low.map(end -> end.stripTrailingZeros().toPlainString()).orElse(""),
                    high.map(end -> end.stripTrailingZeros().toPlainString()).orElse(""));
        }
    }

    /** The number of a rate: a growth rate, or a multiple (倍, 翻一番) or percentage points if it says so. */
    Rate rate(String text, String qualifier) {
        Map<String, Rate> known = rates.computeIfAbsent(qualifier, key -> new HashMap<>());
        Rate rate = known.get(text);
        if (rate == null) {
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            rate = Rate.of(kept(new Cell(text, "rate", qualifier), () -> rate(text), "rate", qualifier));
            known.put(text, rate);
        }
        return rate;
    }

    private static PrintedNumber rate(String text) {
        try {
            return FigureFormat.english().parse(text, Unit.GROWTH_RATE);
        } catch (IllegalArgumentException e) {
            try {
                PrintedNumber own = FigureFormat.english().parse(text);
                if (own.unit().equals(Unit.MULTIPLE) || own.unit().equals(Unit.PERCENTAGE_POINTS)) {
                    return own;
                }
            } catch (IllegalArgumentException neither) {
                // the first message says more
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Parsing {
        PrintedNumber parse();
    }

    private ReadNumber kept(Cell cell, Parsing parsing, String column, String qualifier) {
        ReadNumber known = numbers.get(cell);
        if (known != null) {
            return known;
        }
        PrintedNumber printed;
        try {
            printed = parsing.parse();
        } catch (IllegalArgumentException e) {
            throw new RowException(column, String.valueOf(e.getMessage()));
        }
        Qualifier said = qualifier(column, qualifier);
        if (said != Qualifier.NONE && printed.qualifier() == Qualifier.NONE) {
            printed = PrintedNumber.of(printed.digits(), printed.multiplier(), printed.unit(), said);
        }
        if (numbers.size() >= MOST_KEPT) {
            numbers.clear();
        }
        ReadNumber read = read(printed);
        numbers.put(cell, read);
        return read;
    }

    private Qualifier qualifier(String column, String text) {
        try {
            return text.isEmpty() ? Qualifier.NONE : qualifiers.computeIfAbsent(text, Qualifiers::parse);
        } catch (IllegalArgumentException e) {
            throw new RowException(column.replace("_value", "") + "_qualifier", String.valueOf(e.getMessage()));
        }
    }

    /** The year of a size. */
    int year(String column, String text) {
        int plain = plainYear(text);
        if (plain > 0) {
            return plain;
        }
        ReferencePeriod period = period(column, text);
        if (period.lastYear().isEmpty() || period.kind() == ReferencePeriod.Kind.SPAN) {
            throw new RowException(column, "Year must be one: " + text);
        }
        return period.lastYear().get();
    }

    /** The years of a rate, from one column or two; absent if there are none. */
    Optional<ReferencePeriod> ratePeriod(String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty() || to.isEmpty()) {
            String column = from.isEmpty() ? "rate_to" : "rate_from";
            ReferencePeriod only = period(column, from + to);
            return Optional.of(only).filter(period -> period.kind() == ReferencePeriod.Kind.SPAN);
        }
        int first = year("rate_from", from);
        int last = year("rate_to", to);
        if (last <= first) {
            throw new RowException(
                    "rate_to", "Last year of the rate must be later than the first: " + first + " to " + last);
        }
        return Optional.of(ReferencePeriod.span(first, last));
    }

    private ReferencePeriod period(String column, String text) {
        try {
            if (periods.size() >= MOST_KEPT) {
                periods.clear();
            }
            return periods.computeIfAbsent(text, PeriodFormat::parse);
        } catch (IllegalArgumentException e) {
            throw new RowException(column, String.valueOf(e.getMessage()));
        }
    }

    private static int plainYear(String text) {
        if (text.length() != 4) {
            return 0;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            year = 10 * year + digit;
        }
        return year;
    }
}
