package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.Word.Kind;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A power of ten that a head has in figures, or written to another word: 10,000; 10^6; '000; kEUR; $Am; PetaTokens.
 *
 * @param end where it ends
 * @param exponent the exponent of ten
 * @param isBare whether it has too few figures to be no number of another kind: 10 or 100
 * @param unit the currency that is written to it
 */
record HeadPower(int end, int exponent, boolean isBare, Optional<Unit> unit) {

    /** Thousands without their first figure: '000, 000s. */
    static final Pattern ZEROS = Pattern.compile("(?:'|(?<!\\d))000(?:'?s)?(?!\\d)");
    /** 10^6, 10⁶, 10**6, 1e6. */
    static final Pattern RAISED = Pattern.compile(
            "10\\s?(?:\\^|\\*\\*)\\s?(\\d{1,2})(?!\\d)|1[eE]\\+?(\\d{1,2})(?![A-Za-z\\d])|10([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})");
    /** Thousands as data vendors write them behind a unit: Person th, RMB th. */
    static final Pattern THOUSAND_BEHIND = Pattern.compile("th(?![A-Za-z.])");

    private static final Set<Kind> MULTIPLIERS = EnumSet.of(Kind.MULTIPLIER);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(?:[ ,.']\\d{3})+(?!\\d)|\\d+");
    private static final Pattern POWER = Pattern.compile("10*");
    private static final Pattern CODED =
            Pattern.compile("([kKmMT]|[Mm]n|[Bb]n|[Mm]ln|[Mm]io|[Mm]rd)([Ee]uros?|[A-Z]{3})(?![A-Za-z])");
    /** T is a thousand beside these, and a trillion to others. */
    private static final Set<String> COUNTED_IN_T = Set.of("EUR", "CHF", "SEK");

    private static final Pattern SIGNED = Pattern.compile("\\$(AU?|NZ|C)(mn?|bn?)(?![A-Za-z])");
    private static final List<String> PREFIXES = List.of("Kilo", "Mega", "Giga", "Tera", "Peta");
    private static final Pattern PREFIXED = Pattern.compile("(?:Kilo|Mega|Giga|Tera|Peta)(?=[A-Z][a-z])");

    private static HeadPower of(Matcher found, int exponent) {
        return new HeadPower(found.end(), exponent, false, Optional.empty());
    }

    private static HeadPower of(Matcher found, int exponent, String currency) {
        return new HeadPower(found.end(), exponent, false, Optional.of(Unit.money(Currency.getInstance(currency))));
    }

    /**
     * Finds the power at a place of a head.
     *
     * @throws FigureParseException if there are figures that are no power of ten
     */
    static @Nullable HeadPower at(int index, int end, String text, UnitDraft draft) {
        Matcher zeros = ZEROS.matcher(text).region(index, end).useTransparentBounds(true);
        if (zeros.lookingAt()) {
            return of(zeros, 3);
        }
        Matcher raised = RAISED.matcher(text).region(index, end);
        if (raised.lookingAt()) {
            String small = raised.group(3);
            String plain = raised.group(1) != null ? raised.group(1) : raised.group(2);
            return of(raised, small != null ? NumberParser.raised(small) : Integer.parseInt(plain));
        }
        HeadPower figures = figures(index, end, text, draft);
        if (figures != null) {
            return figures;
        }
        HeadPower coded = coded(index, end, text, draft);
        if (coded != null) {
            return coded;
        }
        Matcher signed = SIGNED.matcher(text).region(index, end);
        if (signed.lookingAt()) {
            return of(signed, signed.group(2).startsWith("b") ? 9 : 6, dollar(signed.group(1)));
        }
        Matcher prefix = PREFIXED.matcher(text).region(index, end);
        if (prefix.lookingAt()) {
            return of(prefix, 3 * (1 + PREFIXES.indexOf(prefix.group())));
        }
        Matcher behind = THOUSAND_BEHIND.matcher(text).region(index, end);
        return draft.unit != null && draft.multipliers == 0 && behind.lookingAt() ? of(behind, 3) : null;
    }

    private static String dollar(String letters) {
        return switch (letters) {
            case "NZ" -> "NZD";
            case "C" -> "CAD";
            default -> "AUD";
        };
    }

    /** 1000, 10,000: a power of ten in figures, and not the base of an index. */
    static @Nullable HeadPower figures(int index, int end, String text, UnitDraft draft) {
        Matcher digits = DIGITS.matcher(text).region(index, end);
        if (!digits.lookingAt()) {
            return null;
        }
        String plain = digits.group().replaceAll("\\D", "");
        if (!POWER.matcher(plain).matches()) {
            throw draft.error(
                    "Digits in a unit must be a power of ten such as 10,000, or the year of prices",
                    "单位中的数字须为10的幂（如10,000）或价格年份",
                    index);
        }
        return new HeadPower(digits.end(), plain.length() - 1, plain.length() < 4, Optional.empty());
    }

    /** The same behind a number: 450 MUSD; null where the letter is not certain, or no code stands there. */
    static @Nullable HeadPower codedBehind(int index, String text) {
        Matcher coded = CODED.matcher(text).region(index, text.length());
        return !coded.lookingAt() || (coded.group(1).equals("T") && !COUNTED_IN_T.contains(coded.group(2)))
                ? null
                : coded(index, text.length(), text, new UnitDraft(text, text, Optional.empty()));
    }

    /** Thousands and millions of a code as accountants write them: TEUR, kEUR, MUSD, Meuro. */
    private static @Nullable HeadPower coded(int index, int end, String text, UnitDraft draft) {
        Matcher coded = CODED.matcher(text).region(index, end);
        if (!coded.lookingAt()) {
            return null;
        }
        String letter = coded.group(1);
        String code = coded.group(2).length() == 3 ? coded.group(2) : "EUR";
        if (Vocabulary.isWordToo(code) || Vocabulary.currency(code) == null) {
            return null;
        }
        if (letter.equals("T") && !COUNTED_IN_T.contains(code)) {
            throw draft.error("T must be written as thousand or trillion", "T 须写作 thousand 或 trillion", index);
        }
        Word word = Vocabulary.lexicon().at(letter, 0, MULTIPLIERS);
        int exponent = word != null ? Integer.parseInt(word.meaning()) : letter.equalsIgnoreCase("m") ? 6 : 3;
        return of(coded, exponent, code);
    }
}
