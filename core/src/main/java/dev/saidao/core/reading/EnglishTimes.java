package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.regex.Pattern;

/** What the words around a time in an English text say of it: whether growth is counted from it, or it stands in brackets. */
final class EnglishTimes {

    private static final Pattern ENDS_WITH_ARTICLE = LatinPattern.of("(?s).*\\b(?:against|on|versus|to|with) an?");
    private static final Pattern SUPERLATIVE =
            LatinPattern.of("(?s).*(?:est|most|first|record)\\b.*since (?:the )?(?:[a-z]+ )?");
    private static final Pattern BASE =
            LatinPattern.of("(?s).*(?: on| since|compared (?:with|to)(?: the)?|than in| than| than at the end of"
                    + "|from the end of|versus(?: the)?|relative to|(?:a|per) year from|from a|up from|down from(?: the)?|up from the|earlier than"
                    + "|against(?: the)?|that (?:of|in)|(?:below|above|than|on) the)");
    private static final Pattern COMPARISON =
            LatinPattern.of("\\b(?:compared with|compared to|up from|down from|against|versus) ");
    private static final int BRACKETS = 49;
    private static final Pattern FROM_FIGURE = Pattern.compile(
            " from (?:about |around |some |just |only |nearly )?[^ ]{0,3} ?[\\d.,]+%? ?[a-z]* ?(?:in )?$");
    /** How far back in a clause without a comma words of comparison are looked for. */
    private static final int CLAUSE = 200;

    private final String folded;
    private final Layout layout;

    EnglishTimes(String folded, Layout layout) {
        this.folded = folded;
        this.layout = layout;
    }

    /** "£198m (2024: £225m)", "8,412 people (8,105 at the end of 2024)": the time of what stands in the brackets alone. */
    boolean isInBrackets(TimeExpression time) {
        for (int i = time.start(); i >= Math.max(0, time.start() - BRACKETS); i--) {
            char c = folded.charAt(i);
            if (c == '(' || c == ')' || c == '\n') {
                return c == '(';
            }
        }
        return false;
    }

    /** "from about 3,000 today, and …": the time of what something came from. */
    boolean isOfFrom(TimeExpression time) {
        return FROM_FIGURE
                .matcher(folded.substring(Math.max(0, time.start() - 40), time.start()))
                .find();
    }

    /** "on 2019", "since 2020", "from 2024", "compared with 2019", "than in 2019": what growth is counted from. */
    boolean isBase(TimeExpression time) {
        String before =
                folded.substring(Math.max(0, time.start() - 20), time.start()).stripTrailing();
        boolean article = before.endsWith(" a") || before.endsWith(" an");
        before = article && ENDS_WITH_ARTICLE.matcher(before).matches()
                ? before.substring(0, before.lastIndexOf(" a"))
                : before;
        if (isSuperlative(time)) {
            return false;
        }
        return BASE.matcher(before).matches()
                || (before.endsWith("% over") && time.type() == TimeType.POINT)
                || (before.endsWith("from") && !folded.startsWith(" to", time.end()))
                || folded.startsWith("since ", time.start());
    }

    /** "the steepest since 2017" says nothing of what is compared. */
    boolean isSuperlative(TimeExpression time) {
        String before = folded.substring(Math.max(0, time.start() - 30), time.start());
        return before.contains("since ") && SUPERLATIVE.matcher(before).matches();
    }

    /** "compared with 42% in 2015": a time of what something is compared with is not what the sentence speaks of. */
    boolean isOfComparison(Sentence sentence, TimeExpression time) {
        int start = Math.max(layout.clauseStart(sentence, time.start()), time.start() - CLAUSE);
        String clause = folded.substring(start, time.start());
        return COMPARISON.matcher(clause).find();
    }
}
