package dev.saidao.core.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a per cent in a head: that it is a rate per year, or what it is a fraction of.
 *
 * @param end where it ends
 * @param isGrowth whether the fraction is a growth rate
 */
record FractionTail(int end, boolean isGrowth) {

    private static final Pattern RATE = Pattern.compile(
            "(?i)\\s*,?\\s*\\(?(?:per year|a year|per annum|p\\.? ?a\\.?|annual(?:ly)?|yoy|y/y|year[- ]on[- ]year|同比|/ ?(?:year|yr|年))\\)?[a-z ,-]*");
    /** A change is a rate per year only if it says so: a change on the previous period may be of a month. */
    private static final Pattern CHANGE =
            Pattern.compile("(?i)\\s*,?\\s*(?:change|growth|increase|variation|difference)s?(?![a-z])[a-z ,-]*");

    private static final Pattern ANNUAL = Pattern.compile("(?i)annual|per year|a year|per annum|yearly");
    private static final Pattern OF_WHOLE = Pattern.compile(
            "(?i)\\s*,?\\s*(?:(?:gross|net)(?![a-z])|of|to(?![a-z])|vom|der|du|de|del|des|von|总|total)(?:[^\\d%/]|\\d{1,2}(?!\\d|[ ,.]\\d{3}))*");
    private static final Pattern RATE_BEFORE = Pattern.compile(
            "(?i)(?:annual(?: average)?|average annual|yoy|y/y|cagr|year-on-year)[, ]+(?=%|per ?cent|pct)");

    /** Where words end that say of the per cent behind them that it is a rate per year; the place itself if there are none. */
    static int rateBefore(int index, int end, String text) {
        Matcher rate = RATE_BEFORE.matcher(text).region(index, end);
        return rate.lookingAt() ? rate.end() : index;
    }

    /** Reads on to the end of a piece of a head if all of it is such words; what is not is left. */
    static FractionTail at(int index, int end, String text) {
        if (isAll(RATE, index, end, text)) {
            return new FractionTail(end, true);
        }
        if (isAll(CHANGE, index, end, text)) {
            return new FractionTail(
                    end, ANNUAL.matcher(text.substring(index, end)).find());
        }
        return new FractionTail(isAll(OF_WHOLE, index, end, text) ? end : index, false);
    }

    private static boolean isAll(Pattern pattern, int index, int end, String text) {
        // as much as a pattern takes from the left, since what it may end with is open
        Matcher words = pattern.matcher(text).region(index, end);
        return words.lookingAt() && words.end() == end;
    }
}
