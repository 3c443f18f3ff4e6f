package dev.saidao.core.table;

import dev.saidao.core.text.MissingSigns;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of cells. The decimal sign and the sign between thousands are settled by all cells of a file: a number
 * that can be read in one way only settles those that can be read in two.
 */
final class CellNumbers {

    private static final int LONGEST = 60;
    /** Signs between fields of files whose numbers may have a comma. */
    private static final Set<String> MAY_HAVE_COMMAS = Set.of(";", "\t", "|");

    private static final Pattern FLAGGED = Pattern.compile(
            "([+\\-]?(?:[0-9]|\\.(?=[0-9]))[0-9., '\u2019]*?(?:[eE][+-]?[0-9]{1,3})?)\\s*(%|\uFF05)?(?:\\s+(["
                    + FlaggedNumber.LETTERS + "]{1," + FlaggedNumber.MOST_LETTERS + "})|([" + FlaggedNumber.CLOSE
                    + "])|\\s*([*†‡#^@§]{1,3})"
                    + "|\\s*(\\([a-zA-Z0-9*]{1,3}\\)|\\[[a-zA-Z0-9]{1,3}\\])|\\s+([0-9]{1,2}\\)|[a-zA-Z]\\))|([¹²³⁴⁵⁶⁷⁸⁹]{1,2}\\)?))?");
    private static final Pattern LEADING_FLAG =
            Pattern.compile("([perbPERB]|[*†‡#]{1,2}|\\([a-zA-Z]\\))\\s+([+\\-]?[0-9].*)");

    private static final Pattern CURRENCY = Pattern.compile(
            "([+\\-]?)(?:((?:US|CA|C|AU|A|HK|NZ|NT|S|R)?\\$|[€£¥\uFFE5₹₩])\\s*([+\\-]?[0-9].*)|([0-9].*?)\\s*([€£₹₩]))");

    private boolean dotIsDecimal;
    private boolean commaIsDecimal;
    private boolean dotGroups;
    private boolean commaGroups;
    private boolean ambiguousComma;
    private boolean ambiguousDot;
    private boolean longUngrouped;
    private boolean shortWhole;
    private boolean minus;
    private boolean lossSigns;
    private LossSigns losses = LossSigns.NONE;
    private char decimal;

    /**
     * A cell as read.
     *
     * @param value the value; null if it is missing
     * @param flag what stands beside it
     * @param percent whether it is printed as a percentage
     */
    record Cell(@Nullable BigDecimal value, String flag, boolean percent) {

        /** The number that is there, a percentage as a fraction. */
        BigDecimal number() {
            BigDecimal number = Objects.requireNonNull(value);
            return percent ? number.movePointLeft(2) : number;
        }
    }

    /** Learns from cells that look like {@linkplain PlainNumbers numbers and nothing else}. */
    void seePlain(int looks) {
        minus |= (looks & PlainNumbers.MINUS) != 0;
        shortWhole |= (looks & PlainNumbers.SHORT) != 0;
        longUngrouped |= (looks & PlainNumbers.LONG) != 0;
        dotIsDecimal |= (looks & (PlainNumbers.POINT | PlainNumbers.GROUPS_AND_POINT)) != 0;
        ambiguousDot |= (looks & PlainNumbers.POINT_OR_GROUP) != 0;
        ambiguousComma |= (looks & PlainNumbers.COMMA_OR_GROUP) != 0;
        commaGroups |= (looks & (PlainNumbers.GROUPS | PlainNumbers.GROUPS_AND_POINT)) != 0;
    }

    /** Learns from any other cell. */
    void see(String text) {
        if (!hasDigit(text)) {
            return;
        }
        FlaggedNumber quick = FlaggedNumber.of(text);
        if (quick != null) {
            seePlain(quick.look());
            return;
        }
        String number = numberOf(text);
        boolean loss = number == null && (LossSigns.isBracketed(text) || LossSigns.isBehindTriangle(text));
        if (loss) {
            lossSigns = true;
            number = numberOf(new LossSigns(true, true).plain(text));
        }
        if (number == null) {
            return;
        }
        minus |= !loss && number.startsWith("-");
        int commas = count(number, ',');
        int dots = count(number, '.');
        int lastComma = number.lastIndexOf(',');
        int lastDot = number.lastIndexOf('.');
        if (commas > 0 && dots > 0) {
            commaIsDecimal |= lastComma > lastDot;
            dotGroups |= lastComma > lastDot;
            dotIsDecimal |= lastDot > lastComma;
            commaGroups |= lastDot > lastComma;
        } else if (commas > 1) {
            commaGroups = true;
        } else if (dots > 1) {
            dotGroups = true;
        } else if (commas == 1) {
            boolean grouped = isGroup(number, lastComma);
            commaIsDecimal |= !grouped;
            ambiguousComma |= grouped;
        } else if (dots == 1) {
            boolean grouped = isGroup(number, lastDot);
            dotIsDecimal |= !grouped;
            ambiguousDot |= grouped;
        } else {
            longUngrouped |= digits(number) > 3 && number.indexOf(' ') < 0 && number.indexOf('\'') < 0;
            shortWhole |= digits(number) <= 3;
        }
    }

