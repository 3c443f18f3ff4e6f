package dev.saidao.core.text;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.internal.Decimals;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.util.Optional;

/**
 * The figures that most cells of tables hold: digits with at most one point, and perhaps a percent sign, or 万 or 亿 below
 * the head of a unit, which can be read in one way only. {@link FigureParser} reads them in the same way, and takes fifty times as long.
 */
final class PlainFigure {

    private PlainFigure() {}

    /**
     * Reads a text, if it is such a figure and the unit leaves no question.
     *
     * @param text the text
     * @param unit the unit of the context, if it has one
     * @return the reading; absent if it takes more to read the text
     */
    static Optional<FigureReading> find(String text, Optional<Unit> unit) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        boolean percent = last == '%';
        boolean large = last == '万' || last == '亿';
        String digits = percent || large ? text.substring(0, text.length() - 1) : text;
        if (large && unit.isEmpty()) {
            return Optional.empty();
        }
        if (!isPlain(digits) || !unit.map(one -> isOpen(one, percent)).orElse(true)) {
            return Optional.empty();
        }
        Unit own = unit.orElse(percent ? Unit.SHARE : Unit.NUMBER);
        PrintedNumber printed;
        try {
            printed = PrintedNumber.of(
                    digits,
                    percent
                            ? UnitMultiplier.PERCENT
                            : !large ? UnitMultiplier.ONE : last == '万' ? UnitMultiplier.WAN : UnitMultiplier.YI,
                    own,
                    Qualifier.NONE);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        FigureReading.Sense sense =
                own.equals(Unit.GROWTH_RATE) ? FigureReading.Sense.PER_YEAR : FigureReading.Sense.PLAIN;
        return Optional.of(new FigureReading(printed, sense, percent, false, Optional.empty(), 0, text.length()));
    }

    private static boolean isOpen(Unit unit, boolean percent) {
        return switch (unit.kind()) {
            case SHARE, GROWTH_RATE -> percent;
            case MONEY, COUNT, PHYSICAL -> !percent;
            case DENSITY, PERCENTAGE_POINTS, MULTIPLE, YEARS, CALENDAR_YEAR, NUMBER -> false;
        };
    }

    private static boolean isPlain(String digits) {
        boolean padded = digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.';
        return Decimals.isShortAndPlain(digits) && !padded;
    }
}
