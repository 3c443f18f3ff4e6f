package dev.saidao.core.table;

import dev.saidao.core.text.MissingSigns;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unit of a series and its multiplier, from what columns, heads and lines above the table say.
 *
 * <p>A percentage keeps its sign and is not divided: 33.1% is 33.1, unit %. A unit that is not understood is kept as it is
 * printed; a multiplier before or behind it is understood all the same.
 *
 * @param unit the unit; empty if nothing says it
 * @param multiplier by what printed values are multiplied
 * @param understood whether the words were understood
 */
record SeriesUnit(String unit, BigDecimal multiplier, boolean understood) {

    static final SeriesUnit NONE = new SeriesUnit("", BigDecimal.ONE, true);
    static final SeriesUnit PERCENT = new SeriesUnit("%", BigDecimal.ONE, true);
    /** A line that ends with words in brackets: Production (tonnes), Output (tonnes of lithium). */
    private static final Pattern WORD_AT_END =
            Pattern.compile(".*\\S\\s*[(\uFF08]\\p{L}{3,}(?: \\p{L}+){0,4}[)\uFF09]");

    /** What a unit column, a multiplier column and a currency column say together. */
    static SeriesUnit of(String unitCell, String multiplierCell, String currency) {
        SeriesUnit of = unitCell.isEmpty() ? NONE : ofCell(unitCell, currency);
        if (multiplierCell.isEmpty() || MissingSigns.contains(multiplierCell)) {
            return of;
        }
        Optional<BigDecimal> factor = UnitWords.factor(multiplierCell);
        return factor.isPresent()
                ? new SeriesUnit(of.unit(), of.multiplier().multiply(factor.get()), of.understood())
                : new SeriesUnit((of.unit() + " " + multiplierCell).strip(), of.multiplier(), false);
    }

    /** A cell of a unit column: a code, a code with its words, or words. */
    private static SeriesUnit ofCell(String cell, String currency) {
        int colon = cell.indexOf(": ");
        String code = colon > 0 ? cell.substring(0, colon) : cell;
        if (!SdmxUnits.isCode(code)) {
            return UnitWords.of(
                    colon > 0 && UnitWords.NUMBER_CODE.matcher(code).matches() ? cell.substring(colon + 2) : cell);
        }
        Optional<SeriesUnit> known = SdmxUnits.unit(code, currency);
        return known.orElseGet(() -> UnitWords.of(colon > 0 ? cell.substring(colon + 2) : cell));
    }

    static boolean isCurrency(String code) {
        try {
            return code.length() == 3 && Currency.getInstance(code) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The unit with its multiplier. */
    String printed() {
        return multiplier.compareTo(BigDecimal.ONE) == 0 ? unit : (multiplier.toPlainString() + " " + unit).strip();
    }

    /** Whether words of a unit that are not understood stand beside a multiplier that is. */
    boolean isScaled() {
        return multiplier.compareTo(BigDecimal.ONE) != 0 && !unit.matches(".*\\d.*");
    }

    /** Whether there is neither a multiplier nor a sign: words such as total may be anything. */
    boolean isPlain() {
        return multiplier.compareTo(BigDecimal.ONE) == 0
                && !unit.equals("%")
                && !unit.equals("persons")
                && !isCurrency(unit);
    }

    /** Whether this is the sign of a measured unit, longer than the letters that are names as well, such as km2, MW. */
    boolean isMeasured() {
        return unit.length() > 1 && !unit.equals("min") && UnitWords.MEASURED.contains(unit);
    }

    /** The same, or a measured unit that a word in brackets ends a line with, such as t in Production (tonnes). */
    boolean isMeasuredIn(String line) {
        return isMeasured()
                || (UnitWords.MEASURED.contains(unit)
                        && WORD_AT_END.matcher(line).matches());
    }

    boolean isOfPersons() {
        return unit.equals("persons") && multiplier.compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether words that are this unit say it of numbers. */
    boolean isSaid() {
        return !isPlain() || isMeasured();
    }

    /** The same in a currency that the words leave open; a unit that is not the dollar stays. */
    SeriesUnit inCurrency(String code) {
        return unit.equals("USD") ? new SeriesUnit(code, multiplier, understood) : this;
    }

    /** The same, multiplied once more. */
    SeriesUnit times(BigDecimal factor) {
        return new SeriesUnit(unit, multiplier.multiply(factor), understood);
    }
}
