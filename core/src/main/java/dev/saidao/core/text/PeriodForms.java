package dev.saidao.core.text;

import static dev.saidao.core.text.PeriodNumbers.era;

import dev.saidao.core.text.PeriodAtoms.Atom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms in which times are written, and what each of them means. */
abstract class PeriodForms {

    /**
     * A form.
     *
     * @param pattern how it is written, in lower case
     * @param meaning what it means; null if it is none after all
     */
    record Form(Pattern pattern, Function<Matcher, @Nullable Atom> meaning) {}

    static final String YEAR = "(?<![\\d.,])((?:1[5-9]|2[01])\\d\\d)(?!\\d)";
    static final String SHORT = "'?(\\d\\d)(?!\\d)";
    /** The number of a year of an era: 6, 元, 五十五, 一一三. */
    private static final String YEAR_OF_ERA = "\\s?(\\d{1,3}|元|[〇零○一二三四五六七八九十百]{1,6})\\s?";

    static final String JAPANESE_ERA = "(令和|平成|昭和|大正|明治)" + YEAR_OF_ERA;
    static final String ERA = "(令和|平成|昭和|大正|明治|(?:中華)?民[國国])" + YEAR_OF_ERA + "年";
    static final String HAN_YEAR = "([一二][〇零○一二三四五六七八九]{3})";
    static final String MONTH = PeriodNumbers.monthWords();
    static final String ORDINAL =
            "(first|second|third|fourth|1st|2nd|3rd|4th|1er|1re|2e|3e|4e|1ère|[234](?:è|e)me|premier|deuxième|troisième|quatrième|primer|segundo|tercer|cuarto|[1-4]\\.º?|[1-4]º)";
    static final String OF = "\\s*(?:of|de|du|del|,|'|-)?\\s*";

    private final List<Form> forms = new ArrayList<>();

    /** {@return the forms, those first that go first} */
    final List<Form> forms() {
        return forms;
    }

    final void form(String pattern, Function<Matcher, @Nullable Atom> meaning) {
        forms.add(new Form(Pattern.compile(pattern), meaning));
    }

    static @Nullable Atom inEra(Matcher matcher, IntFunction<@Nullable Atom> part) {
        int year = era(matcher.group(1), matcher.group(2));
        return year == 0 ? null : part.apply(year);
    }
}
