package dev.saidao.samples.programs;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import dev.saidao.core.text.FigureFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a column of numbers, such as {@code USD bn}, {@code CNY 亿元}, {@code million units}.
 *
 * @param unit the unit
 * @param multiplier the multiplier of numbers that have none of their own
 */
record UnitText(Unit unit, UnitMultiplier multiplier) {

    private static final Pattern CODED = Pattern.compile("([A-Z]{3})\\s+(.+)");
    private static final Pattern SCALED = Pattern.compile("(\\S+)\\s+(.+)");

    /** Reads a unit; what is not known by name is the noun of a count. */
    static UnitText parse(String text) {
        return asFigure("1" + text)
                .or(() -> asFigure("1 " + text))
                .or(() -> asFigure(text + " 1"))
                .or(() -> coded(text))
                .or(() -> scaled(text))
                .orElseGet(() -> new UnitText(Unit.parse(text), UnitMultiplier.ONE));
    }

    private static Optional<UnitText> asFigure(String text) {
        try {
            PrintedNumber printed = FigureFormat.english().parse(text);
            boolean said = !printed.unit().equals(Unit.count("items"));
            return said ? Optional.of(new UnitText(printed.unit(), printed.multiplier())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A currency, and a multiplier behind it with or without the currency's own word: CNY 亿元, USD bn. */
    private static Optional<UnitText> coded(String text) {
        Matcher coded = CODED.matcher(text);
        return coded.matches()
                ? asFigure(coded.group(1) + " 1" + coded.group(2))
                        .or(() -> asFigure("1" + coded.group(2))
                                .filter(unit -> unit.unit().toString().equals(coded.group(1))))
                : Optional.empty();
    }

    /** A multiplier and a noun: million units, 万 台. */
    private static Optional<UnitText> scaled(String text) {
        Matcher scaled = SCALED.matcher(text);
        if (!scaled.matches()) {
            return Optional.empty();
        }
        for (String word : List.of("1" + scaled.group(1), "1 " + scaled.group(1))) {
            try {
                UnitMultiplier multiplier = FigureFormat.english().parse(word).multiplier();
                if (multiplier != UnitMultiplier.ONE) {
                    return Optional.of(new UnitText(Unit.parse(scaled.group(2)), multiplier));
                }
            } catch (IllegalArgumentException e) {
                // not a multiplier: the noun has two words
            }
        }
        return Optional.empty();
    }
}
