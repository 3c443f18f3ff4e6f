package dev.saidao.core.reading;

import dev.saidao.core.reading.ReadingVocabulary.Entry;
import dev.saidao.core.reading.UnitScanner.UnitWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the second number of a range: 15—20万人次, between 200 and 300, $3-4bn. */
final class RangeScanner {

    private static final List<String> RANGE_WORDS = List.of("至", "到", "–", "-", "~", " to ", " and ", " – ", " - ");
    /** "down £33.1 million to £359.5 million": by how much and to where, if the one is far from the other. */
    private static final Set<String> CHANGED = Set.of(
            "up",
            "down",
            "rose",
            "rise",
            "rises",
            "fell",
            "fall",
            "falls",
            "grew",
            "grow",
            "grows",
            "increased",
            "increase",
            "increases",
            "decreased",
            "decrease",
            "declined",
            "decline",
            "dropped",
            "drop",
            "climbed",
            "climb",
            "gained",
            "added",
            "jumped",
            "surged",
            "slipped",
            "rising",
            "falling",
            "growing",
            "increasing",
            "decreasing",
            "lower",
            "higher");

    private static final int FAR = 4;
    /** 由9.4%下跌2.6%至6.8%: from where, by how much and to where. */
    private static final Pattern LED_FROM = Pattern.compile(
            "[由从][^,，;；。]{0,8}\\d[\\d.,]*[%亿万元个]*[^,，;；。\\d]{0,8}(?:下[跌降滑]|上[升涨]|增[长加]|减少|提[高升]|回落|降低)了?约?$");

    private static final int CLAUSE = 30;
    /** How they begin. */
    private static final String RANGE_SIGNS = "至到–-~ ";

    private final String folded;
    private final TextCharacters characters;
    private final UnitScanner units;

    RangeScanner(String folded, UnitScanner units) {
        this.folded = folded;
        this.characters = new TextCharacters(folded);
        this.units = units;
    }

    /** The power of ten that is said once, behind the second number, for both: 15—20万人次. */
    int sharedScale(ScannedNumber first, ScannedNumber second) {
        return second.scaled() && !first.scaled() && !first.spelled() ? scale(second) : 0;
    }

    /** The power of ten behind the digits of a number. */
    private int scale(ScannedNumber number) {
        int decimals = 0;
        int point = folded.indexOf('.', number.start());
        if (point > 0 && point < number.end()) {
            decimals = characters.digitsEnd(point + 1) - point - 1;
        }
        return number.place() + decimals;
    }

    /** Where the second number of a range starts behind a first number and perhaps its unit, or 0. */
    int rangeSecond(ScannedNumber first) {
        int at = first.end();
        UnitWords unit = units.after(first);
        if (unit != null && (unit.kind() != MentionKind.COUNT || unit.unit().equals("persons"))) {
            at = unit.end();
        }
        if (at >= folded.length() || RANGE_SIGNS.indexOf(folded.charAt(at)) < 0) {
            return 0;
        }
        for (String word : RANGE_WORDS) {
            if (folded.startsWith(word, at)) {
                int next = at + word.length();
                Entry sign = signAt(next);
                int start = sign == null ? next : next + sign.word().length();
                boolean and = word.equals(" and ");
                boolean wanted = !and
                        || characters.previousWord(first.start()).equals("between")
                        || (units.signBefore(first.start()) != null
                                && folded.substring(Math.max(0, first.start() - 14), first.start())
                                        .contains("between "));
                return start < folded.length() && wanted && (characters.isDigit(start) || first.spelled()) ? start : 0;
            }
        }
        return 0;
    }

    private @Nullable Entry signAt(int index) {
        for (int end = index + 1; end <= Math.min(folded.length(), index + 4); end++) {
            Entry sign = units.signBefore(end);
            if (sign != null && end - sign.word().length() == index) {
                return sign;
            }
        }
        return null;
    }

    /** Two ends of one range, and not two figures such as in "from 2.6% to 3.2%". */
    boolean isRange(ScannedNumber first, ScannedNumber second) {
        String previous = characters.previousWord(first.start());
        int before = first.start() - 1;
        Entry sign = units.signBefore(first.start());
        if (sign != null) {
            before = first.start() - sign.word().length() - 1;
            previous = characters.previousWord(before + 1);
        }
        boolean from = (previous.equals("from")
                        && !dashedDigits(first, second)
                        && !folded.substring(Math.max(0, before - 12), before + 1)
                                .contains("rang"))
                || (before >= 0
                        && (folded.charAt(before) == '由'
                                || folded.charAt(before) == '从'
                                || folded.charAt(before) == '自'));
        boolean sharesScale = second.scaled() && !first.scaled();
        BigDecimal low = first.times(sharedScale(first, second)).value();
        boolean rising = second.value().signum() > 0
                && low.compareTo(second.value()) < 0
                && (first.scaled() == second.scaled() || low.signum() > 0);
        boolean dashed = "-–~".indexOf(folded.charAt(Math.max(first.end(), second.start() - 1))) >= 0;
        boolean to = previous.equals("by") && !dashed;
        // EUR 50 to 450 schools
        UnitWords counted = units.after(second);
        boolean given =
                sign != null && !dashed && !sharesScale && counted != null && counted.kind() == MentionKind.COUNT;
        boolean changed = !dashed
                && CHANGED.contains(previous)
                && low.multiply(BigDecimal.valueOf(FAR)).compareTo(second.value()) < 0;
        int clause = Math.max(0, first.start() - CLAUSE);
        boolean ofChange = !dashed
                && LED_FROM.matcher(folded).region(clause, first.start()).find();
        return !from && !to && !given && !changed && !ofChange && rising && haveOneUnit(first, second, sign);
    }

    /** "from 50-52%" is a range, where "from 50% - 52%" may be two ends of a change. */
    private boolean dashedDigits(ScannedNumber first, ScannedNumber second) {
        return second.start() - first.end() == 1 && "-–~".indexOf(folded.charAt(first.end())) >= 0;
    }

    /** The unit is said once for both numbers, or the same with each. */
    private boolean haveOneUnit(ScannedNumber first, ScannedNumber second, @Nullable Entry sign) {
        Entry otherSign = units.signBefore(second.start());
        UnitWords unit = units.after(first);
        UnitWords other = units.after(second);
        boolean signs = otherSign == null || (sign != null && sign.meaning().equals(otherSign.meaning()));
        boolean own = unit != null && unit.kind() != MentionKind.COUNT;
        return signs
                && (sign == null
                        || other == null
                        || other.kind() == MentionKind.COUNT
                        || other.kind() == MentionKind.MONEY
                        || other.kind() == MentionKind.NUMBER)
                && (!own || unit == null || (other != null && other.kind() == unit.kind()));
    }
}
