package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Digits as they are printed, with marks between them: 2,388.5; 1,23,456 as in India; 2.388,5 and 12,5 as on the European
 * continent; 1 234 567; 1'234; .5.
 *
 * @param plain the digits with a point at most
 * @param end the index behind the digits
 * @param isGrouped whether groups were told apart
 * @param uncertain the one mark before three digits at the end, which groups them or is a decimal sign; 0 if there is none
 */
record Digits(String plain, int end, boolean isGrouped, char uncertain) {

    /** Reads the digits that start at an index of a folded text, if there are any. */
    static Optional<Digits> at(String text, int start, Optional<DecimalSign> sign) {
        int index = start;
        List<String> groups = new ArrayList<>();
        StringBuilder marks = new StringBuilder();
        int end = digitsEnd(text, index);
        if (end == index) {
            boolean bare = index + 1 < text.length() && text.charAt(index) == '.' && digitAt(text, index + 1);
            if (!bare) {
                return Optional.empty();
            }
            int last = digitsEnd(text, index + 1);
            return Optional.of(new Digits("0." + text.substring(index + 1, last), last, false, '\0'));
        }
        groups.add(text.substring(index, end));
        index = end;
        while (index < text.length() && isMark(text, index, groups, marks) && digitAt(text, index + 1)) {
            marks.append(text.charAt(index));
            end = digitsEnd(text, index + 1);
            groups.add(text.substring(index + 1, end));
            index = end;
        }
        int count = marks.length();
        if (count == 0) {
            return Optional.of(new Digits(groups.get(0), index, false, '\0'));
        }
        return Optional.of(joined(text, start, index, groups, marks.toString(), sign));
    }

    private static boolean isMark(String text, int index, List<String> groups, StringBuilder marks) {
        char c = text.charAt(index);
        if (c == ',' || c == '.') {
            return true;
        }
        // blanks and apostrophes group by threes, and nothing else
        boolean first = marks.length() > 0 || groups.get(0).length() <= 3;
        boolean same = marks.length() == 0 || marks.charAt(marks.length() - 1) == c;
        return (c == ' ' || c == '\'') && first && same && digitsEnd(text, index + 1) == index + 4;
    }

    private static Digits joined(
            String text, int start, int end, List<String> groups, String marks, Optional<DecimalSign> sign) {
        int count = marks.length();
        char last = marks.charAt(count - 1);
        boolean alone = marks.indexOf(last) == count - 1;
        int lastLength = groups.get(count).length();
        boolean blank = last == ' ' || last == '\'';
        char decimalMark =
                sign.map(known -> known == DecimalSign.POINT ? '.' : ',').orElse('\0');
        boolean uncertain = count == 1
                && lastLength == 3
                && !blank
                && !groups.get(0).equals("0")
                && groups.get(0).length() <= 3;
        boolean decimal = !blank
                && alone
                && (decimalMark == '\0'
                        ? count > 1
                                || last == '.'
                                || lastLength < 3
                                || groups.get(0).equals("0")
                        : uncertain ? last == decimalMark : count > 1 || lastLength != 3 || last == decimalMark);
        List<String> whole = decimal ? groups.subList(0, count) : groups;
        int wholeMarks = whole.size() - 1;
        boolean uniform = marks.substring(0, wholeMarks).chars().distinct().count() <= 1;
        boolean grouped = wholeMarks > 0;
        if (!uniform || (grouped && !byThrees(whole) && !(marks.charAt(0) == ',' && asInIndia(whole)))) {
            throw new FigureParseException(
                    Label.of("Digits must be grouped by threes", "数字须每三位分节"),
                    text,
                    start + groups.get(0).length(),
                    Optional.empty());
        }
        String plain = String.join("", whole) + (decimal ? "." + groups.get(count) : "");
        return new Digits(plain, end, grouped, uncertain && decimalMark == '\0' ? last : '\0');
    }

    private static boolean byThrees(List<String> groups) {
        return groups.get(0).length() <= 3 && groups.stream().skip(1).allMatch(group -> group.length() == 3);
    }

    /** Lakhs and crores: a group of three at the end, groups of two before it. */
    private static boolean asInIndia(List<String> groups) {
        int last = groups.size() - 1;
        return groups.get(last).length() == 3
                && groups.get(0).length() <= 2
                && groups.subList(1, last).stream().allMatch(group -> group.length() == 2);
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (digitAt(text, end)) {
            end++;
        }
        return end;
    }

    static boolean digitAt(String text, int i) {
        return i < text.length() && Folding.isDigit(text.charAt(i));
    }
}
