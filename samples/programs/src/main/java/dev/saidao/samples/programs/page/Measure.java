package dev.saidao.samples.programs.page;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What an axis counts in: its numbers are divided once, and the word for that stands beside it.
 *
 * @param divisor what a number is divided by, such as a billion or 亿
 * @param name the unit, such as {@code CNY billion} or 亿元; may be empty
 * @param isGrouped whether thousands are set apart
 */
public record Measure(double divisor, String name, boolean isGrouped) {

    /** Numbers as they are. */
    public static Measure plain(String name) {
        return new Measure(1, name, true);
    }

    /** Years and other numbers that are written without commas. */
    public static Measure years() {
        return new Measure(1, "", false);
    }

    /** Fractions that are shown in per cent. */
    public static Measure percent() {
        return new Measure(0.01, "%", true);
    }

    /** The measure for numbers of a unit up to a size. */
    public static Measure of(Unit unit, double greatest, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return switch (unit.kind()) {
            case SHARE -> percent();
            case GROWTH_RATE -> new Measure(0.01, chinese ? "年均 %" : "% a year", true);
            case PERCENTAGE_POINTS -> plain(chinese ? "个百分点" : "percentage points");
            case CALENDAR_YEAR -> years();
            case YEARS -> plain(chinese ? "年" : "years");
            case MULTIPLE -> plain(chinese ? "倍" : "times");
            case DENSITY -> plain(density(unit, chinese, locale));
            case PHYSICAL -> plain(unit.toString());
            case MONEY, COUNT, NUMBER -> scaled(unit, Math.abs(greatest), chinese, locale);
        };
    }

    /** The words of the language around a number of such a unit, which the number leaves. */
    private static String density(Unit unit, boolean isChinese, Locale locale) {
        if (!isChinese) {
            return DisplayFormat.of(locale)
                    .format(unit.quantity(BigDecimal.ONE))
                    .replaceFirst("1 ", "");
        }
        String seven = DisplayFormat.of(locale).format(unit.quantity(BigDecimal.valueOf(7)));
        int at = seven.lastIndexOf('7');
        return seven.substring(0, at) + "(" + seven.substring(at + 1) + ")";
    }

    private static Measure scaled(Unit unit, double greatest, boolean chinese, Locale locale) {
        double divisor = 1;
        for (double candidate : chinese ? new double[] {1e12, 1e8, 1e4} : new double[] {1e12, 1e9, 1e6}) {
            if (greatest >= candidate) {
                divisor = candidate;
                break;
            }
        }
        // the words of the language are those of one such number, without the number
        String one = DisplayFormat.of(locale).format(unit.quantity(BigDecimal.valueOf((long) divisor)));
        return new Measure(divisor, one.replaceFirst("1 ?", "").strip(), true);
    }

    /** A number of the axis. */
    String shown(BigDecimal tick) {
        String plain = tick.signum() == 0 ? "0" : tick.stripTrailingZeros().toPlainString();
        return isGrouped
                ? String.format(
                        Locale.ROOT,
                        "%,." + Math.max(0, tick.stripTrailingZeros().scale()) + "f",
                        tick)
                : plain;
    }
}
