package dev.saidao.core.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure while its text is being read: what each pass finds out about it is noted here. */
final class Found {

    // ---- by the figure finder ----
    /** Where it starts and ends, qualifiers included. */
    int start;

    int end;
    /** Where its number starts and the unit behind it ends. */
    final int coreStart;

    final int coreEnd;
    MentionKind kind;
    /** A currency code, what is counted, a physical unit; empty for shares and the like. */
    String unit;

    BigDecimal value;
    /** The upper end of a range. */
    @Nullable BigDecimal upTo;
    /** The power of ten of the last printed digit. */
    int place;

    String qualifier = "none";
    final String rule;
    /** The rule by which half of something is left. */
    static final String HALVED = "halved";
    /** Whether the unit is understood from another figure rather than said. */
    boolean bare;
    /** Whether digits or words stand for a count that a pass must still find out about. */
    boolean grouped;
    /** Whether it counts what the page itself lists or presents: 十大赛道, 9条措施. */
    boolean isListed;
    /** Whether it is a ratio of two things, such as a debt of 1.4x earnings, and no multiple of what was before. */
    boolean isRatio;
    /** For densities: per how many of what. */
    long per;

    String base = "";

    // ---- by later passes ----
    /** The word that says what a percentage is, such as 增长 or 占; empty if none does. */
    String cue = "";
    /** Compared with what: year, previous, or another time that is said; empty if nothing is. */
    String compared = "";

    boolean falling;
    /** Whether it is what is added each year on average, and not what was added between two levels. */
    boolean yearly;

    /** Whether it is the growth of what is named before its brackets: "sales rose in Europe (3%) and Japan (5%)". */
    boolean isOfNamed;

    /** Whether it is one of several claims of growth that have a pair of levels each. */
    boolean isChained;

    @Nullable When from;

    @Nullable When time;
    /** Whether words say that it is of years that nothing names. */
    boolean isUndated;
    /** Of a growth that turned, which end it is: from, to; empty for any other. */
    String turn = "";
    /** Whether its time is said in its own words, rather than taken from around it. */
    boolean timeSaid;
    /** Whether its time is said as one before another: a year earlier, two years ago. */
    boolean timeBefore;
    /** Whether its time is one that the sentence only compares with. */
    boolean isOfComparison;

    dev.saidao.core.figure.Status status = dev.saidao.core.figure.Status.OBSERVED;
    String indicator = "";
    /** The indicator that the figure behind it goes on with, which what a share is a share of is not. */
    String leading = "";

    int indicatorAt = -1;
    /** Where a word stands that says who grew, as in 集体企业增长0.7%; -1 if none does. */
    int whoAt = -1;

    /** What its clause names it to be of, in Chinese words that are no known indicator; empty if it names nothing. */
    String ownName = "";

    String subject = "";
    /** The region it is of, by its meaning in the vocabulary. */
    String region = "";
    /** Whether it is of something adjusted, such as organic growth. */
    boolean adjusted;

    int sentence;
    int clause;
    int index;
    /** What words say of its place in a sum or series: total, cumulative, added, every, part; empty if nothing. */
    String role = "";

    Found(
            int start,
            int end,
            int coreStart,
            int coreEnd,
            MentionKind kind,
            String unit,
            ScannedNumber number,
            String rule) {
        this.start = start;
        this.end = end;
        this.coreStart = coreStart;
        this.coreEnd = coreEnd;
        this.kind = kind;
        this.unit = unit;
        this.value = number.value();
        this.place = number.place();
        this.rule = rule;
        this.grouped = number.grouped() || number.scaled();
        if (number.more()) {
            qualifier = "more-than-printed";
        }
    }

    boolean isRange() {
        return upTo != null;
    }

    boolean isPercentage() {
        return kind == MentionKind.SHARE || kind.isGrowth();
    }

    /** Whether it can grow, be compared and be a part: an amount, or a share such as a margin. */
    boolean isLevel() {
        return kind.isAmount() || kind == MentionKind.SHARE;
    }

    boolean sameUnit(Found other) {
        return kind == other.kind
                && (kind == MentionKind.COUNT || kind == MentionKind.DENSITY || unit.equals(other.unit));
    }
}
