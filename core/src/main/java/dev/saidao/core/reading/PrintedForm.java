package dev.saidao.core.reading;

import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.quantity.UnitMultiplier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes printed numbers of figures as they were found: their value, last printed place, unit and qualifier. */
final class PrintedForm {

    private static final List<UnitMultiplier> MULTIPLIERS = List.of(
            UnitMultiplier.ONE,
            UnitMultiplier.THOUSAND,
            UnitMultiplier.WAN,
            UnitMultiplier.MILLION,
            UnitMultiplier.YI,
            UnitMultiplier.BILLION,
            UnitMultiplier.TRILLION);

    private static final Pattern DIGITS = Pattern.compile("[0-9]");

    /** The units of one reading, of which there are few; to check one takes longer than to look it up. */
    private final Map<String, Unit> units = new HashMap<>();

    /** The number as printed; absent if no number of the library can be so, such as a share of a unit that is none. */
    Optional<PrintedNumber> of(Found figure) {
        return of(figure, figure.value, qualifier(figure));
    }

    Optional<PrintedNumber> of(Found figure, BigDecimal value, Qualifier qualifier) {
        try {
            return Optional.of(printed(figure, value, qualifier));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The number with another value, such as the upper end of a range. */
    private PrintedNumber printed(Found figure, BigDecimal value, Qualifier qualifier) {
        return switch (figure.kind) {
            case SHARE -> percent(value, figure.place, Unit.SHARE, qualifier);
            case RATE, STEP, TOTAL_GROWTH ->
                figure.place >= -1 && figure.rule.startsWith("number")
                        ? plain(value, figure.place, Unit.GROWTH_RATE, qualifier)
                        : percent(value, figure.place, Unit.GROWTH_RATE, qualifier);
            case POINTS -> plain(value.movePointRight(2), figure.place + 2, Unit.PERCENTAGE_POINTS, qualifier);
            case MULTIPLE -> plain(value, figure.place, Unit.MULTIPLE, qualifier);
            case MONEY ->
                plain(
                        value,
                        figure.place,
                        unit("money " + figure.unit, () -> Unit.money(Currency.getInstance(figure.unit))),
                        qualifier);
            case DENSITY ->
                plain(
                        value,
                        figure.place,
                        unit(
                                "density " + figure.unit + " / " + figure.per + " " + figure.base,
                                () -> Unit.density(noun(figure.unit), figure.per, noun(figure.base))),
                        qualifier);
            case YEARS, AGE -> plain(value, figure.place, Unit.YEARS, qualifier);
            case PHYSICAL ->
                plain(
                        value,
                        figure.place,
                        unit("physical " + figure.unit, () -> MeasuredUnits.of(figure.unit)),
                        qualifier);
            case COUNT, NUMBER ->
                plain(value, figure.place, unit("count " + figure.unit, () -> counted(figure.unit)), qualifier);
        };
    }

    private Unit unit(String key, Supplier<Unit> made) {
        return units.computeIfAbsent(key, missing -> made.get());
    }

    /** Person-years are counted in texts, and measured everywhere else. */
    private static Unit counted(String unit) {
        return unit.equals("person-years") ? MeasuredUnits.of(unit) : Unit.count(noun(unit));
    }

    private static String noun(String unit) {
        String noun = DIGITS.matcher(unit).replaceAll("");
        return noun.isBlank() ? "items" : noun;
    }

    private static PrintedNumber percent(BigDecimal value, int place, Unit unit, Qualifier qualifier) {
        UnitMultiplier multiplier = place >= -1 ? UnitMultiplier.TENTH : UnitMultiplier.PERCENT;
        return of(value, place, multiplier, unit, qualifier);
    }

    private static PrintedNumber plain(BigDecimal value, int place, Unit unit, Qualifier qualifier) {
        UnitMultiplier fitting = UnitMultiplier.TRILLION;
        for (int i = MULTIPLIERS.size() - 1; i >= 0; i--) {
            if (MULTIPLIERS.get(i).exponent() >= place) {
                fitting = MULTIPLIERS.get(i);
            }
        }
        return of(value, place, fitting, unit, qualifier);
    }

    private static PrintedNumber of(
            BigDecimal value, int place, UnitMultiplier multiplier, Unit unit, Qualifier qualifier) {
        int decimals = Math.max(0, multiplier.exponent() - place);
        BigDecimal digits = value.scaleByPowerOfTen(-multiplier.exponent()).setScale(decimals, RoundingMode.HALF_UP);
        return PrintedNumber.of(digits.toPlainString(), multiplier, unit, qualifier);
    }

    /** The qualifier; that of a fall of "at least 45%" speaks of the size of the fall, and so is turned for the negative number. */
    static Qualifier qualifier(Found figure) {
        boolean fall = figure.falling && figure.value.signum() < 0;
        Qualifier said = qualifier(figure.qualifier);
        return !fall
                ? said
                : switch (said) {
                    case MORE_THAN -> Qualifier.LESS_THAN;
                    case AT_LEAST -> Qualifier.AT_MOST;
                    case LESS_THAN -> Qualifier.MORE_THAN;
                    case AT_MOST -> Qualifier.AT_LEAST;
                    case NEARLY, AS_HIGH_AS -> Qualifier.ABOUT;
                    default -> said;
                };
    }

    static Qualifier qualifier(String code) {
        return switch (code) {
            case "over", "more-than-printed" -> Qualifier.MORE_THAN;
            case "at-least" -> Qualifier.AT_LEAST;
            case "under" -> Qualifier.LESS_THAN;
            case "at-most" -> Qualifier.AT_MOST;
            case "nearly" -> Qualifier.NEARLY;
            case "about" -> Qualifier.ABOUT;
            case "up-to" -> Qualifier.AS_HIGH_AS;
            default -> Qualifier.NONE;
        };
    }
}
