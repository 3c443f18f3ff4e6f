package dev.saidao.core.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the words that name times in a folded text, and what they name where the date of publication says it. */
final class TimeFinder {

    /** A character that no rule names. */
    private static final char OTHER = '\ue000';

    private static final List<TimeRules.Rule> RULES = TimeRules.all();

    /** The characters that rules tell apart. */
    private static final String ALPHABET = alphabet();

    /** The place of each in it, counted from 1; 0 is all others. */
    private static final CharTable<Integer> PLACES = new CharTable<>();

    private static final Start START;

    static {
        for (int i = 0; i < ALPHABET.length(); i++) {
            int place = i + 1;
            PLACES.computeIfAbsent(ALPHABET.charAt(i), () -> place);
        }
        START = new Start("", IntStream.range(0, RULES.size()).toArray(), true);
    }

    private static String alphabet() {
        StringBuilder characters = new StringBuilder("0123456789abcdefghijklmnopqrstuvwxyz \t\n\u000b\f\r“\"‘");
        RULES.forEach(rule -> characters.append(rule.pattern().pattern()));
        return characters
                .chars()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The rules that can match what begins with some characters, and what they leave of themselves with one more. */
    private static final class Start {

        private static final int LONGEST = 8;

        private final String characters;
        private final int[] rules;
        private final AtomicReferenceArray<Start> next;

        /** A start, and whether more characters can tell more of its rules. */
        Start(String characters, int[] rules, boolean open) {
            this.characters = characters;
            this.rules = rules;
            boolean end = !open || characters.length() == LONGEST;
            this.next = new AtomicReferenceArray<>(end ? 0 : ALPHABET.length() + 1);
        }

        boolean isEnd() {
            return next.length() == 0;
        }

        /** The start with one more character; to find it out twice, in two threads, does no harm. */
        Start then(char c) {
            Integer known = PLACES.get(c);
            int place = known == null ? 0 : known;
            Start then = next.get(place);
            if (then == null) {
                then = longer(place == 0 ? OTHER : c);
                next.set(place, then);
            }
            return then;
        }

        @SuppressWarnings("JdkObsolete") // what is asked is just what hitEnd tells: whether more text could still match
        private Start longer(char c) {
            String longer = characters + c;
            int[] left = new int[rules.length];
            int count = 0;
            boolean open = false;
            for (int rule : rules) {
                Matcher matcher = RULES.get(rule).pattern().matcher(longer);
                boolean matches = matcher.lookingAt();
                boolean undecided = matcher.hitEnd();
                if (matches || undecided) {
                    left[count++] = rule;
                    open |= undecided;
                }
            }
            return new Start(longer, Arrays.copyOf(left, count), open);
        }
    }

    /** The rules that can match at an index. */
    private static int[] rulesAt(String folded, int index) {
        Start start = START;
        for (int i = index; i < folded.length() && !start.isEnd(); i++) {
            start = start.then(folded.charAt(i));
        }
        return start.rules;
    }

    /** What stands between a part of a year and its year. */
    private static final Pattern OF_YEAR = Pattern.compile("(?: of| in)? ");

    private static final int LONGEST_TITLE = 60;
    private static final int[] NONE = {};

    private final LocalDate published;

    TimeFinder(LocalDate published) {
        this.published = published;
    }

    /** The times of a text in their order; where words overlap, the longer ones count. */
    List<TimeExpression> find(String folded) {
        List<TimeExpression> all = new ArrayList<>();
        @Nullable Matcher[] matchers = new Matcher[RULES.size()];
        int i = 0;
        while (i < folded.length()) {
            int next = wordEnd(folded, i);
            for (int rule : canBeTime(folded, i, next) ? rulesAt(folded, i) : NONE) {
                Matcher matcher = matchers[rule];
                if (matcher == null) {
                    matcher = RULES.get(rule)
                            .pattern()
                            .matcher(folded)
                            .useTransparentBounds(true)
                            .useAnchoringBounds(false);
                    matchers[rule] = matcher;
                }
                match(RULES.get(rule), matcher.region(i, folded.length()), all);
            }
            i = next;
        }
        all.sort(Comparator.comparingInt(TimeExpression::start)
                .thenComparing(Comparator.comparingInt(TimeExpression::end).reversed()));
        List<TimeExpression> kept = new ArrayList<>();
        for (TimeExpression next : all) {
            TimeExpression last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || next.start() >= last.end()) {
                kept.add(next);
            } else if (next.end() - next.start() > last.end() - last.start()) {
                kept.set(kept.size() - 1, next);
            }
        }
        joinYears(folded, kept);
        kept.replaceAll(time -> isYearsInDigits(folded, time) && isInTitle(folded, time.start())
                ? TimeExpression.of(time.start(), time.end(), TimeType.EVENT, 0)
                : time);
        return kept;
    }

    /** "the first five months of this year", "last year's third quarter": a part of a year, and the year in words beside it. */
    private static void joinYears(String folded, List<TimeExpression> times) {
        for (int i = times.size() - 1; i > 0; i--) {
            TimeExpression first = times.get(i - 1);
            TimeExpression second = times.get(i);
            boolean behind = first.isPartOfYear() && second.isYear();
            String between = folded.substring(first.end(), second.start());
            When part = behind ? first.to() : second.to();
            When year = behind ? second.to() : first.to();
            if (part != null
                    && year != null
                    && (behind ? OF_YEAR.matcher(between).matches() : isOwner(folded, first, second, between))) {
                When joined = new When(year.year(), part.grain(), part.part());
                times.set(i - 1, TimeExpression.point(first.start(), second.end(), joined));
                times.remove(i);
            }
        }
    }

    private static boolean isOwner(String folded, TimeExpression year, TimeExpression part, String between) {
        return year.isYear() && part.isPartOfYear() && between.equals("'s ") && folded.charAt(year.end() - 1) == 'r';
    }

    private static boolean isYearsInDigits(String folded, TimeExpression time) {
        return time.type() == TimeType.POINT
                || (time.type() == TimeType.SPAN && Character.isDigit(folded.charAt(time.start())));
    }

    /** Whether a year stands in the name of a document, 《…白皮书(2024年)》, and so is no time of what follows. */
    private static boolean isInTitle(String folded, int index) {
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_TITLE); i--) {
            char c = folded.charAt(i);
            if (c == '《' || c == '》' || c == '\n') {
                return c == '《';
            }
        }
        return false;
    }

    /** Where the letters or digits end that start at an index; no time starts between them. */
    private static int wordEnd(String folded, int index) {
        char c = folded.charAt(index);
        boolean digits = c >= '0' && c <= '9';
        if (!digits && !(c >= 'a' && c <= 'z')) {
            return index + 1;
        }
        int end = index + 1;
        while (end < folded.length()
                && folded.charAt(end) >= (digits ? '0' : 'a')
                && folded.charAt(end) <= (digits ? '9' : 'z')) {
            end++;
        }
        return end;
    }

    /** Whether letters, or as many digits as those of a year or a day, may start a time. */
    private static boolean canBeTime(String folded, int start, int end) {
        if (folded.charAt(start) > '9' || end - start <= 2) {
            return true;
        }
        return end - start == 4 && (folded.startsWith("19", start) || folded.startsWith("20", start));
    }

    private void match(TimeRules.Rule rule, Matcher matcher, List<TimeExpression> all) {
        if (matcher.lookingAt()) {
            TimeExpression found = rule.reader().read(matcher, published);
            if (found != null) {
                all.add(found.years() == -1 ? TimeRules.withYears(found, matcher) : found);
            }
        }
    }
}
