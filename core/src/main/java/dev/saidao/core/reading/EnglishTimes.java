package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.regex.Pattern;

/** What the words around a time in an English text say of it: whether growth is counted from it, or it stands in brackets. */
final class EnglishTimes {

    private static final String[] BEFORE_ARTICLE = {"against", "on", "versus", "to", "with"};
    private static final Pattern SUPERLATIVE =
            LatinPattern.of("(?s).*(?:est|most|first|record)\\b.*since (?:the )?(?:[a-z]+ )?");
    /** What stands before a time that something is counted from. */
    private static final String[] BASES = {
        " on",
        " below",
        " above",
        "the level of",
        "the level in",
        "the levels of",
        "level seen in",
        "levels of",
        " on the",
        "since",
        "compared with",
        "compared with the",
        "compared to",
        "compared to the",
        "than in",
        " than",
        " than at the end of",
        "from the end of",
        "versus",
        "versus the",
        "relative to",
        "a year from",
        "per year from",
        "from a",
        "up from",
        "up from the",
        "down from",
        "down from the",
        "earlier than",
        "against",
        "against the",
        "that of",
        "that in",
        "below the",
        "above the",
        "than the",
        "on the"
    };

    private static final String[] COMPARISONS = {
        "compared with ",
        "compared to ",
        "up from ",
        "down from ",
        "against ",
        "versus ",
        "times the ",
        "twice the ",
        "double the "
    };
    private static final String[] OF = {" of", " in", " for", " during"};
    private static final Pattern THAN_THAT_OF =
            LatinPattern.of("\\bthan (?:the )?(?:[a-z]+ ){1,2}(?:of|in|for|during)$");
    private static final Pattern TO_FIGURE = Pattern.compile(
            " to (?:about |around |some |just |over |almost |nearly |a record )?(?:[^a-z0-9 ]|[a-z]{2,3} ?\\d|(?!(?:19|20)\\d\\d\\b)\\d)");
    private static final Pattern OF_PEAK = LatinPattern.of(
            "\\b(?:below|above|from|than|under|against|off|on|to) (?:the |its |their |a |an )?(?:[a-z-]+ ){0,2}(?:peak|high|record|low|trough|maximum|minimum)s? (?:(?:seen|reached|set|hit|recorded) )?(?:of|in)$");
    private static final Pattern OVER = LatinPattern.of(
            "(?:%|\\b(?:points|increase|rise|gain|growth|jump|improvement|decrease|decline|drop|fall|reduction|up|down)) over$");
    private static final int BRACKETS = 49;
    private static final Pattern FROM_FIGURE = Pattern.compile(
            " from (?:about |around |some |just |only |nearly )?[^ ]{0,3} ?[\\d.,]+%? ?(?:[a-z0-9]+ ?){0,4}(?:in )?$");
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
        int end = wordsEnd(time.start());
        if (isSuperlative(time)) {
            return false;
        }
        return endsWithAny(BASES, withoutArticle(end))
                || isOfPeak(end)
                || isThanThatOf(time)
                || (time.type() == TimeType.POINT && isOver(end))
                || (endsWith("from", end) && !leadsToTime(time.end()))
                || folded.startsWith("since ", time.start());
    }

    /** "rose 8% over 2024", "an increase over 2024" */
    private boolean isOver(int end) {
        return endsWith(" over", end)
                && OVER.matcher(folded.substring(Math.max(0, end - BRACKETS), end))
                        .find();
    }

    /** "12% below the peak of 2021": the time of what something is held against. */
    private boolean isOfPeak(int end) {
        String before = folded.substring(Math.max(0, end - BRACKETS), end);
        return (before.endsWith(" of") || before.endsWith(" in"))
                && OF_PEAK.matcher(before).find();
    }

    /** "from 2019 to 2025", and not "from the previous quarter to $48.6 billion". */
    private boolean leadsToTime(int end) {
        return folded.startsWith(" to", end)
                && !TO_FIGURE.matcher(folded).region(end, folded.length()).lookingAt();
    }

    /** "more than the total of the third quarter" */
    boolean isThanThatOf(TimeExpression time) {
        int end = wordsEnd(time.start());
        if (!endsWithAny(OF, end)) {
            return false;
        }
        String before = folded.substring(Math.max(0, end - 30), end);
        return before.contains("than ") && THAN_THAT_OF.matcher(before).find();
    }

    /** Where the words before an index end, without spaces. */
    private int wordsEnd(int index) {
        int end = index;
        while (end > 0 && Character.isWhitespace(folded.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** "on a year earlier", "compared with a year ago": where the words before the article end. */
    private int withoutArticle(int end) {
        int before = endsWith(" a", end) ? end - 2 : endsWith(" an", end) ? end - 3 : end;
        return before < end && endsWithAny(BEFORE_ARTICLE, before) ? before : end;
    }

    private boolean endsWithAny(String[] words, int end) {
        for (String word : words) {
            if (endsWith(word, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsWith(String words, int end) {
        return folded.startsWith(words, end - words.length());
    }

    /** "In the year before, it had shrunk by 7.8%": a time before another, of which its own sentence speaks. */
    boolean opensClause(TimeExpression time) {
        return time.isBeforeAnother() && folded.startsWith(", ", time.end()) && opensSentence(time.start());
    }

    private boolean opensSentence(int index) {
        int start = folded.startsWith("in ", index - 3) ? index - 3 : index;
        int before = wordsEnd(start);
        return before == 0 || ".!?;\n".indexOf(folded.charAt(before - 1)) >= 0;
    }

    /** "the steepest since 2017" says nothing of what is compared. */
    boolean isSuperlative(TimeExpression time) {
        String before = folded.substring(Math.max(0, time.start() - 30), time.start());
        return before.contains("since ") && SUPERLATIVE.matcher(before).matches();
    }

    /** "compared with 42% in 2015": a time of what something is compared with is not what the sentence speaks of. */
    boolean isOfComparison(Sentence sentence, TimeExpression time) {
        int start = layout.clauseStart(sentence, time.start());
        // "versus $1.58 billion (29%) in 2008": brackets that are closed end no clause
        while (start > sentence.start()
                && folded.substring(start - 1, time.start()).indexOf(')') >= 0) {
            int outer = layout.clauseStart(sentence, start - 1);
            start = outer < start ? outer : sentence.start();
        }
        start = Math.max(start, time.start() - CLAUSE);
        String clause = folded.substring(start, time.start());
        for (String words : COMPARISONS) {
            int at = clause.indexOf(words);
            while (at >= 0) {
                if (at == 0 || !Character.isLetter(clause.charAt(at - 1))) {
                    return true;
                }
                at = clause.indexOf(words, at + 1);
            }
        }
        return false;
    }
}
