package dev.saidao.core.reading;

import dev.saidao.core.reading.TimeRules.Reader;
import dev.saidao.core.reading.TimeRules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for words of time while they are put together. */
final class TimeRuleList {

    private static final String Y = TimeRules.Y;

    private final List<Rule> rules = new ArrayList<>();

    /** A rule; in it a space may stand between numbers and their characters, as some texts set them. */
    void rule(String regex, Reader reader) {
        String spaced = Pattern.compile(Pattern.quote(Y) + "年(?!\\?)")
                .matcher(regex)
                .replaceAll(Matcher.quoteReplacement(Y + " ?年(?: (?=[\\d前第上下全]))?"))
                .replace("\\d{1,2}月\\d{1,2}日", "\\d{1,2} ?月 ?\\d{1,2} ?日")
                .replace("[1-9])月", "[1-9]) ?月");
        rules.add(new Rule(LatinPattern.of(spaced), reader));
    }

    /** Words that always name one kind of time; of {@code years} -1 they say how many. */
    void type(String regex, TimeType type, int years) {
        rule(regex, (m, published) -> TimeExpression.of(m.start(), m.end(), type, years));
    }

    /** Words for a year that is counted from the publication. */
    void relativeYear(String regex, int years) {
        rule(regex, (m, published) -> TimeExpression.point(m.start(), m.end(), When.year(published.getYear() + years)));
    }

    List<Rule> all() {
        return List.copyOf(rules);
    }
}
