package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What shares are together: "coal 31%, gas 22% and oil 2%; together, fossil fuels thus covered 55%", 三者合计占75.1%. */
final class SharesTogether {

    private static final Pattern TOGETHER = LatinPattern.of(
            "合计|共计|总计|总共|加起来|合起来|共占|\\b(?:together|altogether|combined|collectively|in all|in total|total|between them)\\b|\\badd(?:s|ed|ing)? up to\\b");
    private static final Pattern TOGETHER_BEHIND = LatinPattern.of(
            "(?s)[, ]*(?:[a-z ]{0,24})?\\b(?:together|altogether|in all|in total|combined|between them)\\b.*");
    private static final Pattern NUMBER = LatinPattern.of(
            "([两二三四五六])(?:者|国|家|地|省|市|项|类|大)[^,，;；。]{0,8}$|\\b(two|both|three|four|five|six)\\b[a-z -]{0,40}$");
    private static final Pattern OF = LatinPattern.of("^ ?of ([a-z' -]{3,40})");
    private static final Pattern FOLLOWS = LatinPattern.of("\\b(?:thus|therefore|hence)\\b|因此|由此");
    private static final int MOST_PARTS = 8;

    private final Context context;

    SharesTogether(Context context) {
        this.context = context;
    }

    @Nullable Draft propose(int s, Found total) {
        if (!context.hasClue(s, "together") || !total.compared.isEmpty() || total.isRange()) {
            return null;
        }
        String before = wordsBefore(total);
        Matcher behind = TOGETHER_BEHIND.matcher(context.behind(total));
        Matcher together = TOGETHER.matcher(before);
        boolean said = together.find();
        if (!said && !behind.matches()) {
            return null;
        }
        List<Found> parts = parts(context.figures(s), total);
        boolean here = !parts.isEmpty();
        if (!here
                && s > 0
                && context.sentence(s - 1).paragraph() == context.sentence(s).paragraph()) {
            parts = parts(context.figures(s - 1), total);
        }
        Matcher number = NUMBER.matcher(said ? before.substring(0, together.start()) : before);
        int n = number.find() ? numberOf(number) : 0;
        if (n > 0 && parts.size() > n) {
            parts = parts.subList(parts.size() - n, parts.size());
        }
        if (parts.size() < 2 || parts.size() > MOST_PARTS || (n > 0 && parts.size() < n)) {
            return null;
        }
        boolean sure = n == parts.size() || !isSumOfSome(parts, total);
        boolean ofOne = FOLLOWS.matcher(before).find() || ofOneWhole(parts, total);
        Sureness sureness = !sure || !ofOne ? Sureness.POSSIBLE : here ? Sureness.STATED : Sureness.LIKELY;
        Draft draft = new Draft(Kind.SUM, "shares-together", sureness).with("total", total);
        for (int i = 0; i < parts.size(); i++) {
            draft.with("part" + (i + 1), parts.get(i));
        }
        return draft;
    }

    /** How many parts words say that there are. */
    private static int numberOf(Matcher number) {
        return number.group(1) != null
                ? ChineseNumerals.digit(number.group(1).charAt(0))
                : EnglishNumerals.NUMERALS.getOrDefault(number.group(2), 2); // both
    }

    /** The words before a total back to the figure before it, or to the start of its sentence. */
    private String wordsBefore(Found total) {
        String before = context.before(total);
        int divided = Math.max(before.lastIndexOf(';'), before.lastIndexOf('；'));
        return before.substring(divided + 1);
    }

    /** The shares that follow each other before a total, of its time and each less than it. */
    private static List<Found> parts(List<Found> figures, Found total) {
        List<Found> parts = new ArrayList<>();
        for (int i = figures.size() - 1; i >= 0; i--) {
            Found part = figures.get(i);
            if (part.index >= total.index) {
                continue;
            }
            boolean share = part.kind == MentionKind.SHARE
                    && !part.isRange()
                    && part.compared.isEmpty()
                    && part.from == null
                    && !part.role.equals("total")
                    && !part.role.equals("structure")
                    && !part.role.equals("cell")
                    && !part.cue.equals("from")
                    && Context.canBeOfOneTime(part, total);
            if (share) {
                parts.add(0, part);
            } else if (part.kind == MentionKind.SHARE) {
                break;
            }
        }
        return parts;
    }

    /** Whether some of the shares, and not all, make the total: it may be theirs. */
    private static boolean isSumOfSome(List<Found> parts, Found total) {
        Range said = Range.of(total);
        for (int some = 1; some < (1 << parts.size()) - 1; some++) {
            Range sum = new Range(0, 0);
            for (int i = 0; i < parts.size(); i++) {
                sum = (some & 1 << i) != 0 ? sum.plus(Range.of(parts.get(i))) : sum;
            }
            if (Integer.bitCount(some) > 1 && sum.meets(said)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no words say that the parts are of another whole than the total: 占出口的12%, "of generation". */
    private boolean ofOneWhole(List<Found> parts, Found total) {
        String ofTotal = whole(total);
        return ofTotal.isEmpty()
                || parts.stream().map(this::whole).allMatch(of -> of.isEmpty() || Context.alike(of, ofTotal) >= 2);
    }

    private String whole(Found share) {
        if (context.sentence(share.sentence).chinese()) {
            String before = context.before(share);
            int of = before.lastIndexOf('占');
            return of < 0 ? "" : before.substring(of + 1).replaceAll("比例?|比重|份额|到|了|据|为|约|的|达", "");
        }
        Matcher of = OF.matcher(context.behind(share));
        return of.find() ? of.group(1) : "";
    }
}
