package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.table.RowException;
import dev.saidao.core.text.FigureParseException;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;

/** The unit of a cell: the text form of a unit, or a head such as {@code USD bn}; what is not known stays a unit of its own. */
final class UnitCells {

    private UnitCells() {}

    static UnitHead parse(String text) {
        try {
            return UnitFormat.withDefaults().parse(text);
        } catch (FigureParseException e) {
            Unit unit;
            try {
                unit = Unit.parse(text);
            } catch (IllegalArgumentException none) {
                return UnitFormat.withDefaults().parseOrOpaque(text);
            }
            return unit.kind() == Unit.Kind.COUNT
                    ? UnitFormat.withDefaults().parseOrOpaque(text)
                    : new UnitHead(unit, UnitMultiplier.ONE);
        }
    }

    /** What is said of a unit that is not known: two numbers of it are compared with each other and with nothing else. */
    static Label opaque(String text) {
        return Label.of("unit: not known, and compared with itself alone: " + text, "unit:单位未知,仅与自身比较:" + text);
    }

    /** A cell that could not be read: where and what was expected, in both languages. */
    static RowException unread(String column, IllegalArgumentException why, String zh) {
        return new RowException(
                column,
                why instanceof FigureParseException figure
                        ? figure.label()
                        : Label.of(String.valueOf(why.getMessage()), zh));
    }

    static RowException refused(String text, IllegalArgumentException why) {
        return new RowException("unit", Label.of(String.valueOf(why.getMessage()), "单位须如 亿元、USD bn、万人:" + text));
    }
}
