package dev.saidao.core.reading;

import dev.saidao.core.internal.Codes;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of words by which running text is read. */
enum WordKind {
    /** A verb of additions, which is no growth of what is counted: 新增, added. */
    ADDED,
    /** A word of adjusted figures, which are compared with their like only: organic. */
    ADJUSTED,
    /** Behind a percentage it makes it a growth: higher, lower. */
    COMPARATIVE,
    /** A word without which a rule need not look at a sentence: 毛利率, broken down. */
    CLUE,
    /** What growth is counted from: 同比, year on year. */
    COMPARE,
    /** A word that holds a claim against what was counted: otherwise. */
    COUNTER,
    /** 累计, cumulative. */
    CUMULATIVE,
    /** 每年, a year. */
    EVERY,
    /** A word of growth, and which way it goes. */
    GROWTH,
    /** What is measured. */
    INDICATOR,
    /** Before an amount it makes it negative: 净亏损. */
    LOSS,
    /** A noun that no report counts: times. */
    NOT_COUNTED,
    /** A noun that is counted though it has no s: people. */
    NOUN,
    /** Before a number: over, about. */
    QUALIFIER,
    /** Behind a number: 以上. */
    QUALIFIER_BEHIND,
    /** A region, by its name in both languages. */
    REGION,
    /** It makes a percentage a share: 占. */
    SHARE,
    /** The sign or code of a currency before a number. */
    SIGN,
    /** A word of forecasts, targets and estimates. */
    STATUS,
    /** 合计, in all. */
    TOTAL,
    /** The unit behind a number. */
    UNIT;

    private final String code = Codes.ofName(name());

    /** {@return the name in vocabularies, such as {@code qualifier-behind}} */
    String code() {
        return code;
    }

    /** {@return the bit of this kind in a set of kinds} */
    @SuppressWarnings("EnumOrdinal") // sets of kinds live for one reading, and are never stored
    int bit() {
        return 1 << ordinal();
    }

    static WordKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Kind of words must be one of "
                        + Arrays.stream(values()).map(WordKind::code).collect(Collectors.joining(", ")) + ": " + code));
    }
}
