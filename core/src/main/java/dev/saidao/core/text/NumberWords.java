package dev.saidao.core.text;

import dev.saidao.core.figure.Qualifier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in words: English numerals, fractions (two-thirds, 三分之二, 一半), multiples (doubled, 翻两番). */
final class NumberWords {

    /** Digits of a fraction that does not end: more than any reader sees, and the same from every way to it. */
    private static final MathContext FRACTION = new MathContext(28, RoundingMode.HALF_EVEN);

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final int TWENTY = SMALL.size();
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("half", 2),
            Map.entry("halves", 2),
            Map.entry("third", 3),
            Map.entry("quarter", 4),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10));
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("die hälfte", "1/2"),
            Map.entry("ein drittel", "1/3"),
            Map.entry("zwei drittel", "2/3"),
            Map.entry("ein viertel", "1/4"),
            Map.entry("drei viertel", "3/4"),
            Map.entry("ein fünftel", "1/5"),
            Map.entry("zwei fünftel", "2/5"),
            Map.entry("drei fünftel", "3/5"),
            Map.entry("vier fünftel", "4/5"),
            Map.entry("la moitié", "1/2"),
            Map.entry("un tiers", "1/3"),
            Map.entry("deux tiers", "2/3"),
            Map.entry("un quart", "1/4"),
            Map.entry("un cinquième", "1/5"),
            Map.entry("trois quarts", "3/4"),
            Map.entry("la mitad", "1/2"),
            Map.entry("un tercio", "1/3"),
            Map.entry("dos tercios", "2/3"),
            Map.entry("la metà", "1/2"),
            Map.entry("un terzo", "1/3"),
            Map.entry("due terzi", "2/3"),
            Map.entry("половина", "1/2"),
            Map.entry("треть", "1/3"),
            Map.entry("две трети", "2/3"),
            Map.entry("четверть", "1/4"),
            Map.entry("절반", "1/2"));
    private static final String NUMBER = "(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3})";
    private static final Pattern ENGLISH_FRACTION = Pattern.compile("(?!\\d+ tenth)(?:" + NUMBER
            + "[ -])?(half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(s?)(?![a-z-])");
    private static final Pattern IN = Pattern.compile(
            "(one|two|three|four|five|six|seven|eight|nine|\\d{1,2}) (?:in(?: every)?|out of(?: every)?|of every) (two|three|four|five|six|seven|eight|nine|ten|twenty|\\d{1,3})(?![\\d.,%a-z])");
    private static final Pattern OF_PARTS = Pattern.compile(
            "(\\d+|[〇零一二两三四五六七八九十百千]+)(?:分之|分の|분의\\s?)(\\d+(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千]+(?:点[〇零一二两三四五六七八九]+)?)");
    private static final Pattern PER_HUNDRED =
            Pattern.compile("([百千万])分之(\\d+(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千]+(?:点[〇零一二两三四五六七八九]+)?)");
    private static final Pattern HALF = Pattern.compile("(过|過|逾|超过?|近|不到|不足|约|超)?(?:半数|一半|过半数)|(?:过|過|逾|近|超)半数?(?!年)");
    private static final Pattern MULTIPLE = Pattern.compile(
            "(?:to )?(doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|es|ing)|twice|halv(?:e|ed|ing)|thrice)(?![a-z-])");
    private static final Pattern FOLD = Pattern.compile(
            "(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|hundred)[ -]?fold(?![a-z])");
    private static final Pattern DOUBLING =
            Pattern.compile("(?:已|将|预计|有望|实现|总体|要)?翻了?(近|超过|超|约|不止)?(?:(半|[一两二三四五六七八九十]|1?\\d)?番|(?:了)?一?倍)(?:多)?");
    /** Half a billion, a quarter of a percentage point: a part of one of what follows. */
    private static final Pattern PART_OF_ONE = Pattern.compile(
            "(?:half|(?:an? |one[ -])?quarter of|three[ -]quarters of) an? (?=(?:hundred|thousand|million|billion|trillion|dozen|crore|lakh|percentage point|percent|per cent|pp)(?![a-z]))");

    private static final Pattern AND_A_HALF = Pattern.compile("(an?|" + String.join("|", SMALL.subList(1, SMALL.size()))
            + "|twenty)[ -]and[ -]a[ -](half|quarter)(?![a-z])");

    private static final int MAX_DOUBLINGS = 10;

    private NumberWords() {}

    /** The value of an English numeral from zero to twenty, in lower case; -1 if it is none. */
    static int upToTwenty(String word) {
        return word.equals(TENS.get(0)) ? TWENTY : SMALL.indexOf(word);
    }

    /**
     * A number in words.
     *
     * @param digits its digits
     * @param qualifier the qualifier that the words have in them
     * @param end the index behind them
     */
    record Spelled(String digits, Qualifier qualifier, int end) {}

    /** A share in words: two-thirds, one in five, 三分之二, 一半. */
    static Optional<Spelled> fraction(String lower, int index) {
        Matcher in = IN.matcher(lower).region(index, lower.length());
        if (in.lookingAt()) {
            int one = PeriodNumbers.small(in.group(1));
            int all = in.group(2).equals("twenty") ? 20 : PeriodNumbers.small(in.group(2));
            return one < all ? Optional.of(quotient(one, all, in.end())) : Optional.empty();
        }
        Matcher english = ENGLISH_FRACTION.matcher(lower).region(index, lower.length());
        if (english.lookingAt()) {
            return englishFraction(english);
        }
        for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
            if (lower.startsWith(foreign.getKey(), index)) {
                int one = foreign.getValue().charAt(0) - '0';
                return Optional.of(quotient(
                        one,
                        foreign.getValue().charAt(2) - '0',
                        index + foreign.getKey().length()));
            }
        }
        return half(lower, index).or(() -> ofParts(lower, index));
    }

    private static Optional<Spelled> englishFraction(Matcher english) {
        String count = english.group(1);
        boolean several = !english.group(3).isEmpty() || english.group(2).equals("halves");
        int parts = PARTS.getOrDefault(english.group(2), 0);
        int number = count == null || count.equals("a") || count.equals("an") ? 1 : PeriodNumbers.small(count);
        // the tenth, a second: an ordinal unless a number says how many
        boolean fraction = count != null ? several == (number > 1) && number < parts : parts == 2 && !several;
        return fraction ? Optional.of(quotient(number, parts, english.end())) : Optional.empty();
    }

    private static Optional<Spelled> half(String text, int index) {
        Matcher half = HALF.matcher(text).region(index, text.length());
        if (!half.lookingAt()) {
            return Optional.empty();
        }
        String word = half.group();
        Qualifier qualifier =
                word.startsWith("过") || word.startsWith("過") || word.startsWith("逾") || word.startsWith("超")
                        ? Qualifier.MORE_THAN
                        : word.startsWith("近")
                                ? Qualifier.NEARLY
                                : word.startsWith("不")
                                        ? Qualifier.LESS_THAN
                                        : word.startsWith("约") ? Qualifier.ABOUT : Qualifier.NONE;
        return Optional.of(new Spelled("0.5", qualifier, half.end()));
    }

    private static Optional<Spelled> ofParts(String text, int index) {
        Matcher parts = OF_PARTS.matcher(text).region(index, text.length());
        if (!parts.lookingAt() || perHundred(text, index).isPresent()) {
            return Optional.empty();
        }
        int all = small(parts.group(1));
        int some = small(parts.group(2));
        return all > 1 && some > 0 && some < all ? Optional.of(quotient(some, all, parts.end())) : Optional.empty();
    }

    private static int small(String word) {
        return PeriodNumbers.small(word);
    }

    /** 百分之十二点五: the digits, the sign of the fraction (百, 千, 万), the end. */
    static Optional<PerHundred> perHundred(String text, int index) {
        Matcher matcher = PER_HUNDRED.matcher(text).region(index, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        return decimal(matcher.group(2))
                .map(digits -> new PerHundred(digits, matcher.group(1).charAt(0), matcher.end()));
    }

    /**
     * A number of hundredths, thousandths or ten-thousandths.
     *
     * @param digits the number
     * @param of 百, 千 or 万
     * @param end the index behind it
     */
    record PerHundred(String digits, char of, int end) {}

    /** The digits of a Chinese number that may have decimals: 十二点五. */
    static Optional<String> decimal(String words) {
        if (Folding.isDigit(words.charAt(0))) {
            return Optional.of(words);
        }
        int point = words.indexOf('点');
        String whole = point < 0 ? words : words.substring(0, point);
        Optional<ChineseNumeral> numeral = ChineseNumeral.at(whole, 0)
                .filter(found -> found.end() == whole.length() && !found.isShort() && !found.isRange());
        if (numeral.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(String.valueOf(numeral.get().value()));
        for (int i = point + 1; point >= 0 && i < words.length(); i++) {
            digits.append(i == point + 1 ? "." : "").append(ChineseNumeral.digit(words.charAt(i)));
        }
        return Optional.of(digits.toString());
    }

    private static Spelled quotient(int some, int all, int end) {
        String digits = BigDecimal.valueOf(some)
                .divide(BigDecimal.valueOf(all), FRACTION)
                .toPlainString();
        return new Spelled(digits, Qualifier.NONE, end);
    }

    /** A multiple in words: doubled, threefold, 翻两番. */
    static Optional<Spelled> multiple(String lower, int index) {
        Matcher words = MULTIPLE.matcher(lower).region(index, lower.length());
        if (words.lookingAt()) {
            String stem = words.group(1);
            String digits = stem.startsWith("halv")
                    ? "0.5"
                    : stem.startsWith("doubl") || stem.equals("twice")
                            ? "2"
                            : stem.startsWith("qua") ? "4" : stem.startsWith("qui") ? "5" : "3";
            return Optional.of(new Spelled(digits, Qualifier.NONE, words.end()));
        }
        Matcher fold = FOLD.matcher(lower).region(index, lower.length());
        if (fold.lookingAt()) {
            String word = fold.group(1);
            int number = word.equals("hundred") ? 100 : PeriodNumbers.small(word);
            return Optional.of(new Spelled(String.valueOf(number), Qualifier.NONE, fold.end()));
        }
        return doubling(lower, index);
    }

    /** 翻番, 翻一番, 翻倍: twice; 翻两番: four times. */
    private static Optional<Spelled> doubling(String text, int index) {
        Matcher doubling = DOUBLING.matcher(text).region(index, text.length());
        if (!doubling.lookingAt()) {
            return Optional.empty();
        }
        String word = doubling.group(2);
        int times = word == null ? 1 : PeriodNumbers.small(word);
        if (times < 1 || times > MAX_DOUBLINGS) {
            return Optional.empty();
        }
        String said = doubling.group(1);
        boolean more = doubling.group().endsWith("多");
        Qualifier qualifier = said == null
                ? more ? Qualifier.MORE_THAN : Qualifier.NONE
                : said.equals("近") ? Qualifier.NEARLY : said.equals("约") ? Qualifier.ABOUT : Qualifier.MORE_THAN;
        return Optional.of(new Spelled(String.valueOf(1 << times), qualifier, doubling.end()));
    }

    /** An English numeral below a thousand, or a before a multiplier: twenty-five, three hundred, a, half a. */
    static Optional<Spelled> english(String lower, int index) {
        Matcher half = PART_OF_ONE.matcher(lower).region(index, lower.length());
        if (half.lookingAt()) {
            String part = half.group();
            String digits = part.startsWith("half") ? "0.5" : part.startsWith("three") ? "0.75" : "0.25";
            return Optional.of(new Spelled(digits, Qualifier.NONE, half.end()));
        }
        Matcher and = AND_A_HALF.matcher(lower).region(index, lower.length());
        if (and.lookingAt()) {
            int whole = Math.max(1, PeriodNumbers.small(and.group(1)));
            return Optional.of(
                    new Spelled(whole + (and.group(2).equals("half") ? ".5" : ".25"), Qualifier.NONE, and.end()));
        }
        Matcher article = Pattern.compile(
                        "an? (?=(?:hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|percentage point)(?![a-z-]))")
                .matcher(lower)
                .region(index, lower.length());
        int end = index;
        int value = 0;
        if (article.lookingAt()) {
            value = 1;
            end = article.end();
        } else {
            Optional<Spelled> small = belowHundred(lower, index);
            if (small.isEmpty()) {
                return Optional.empty();
            }
            value = Integer.parseInt(small.get().digits());
            end = small.get().end();
        }
        Matcher hundred =
                Pattern.compile(" ?hundred(?: and)?(?![a-z-])").matcher(lower).region(end, lower.length());
        if (hundred.lookingAt()) {
            end = hundred.end();
            value *= 100;
            Optional<Spelled> rest =
                    end < lower.length() && lower.charAt(end) == ' ' ? belowHundred(lower, end + 1) : Optional.empty();
            if (rest.isPresent()) {
                value += Integer.parseInt(rest.get().digits());
                end = rest.get().end();
            }
        }
        Matcher dozen = Pattern.compile(" ?dozen(?![a-z])").matcher(lower).region(end, lower.length());
        if (dozen.lookingAt()) {
            end = dozen.end();
            value *= 12;
        }
        return Optional.of(new Spelled(
                String.valueOf(value), Qualifier.NONE, article.lookingAt() && end == article.end() ? end - 1 : end));
    }

    private static Optional<Spelled> belowHundred(String lower, int index) {
        int tens = wordAt(lower, index, TENS);
        if (tens >= 0) {
            int end = index + TENS.get(tens).length();
            boolean joined = end < lower.length() && (lower.charAt(end) == '-' || lower.charAt(end) == ' ');
            int ones = joined ? wordAt(lower, end + 1, SMALL) : -1;
            boolean both = ones > 0 && ones < 10;
            int value = 20 + 10 * tens + (both ? ones : 0);
            return Optional.of(new Spelled(
                    String.valueOf(value),
                    Qualifier.NONE,
                    both ? end + 1 + SMALL.get(ones).length() : end));
        }
        int small = wordAt(lower, index, SMALL);
        return small < 0
                ? Optional.empty()
                : Optional.of(new Spelled(
                        String.valueOf(small),
                        Qualifier.NONE,
                        index + SMALL.get(small).length()));
    }

    private static int wordAt(String text, int index, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int end = index + word.length();
            if (text.startsWith(word, index) && (end == text.length() || !Folding.isLetter(text.charAt(end)))) {
                return i;
            }
        }
        return -1;
    }
}
