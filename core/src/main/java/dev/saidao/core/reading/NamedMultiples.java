package dev.saidao.core.reading;

import dev.saidao.core.reading.Draft.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Multiples between things that the text has given numbers of: 甲市经济总量为丙市的4倍, "Greece's arrivals were nine times Malta's". */
final class NamedMultiples {

    private static final Pattern CHINESE =
            Pattern.compile("([^,，;；。、]{2,24}?)(?:约|已)?(?:是|为|相当于|达到|达)(?:了)?([^,，;；。、\\d]{2,16}?)的(?:约|近)?$");
    private static final Pattern ENGLISH_BEFORE = LatinPattern.of(
            "(?:^|[,;] ?|\\b(?:so|thus|while|and) )([a-z][a-z' -]{2,40}?)(?:'s?\\b[a-z -]{0,24}?)? (?:was|were|is|are|being|came to)(?: (?:thus|therefore|about|around|roughly|some|nearly|almost|now))? ?$");
    private static final Pattern ENGLISH_BEHIND = LatinPattern.of(
            " (?:that (?:of|in|for) )?(?:the )?([a-z][a-z -]{2,30}?)(?:'s?| (?:figure|total|level))?(?: output| total)?[.,;]");
    private static final Pattern ARTICLE = LatinPattern.of("^(?:the|in|at|of) ");
    private static final Pattern LISTED = Pattern.compile("[^、和及与][、和及与][^、和及与]");
    private static final Pattern LIST_CHINESE = Pattern.compile("([^,，;；。\\d]{2,60}?)分别");
    private static final Pattern LIST_ENGLISH =
            LatinPattern.of("(?:^|[,;] )((?:[a-z' -]+, )*[a-z' -]+ and [a-z' -]+) [a-z -]+$");

    private final Context context;

    NamedMultiples(Context context) {
        this.context = context;
    }

    List<Draft> propose(int s) {
        List<Draft> drafts = new ArrayList<>();
        for (Found claim : context.figures(s)) {
            if (claim.kind == MentionKind.MULTIPLE && !claim.isRatio && !claim.bare && !claim.role.equals("cell")) {
                Draft draft = context.sentence(s).chinese() ? chinese(s, claim) : english(s, claim);
                if (draft != null) {
                    drafts.add(draft);
                }
            }
        }
        return drafts;
    }

    private @Nullable Draft chinese(int s, Found claim) {
        Matcher names = CHINESE.matcher(context.before(claim));
        return names.find() ? draft(s, claim, names.group(1), names.group(2)) : null;
    }

    private @Nullable Draft english(int s, Found claim) {
        Matcher before = ENGLISH_BEFORE.matcher(context.before(claim));
        Matcher behind = ENGLISH_BEHIND.matcher(context.behind(claim));
        return before.find() && behind.lookingAt()
                ? draft(s, claim, bare(before.group(1)), bare(behind.group(1)))
                : null;
    }

    private static String bare(String name) {
        return ARTICLE.matcher(name.strip()).replaceFirst("").strip();
    }

    /** The levels whose names have those of the claim: each one alone, and both of one unit and time. */
    private @Nullable Draft draft(int s, Found claim, String valueName, String baseName) {
        Map<Found, String> names = names(s, claim);
        Found value = only(names, valueName, baseName);
        Found base = only(names, baseName, valueName);
        boolean fits = value != null
                && base != null
                && value != base
                && value.sameUnit(base)
                && Context.areNotToldApart(value, base)
                && Context.oneIndicator(value, base);
        if (!fits || value == null) {
            return null;
        }
        if (Context.areOfOneTime(value, Objects.requireNonNull(base))) {
            claim.from = null;
            claim.time = value.time;
        }
        return new Draft(Kind.MULTIPLE, "multiple-of-named", Sureness.LIKELY)
                .with("base", base)
                .with("value", value)
                .with("multiple", claim);
    }

    /** The one level whose name shares more with a name of the claim than with the other, and more than any other level does. */
    private static @Nullable Found only(Map<Found, String> names, String wanted, String other) {
        Found best = null;
        int most = 0;
        boolean alone = false;
        for (Map.Entry<Found, String> level : names.entrySet()) {
            int alike = Context.alike(wanted, level.getValue());
            if (alike <= Context.alike(other, level.getValue()) || alike < needed(wanted)) {
                continue;
            }
            alone = alike > most;
            best = alike > most ? level.getKey() : best;
            most = Math.max(most, alike);
        }
        return alone ? best : null;
    }

    private static int needed(String name) {
        return !name.isEmpty() && name.charAt(0) < 128 ? Math.min(name.length(), 4) : 2;
    }

    /** The levels around a claim with their names; those of a list each with its own. */
    private Map<Found, String> names(int s, Found claim) {
        Map<Found, String> names = new HashMap<>();
        List<Found> levels = context.around(s, 2, 0).stream()
                .filter(level -> level.index < claim.index && Context.isLevel(level) && Context.isAmount(level))
                .toList();
        for (Found level : levels) {
            names.putIfAbsent(level, context.name(level));
            List<String> listed = listed(level);
            int first = level.index;
            for (int k = 0; k < listed.size(); k++) {
                Found one = context.scan.figure(first + k);
                if (one != null && one.sentence == level.sentence && one.sameUnit(level)) {
                    names.put(one, listed.get(k));
                }
            }
        }
        return names;
    }

    /** 甲市、乙市和丙市地区生产总值: the noun behind the last name is not of the name. */
    private static List<String> withoutNoun(String[] names) {
        int last = names.length - 1;
        int end = names[last].indexOf(names[0].charAt(names[0].length() - 1));
        names[last] = end > 0 ? names[last].substring(0, end + 1) : names[last];
        return List.of(names);
    }

    /** 甲市、乙市和丙市…分别为: what is listed before the first of as many figures; empty if nothing is. */
    private List<String> listed(Found first) {
        String before = context.before(first);
        if (context.sentence(first.sentence).chinese()) {
            Matcher list = LIST_CHINESE.matcher(before);
            return list.find() && LISTED.matcher(list.group(1)).find()
                    ? withoutNoun(list.group(1).split("[、和及与]"))
                    : List.of();
        }
        Matcher list = LIST_ENGLISH.matcher(before.stripTrailing());
        boolean respectively = context.folded
                .substring(first.end, context.sentence(first.sentence).end())
                .contains("respectively");
        return respectively && list.find() ? List.of(list.group(1).split(", and |, | and ")) : List.of();
    }
}
