package dev.saidao.core.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What signs beside values say of them. */
final class Flags {

    private static final Map<Character, ObservationStatus> LETTERS = Map.of(
            'b', ObservationStatus.B,
            'd', ObservationStatus.D,
            'e', ObservationStatus.E,
            's', ObservationStatus.E,
            'f', ObservationStatus.F,
            'i', ObservationStatus.A,
            'n', ObservationStatus.N,
            'p', ObservationStatus.P,
            'u', ObservationStatus.U);
    private static final Map<ObservationStatus, Pattern> WORDS = words();

    /** Estimates of the accounts of India, by their initials: budget, revised, provisional, first and second advance. */
    private static final Pattern INITIALS =
            Pattern.compile("\\(?(?:\\d[a-z]{2} )?(BE|RE|PE|AE|FAE|SAE|FRE|SRE|TRE)\\)?");

    /** Flags of FAO that say from which other office a value is: XU. */
    private static final Pattern OF_OTHERS = Pattern.compile("X[A-Z]");

    private static final int LONGEST_LETTERS = 3;
    private static final char FIRST_OF_ASIA = '\u2e80';

    private Flags() {}

    /** The words that say some statuses. */
    static List<String> words(String... statuses) {
        return Arrays.stream(statuses)
                .flatMap(status -> WordLines.words("statuses.txt", status).stream())
                .toList();
    }

    private static Map<ObservationStatus, Pattern> words() {
        Map<ObservationStatus, String> words = new LinkedHashMap<>();
        WordLines.read(
                "statuses.txt",
                (status, word) -> words.merge(
                        ObservationStatus.valueOf(status), Pattern.quote(word), (all, next) -> all + "|" + next));
        Map<ObservationStatus, Pattern> patterns = new LinkedHashMap<>();
        words.forEach((status, any) -> patterns.put(
                status,
                Pattern.compile(
                        "(?iu)(?<![\\p{IsLatin}\\p{IsCyrillic}])(?:" + any + ")(?![\\p{IsLatin}\\p{IsCyrillic}])")));
        return patterns;
    }

    /** The status of a sign that stands behind a value, such as p, bp, (e). */
    static ObservationStatus behind(String flag) {
        Matcher initials = INITIALS.matcher(flag);
        if (initials.matches()) {
            return switch (initials.group(1)) {
                case "BE" -> ObservationStatus.F;
                case "PE" -> ObservationStatus.P;
                default -> ObservationStatus.E;
            };
        }
        if (OF_OTHERS.matcher(flag).matches()) {
            return ObservationStatus.A;
        }
        String plain = flag.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (int i = 0; i < plain.length() && plain.length() <= LONGEST_LETTERS; i++) {
            ObservationStatus status = LETTERS.get(plain.charAt(i));
            if (status != null && status != ObservationStatus.A) {
                return status;
            }
        }
        boolean words = plain.length() > LONGEST_LETTERS || flag.chars().anyMatch(c -> c >= FIRST_OF_ASIA);
        return words ? said(flag) : ObservationStatus.A;
    }

    /**
     * The status of a cell of a column for it.
     *
     * @param cell what stands there, such as {@code P}, {@code p}, {@code E: Estimated value}
     * @param grades whether capitals are grades of quality, as in the cubes of Statistics Canada
     */
    static ObservationStatus inColumn(String cell, boolean grades) {
        String code = cell.indexOf(':') == 1 || cell.indexOf(':') == 2 ? cell.substring(0, cell.indexOf(':')) : cell;
        code = code.strip();
        if (grades && code.length() == 1) {
            return switch (code) {
                case "p" -> ObservationStatus.P;
                case "E" -> ObservationStatus.U;
                case "e" -> ObservationStatus.E;
                default -> ObservationStatus.A;
            };
        }
        if (code.length() == 1 && Character.isUpperCase(code.charAt(0))) {
            return ObservationStatus.of(code).orElse(ObservationStatus.A);
        }
        return code.length() <= 3 ? behind(code) : said(cell);
    }

    /** The status by the nature of a value in the data of the United Nations, where G is global and M modelled. */
    static ObservationStatus ofNature(String cell) {
        return cell.equals("E") || cell.equals("M") ? ObservationStatus.E : ObservationStatus.A;
    }

    /** The status that a sentence gives, such as that of a footnote. */
    static ObservationStatus said(String sentence) {
        for (Map.Entry<ObservationStatus, Pattern> words : WORDS.entrySet()) {
            if (words.getValue().matcher(sentence).find()) {
                return words.getKey();
            }
        }
        return ObservationStatus.A;
    }
}
