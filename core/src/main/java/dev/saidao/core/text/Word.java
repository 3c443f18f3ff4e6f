package dev.saidao.core.text;

import dev.saidao.core.convention.Label;
import dev.saidao.core.quantity.Unit;
import java.util.List;

/**
 * A word of a vocabulary.
 *
 * @param kind what kind of word it is
 * @param meaning what it means: a power of ten, a currency, a thing, the name of a qualifier
 * @param text the word
 * @param language the vocabulary it is from
 * @param exact whether it is told from others by upper and lower case
 */
record Word(Kind kind, String meaning, String text, String language, boolean exact) {

    private static final String PART = " ;; ";

    /** Why a word has no certain meaning. */
    Label reason() {
        String[] parts = meaning.split(PART, -1);
        return Label.of("Unit must be certain: " + parts[0], "单位须确定：" + parts[Math.min(1, parts.length - 1)]);
    }

    /** Whether a word of several currencies may be of this one. */
    boolean mayMean(Unit money) {
        String[] parts = meaning.split(PART, -1);
        return parts.length < 3 || List.of(parts[2].split(" ")).contains(money.toString());
    }

    /** The sections of a vocabulary. */
    enum Kind {
        /** A power of ten behind digits: 亿, million. */
        MULTIPLIER,
        /** A letter that is a power of ten beside a currency or a noun: m, b. */
        MULTIPLIER_LETTER,
        /** A currency, behind the number. */
        CURRENCY,
        /** Hundredths of a currency, behind the number: 美分, US cents. */
        CENTS,
        /** A sign of a currency, before or behind the number. */
        CURRENCY_SIGN,
        /** A sign or word of several currencies; the meaning says which. */
        AMBIGUOUS_CURRENCY,
        /** A power of ten and the crowns of a country that is not said, in one word: mkr. */
        SCALED_CROWNS,
        /** Words that no unit can have; the meaning says why. */
        REFUSED,
        /** What is counted. */
        COUNT,
        /** What a density is per. */
        BASE,
        /** Says that what comes next is what a density is per: per, /, 每. */
        PER,
        /** A measured unit; the meaning is its sign. */
        PHYSICAL,
        /** A fraction of a whole: %, 成. */
        FRACTION,
        /** Percentage points, or hundredths of them. */
        POINTS,
        /** A ratio of two sizes: 倍, times. */
        MULTIPLE,
        /** Spans of time in years. */
        YEARS,
        /** A qualifier before the number. */
        BEFORE,
        /** A qualifier behind the unit. */
        BEHIND,
        /** A qualifier between digits and unit: 多, +. */
        MARK,
        /** Says nothing of the number. */
        PASSED_OVER_BEFORE,
        /** Says nothing of the number. */
        PASSED_OVER_BEHIND,
        /** Stands beside a unit in a head and changes nothing of it: constant prices, 不变价. */
        BESIDE_UNIT,
        /** A noun that ends the name of a column and says what its numbers count. */
        NAMED,
        /** What happened to what such a noun names: carried, sold. */
        NAMED_HOW,
        /** Makes something else of such a noun: revenue, of. */
        NAMED_NOT,
        /** A noun that ends the name of an amount of money: costs, EBITDA. */
        PAID,
        /** Makes another unit of the money beside it: PPP, per. */
        REPRICED,
        /** A noun that ends the name of a price, a density and the like: what stands behind its slash is what it is per. */
        PER_UNIT,
        /** A noun that ends the name of a number of things, which stand behind its slash: 人口/万人. */
        COUNT_OF,
        /** Says in which capacity the number stands. */
        ESTIMATED,
        /** The number is a growth. */
        RISE,
        /** The number is a decline. */
        FALL,
        /** The number is a rate per year. */
        RATE_BEFORE,
        /** The number is a rate per year. */
        RATE_BEHIND,
        /** The number is a change against the period before. */
        STEP_BEFORE,
        /** The number is a change against the period before. */
        STEP_BEHIND,
        /** The number is a share. */
        SHARE_BEFORE,
        /** The number is a share. */
        SHARE_BEHIND,
        /** A size without a number. */
        ORDER;

        /** The kind of a section by its head. */
        static Kind of(String head) {
            return valueOf(head.strip().toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
        }
    }
}
