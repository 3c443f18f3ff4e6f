package dev.saidao.core.text;

import dev.saidao.core.internal.MonthNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** The numbers that times are made of: years, months by name, ordinals, numerals of Chinese and of English, eras. */
final class PeriodNumbers {

    private PeriodNumbers() {}

    static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** A year of four digits or of two, which is of this century. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }

    static int monthOf(String word) {
        return MonthNames.number(word);
    }

    static String monthWords() {
        List<String> words = new ArrayList<>(MonthNames.all());
        words.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return "(" + String.join("|", words) + ")\\.?(?!\\p{L})";
    }

    static boolean isMonth(String digits) {
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 12;
    }

    /** Whether digits are the last ones of the next year, as in the years 2009/10 and 2023/4, so that they are no sure month. */
    static boolean follows(int year, String digits) {
        return (year + 1) % (digits.length() == 1 ? 10 : 100) == Integer.parseInt(digits);
    }

    /** A small number in digits, in Chinese or in English; 0 if it is none. */
    static int small(String word) {
        if (!word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return word.length() > 4 ? 0 : Integer.parseInt(word);
        }
        int english = NumberWords.upToTwenty(word.toLowerCase(Locale.ROOT));
        return english > 0 ? english : numeral(word);
    }

    static int ordinal(String word) {
        return switch (word.charAt(0)) {
            case '1' -> 1;
            case '2' -> 2;
            case '3' -> 3;
            case '4' -> 4;
            default ->
                switch (word) {
                    case "first", "premier", "primer" -> 1;
                    case "second", "deuxième", "segundo" -> 2;
                    case "third", "troisième", "tercer" -> 3;
                    default -> 4;
                };
        };
    }

    static int numeral(String word) {
        return ChineseNumeral.at(word, 0)
                .filter(found -> found.end() == word.length() && !found.isRange() && !found.isShort())
                .map(ChineseNumeral::value)
                .orElse(0);
    }

    static int han(String digits) {
        int year = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            year = 10 * year + (c == '零' || c == '○' ? 0 : "〇一二三四五六七八九".indexOf(c));
        }
        return year;
    }

    /** 55, 五十五 or, digit by digit, 一一三. */
    private static int yearOfEra(String digits) {
        boolean byDigit = digits.length() > 1 && digits.chars().noneMatch(c -> c == '十' || c == '百');
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : byDigit ? han(digits) : numeral(digits);
    }

    /** The year of an era of Japan or of the Republic of China; 0 if it did not last so long. */
    static int era(String name, String digits) {
        int number = digits.equals("元") ? 1 : yearOfEra(digits);
        int before = switch (name) {
            case "令和" -> 2018;
            case "平成" -> 1988;
            case "昭和" -> 1925;
            case "大正" -> 1911;
            case "明治" -> 1867;
            default -> 1911;
        };
        int most = switch (name) {
            case "令和" -> 99;
            case "平成" -> 31;
            case "昭和" -> 64;
            case "大正" -> 15;
            case "明治" -> 45;
            default -> 200;
        };
        return number < 1 || number > most ? 0 : before + number;
    }
}