    /** Whether one sign with three digits behind it and one to three before it may stand between thousands. */
    private static boolean isGroup(String number, int at) {
        int begin = number.startsWith("+") || number.startsWith("-") ? 1 : 0;
        boolean places = at > begin && at - begin <= 3 && number.length() - at == 4;
        return places
                && number.charAt(begin) != '0'
                && digits(number.substring(begin, at)) == at - begin
                && digits(number.substring(at + 1)) == 3;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= '\uFF10' && c <= '\uFF19')) {
                return true;
            }
        }
        return false;
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == c ? 1 : 0;
        }
        return count;
    }

    private static int digits(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return count;
    }

    /**
     * Settles the decimal sign.
     *
     * @param separator the sign between fields, which is no decimal sign; a semicolon hints at commas in numbers
     */
    void settle(String separator) {
        boolean dot = dotIsDecimal || commaGroups;
        boolean comma = commaIsDecimal || dotGroups;
        if (dot && !comma) {
            decimal = '.';
        } else if (comma && !dot) {
            decimal = ',';
        } else if (dot) {
            decimal = '?';
        } else if (ambiguousComma && !ambiguousDot) {
            // thousands are grouped where smaller numbers have no sign and larger ones always have
            decimal = longUngrouped || separator.equals(";") ? '?' : '.';
            decimal = decimal == '?' && shortWhole && !longUngrouped ? '.' : decimal;
        } else if (ambiguousDot && !ambiguousComma) {
            // whole numbers are all below a thousand where a point groups, and a comma separates fields where it is no
            // decimal sign
            boolean grouped = shortWhole && !longUngrouped;
            decimal = grouped || MAY_HAVE_COMMAS.contains(separator) ? '?' : '.';
        } else {
            decimal = ambiguousDot ? '?' : '.';
        }
    }

    /** Whether a number may be a loss by a sign that means other things elsewhere. */
    boolean hasLossSigns() {
        return lossSigns;
    }

    boolean hasMinus() {
        return minus;
    }

    /** Settles what the signs of losses mean. */
    void settle(LossSigns signs) {
        losses = signs;
    }

    char decimalSign() {
        return decimal;
    }

    /** Whether plain cells with a point may be read the quick way. */
    boolean dotIsDecimalSign() {
        return decimal == '.';
    }

    /** Reads a cell; null if it is neither a number nor a sign that there is none. */
    @Nullable Cell read(String raw) {
        if (raw.length() > LONGEST) {
            return null;
        }
        FlaggedNumber quick = FlaggedNumber.of(raw);
        if (quick != null && (decimal == '.' || (quick.look() & PlainNumbers.SIGNED) == 0)) {
            return new Cell(quick.value(), quick.flag(), false);
        }
        if (MissingSigns.containsOfTables(raw)) {
            boolean says = raw.equalsIgnoreCase("x") || raw.startsWith("[") || raw.startsWith("(");
            return new Cell(null, says ? raw : "", false);
        }
        String text = withoutCurrency(normal(losses.plain(raw)));
        Optional<String> flagged = MissingSigns.flagBeside(text);
        if (flagged.isPresent()) {
            return new Cell(null, flagged.get(), false);
        }
        Matcher leading = LEADING_FLAG.matcher(text);
        String before = "";
        if (leading.matches()) {
            before = leading.group(1);
            text = leading.group(2);
        }
        Matcher m = FLAGGED.matcher(text);
        if (!m.matches()) {
            return null;
        }
        BigDecimal value = number(m.group(1).strip());
        if (value == null) {
            return null;
        }
        StringBuilder flag = new StringBuilder(before);
        for (int group = 3; group <= 8; group++) {
            if (m.group(group) != null) {
                flag.append(m.group(group));
            }
        }
        return new Cell(value, flag.toString(), m.group(2) != null);
    }

    /** Whether a text is a number with whatever beside it. */
    static boolean isNumber(String raw) {
        return raw.length() <= LONGEST && numberOf(raw) != null;
    }

    private static @Nullable String numberOf(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST || !hasDigit(raw)) {
            return null;
        }
        String text = withoutCurrency(normal(raw));
        Matcher leading = LEADING_FLAG.matcher(text);
        if (leading.matches()) {
            text = leading.group(2);
        }
        Matcher m = FLAGGED.matcher(text);
        return m.matches() ? m.group(1).strip() : null;
    }

    /** The sign of a currency before or behind the number of a cell; empty if there is none. */
    static String currencyOf(String raw) {
        if (raw.length() > LONGEST || !hasCurrency(raw)) {
            return "";
        }
        Matcher m = CURRENCY.matcher(normal(new LossSigns(true, true).plain(raw).startsWith("-") ? bare(raw) : raw));
        return !m.matches() ? "" : m.group(2) != null ? m.group(2) : m.group(5);
    }

    private static boolean hasCurrency(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$' || (c > '~' && "€£¥\uFFE5₹₩".indexOf(c) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** A cell without the brackets of a loss: ($1,646) and $(1,646). */
    private static String bare(String raw) {
        return raw.replaceAll("[()\uFF08\uFF09]", "");
    }

    private static String withoutCurrency(String text) {
        if (!hasCurrency(text)) {
            return text;
        }
        Matcher m = CURRENCY.matcher(text);
        return !m.matches() ? text : m.group(1) + (m.group(3) != null ? m.group(3) : m.group(4));
    }

    /** Minus signs, blanks and digits of other scripts as plain ones. */
    static String normal(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\u2212' || c == '\u2013' || c == '\uFF0D') {
                c = '-';
            } else if (c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\u2007' || c == '\u3000') {
                c = ' ';
            } else if (c >= '\uFF10' && c <= '\uFF19') {
                c = (char) (c - '\uFF10' + '0');
            } else if (c == '\uFF0C') {
                c = ',';
            } else if (c == '\uFF0E') {
                c = '.';
            }
            text.append(c);
        }
        String plain = text.toString().strip();
        return plain.startsWith("- ") ? "-" + plain.substring(2).strip() : plain;
    }

    /** Whether a cell is no number only because the decimal sign is not settled. */
    boolean isUnsettled(String raw) {
        String number = decimal == '?' ? numberOf(raw) : null;
        int at = number == null ? -1 : Math.max(number.indexOf(','), number.indexOf('.'));
        return number != null && at > 0 && isGroup(number, at);
    }

    private @Nullable BigDecimal number(String text) {
        if (decimal == '.') {
            char[] chars = text.toCharArray();
            if (PlainNumbers.isPlain(chars, 0, chars.length)) {
                return PlainNumbers.value(chars, 0, chars.length);
            }
        }
        char group = decimal == ',' ? '.' : ',';
        char sign = decimal == '?' ? '.' : decimal;
        boolean unsettled = decimal == '?';
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        if (unsettled) {
            int commas = count(mantissa, ',');
            int dots = count(mantissa, '.');
            if (commas + dots == 1 && isGroup(mantissa, Math.max(mantissa.indexOf(','), mantissa.indexOf('.')))) {
                return null;
            }
            boolean commaLast = mantissa.lastIndexOf(',') > mantissa.lastIndexOf('.');
            boolean commaDecimal = (commas == 1 && (dots > 0 ? commaLast : true)) || (dots > 1 && commas == 0);
            sign = commaDecimal ? ',' : '.';
            group = commaDecimal ? '.' : ',';
        }
        int point = mantissa.indexOf(sign);
        String whole = point < 0 ? mantissa : mantissa.substring(0, point);
        String fraction = point < 0 ? "" : mantissa.substring(point + 1);
        String grouped = "[+-]?[0-9]{1,3}(?:" + Pattern.quote(String.valueOf(group)) + "[0-9]{3})+";
        String other = "[+-]?[0-9]{1,3}(?: [0-9]{3})+|[+-]?[0-9]{1,3}(?:['\u2019][0-9]{3})+";
        // thousands, then hundreds, as in India
        String indian = group == ',' ? "|[+-]?[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}" : "";
        boolean below = sign == '.' && point >= 0 && whole.matches("[+-]?");
        if (!below && !whole.matches("[+-]?[0-9]+") && !whole.matches(grouped + "|" + other + indian)) {
            return null;
        }
        if (!fraction.matches("[0-9]*") || (point >= 0 && fraction.isEmpty())) {
            return null;
        }
        String plain = whole.replaceAll("[^0-9+-]", "")
                + (fraction.isEmpty() ? "" : "." + fraction)
                + (exponent < 0 ? "" : text.substring(exponent));
        BigDecimal value = new BigDecimal(plain);
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
