package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rules ask of a text: figures around a figure, the words between them, and the words that name a figure. */
final class Context {

    private static final Pattern LED_TO_ENGLISH = LatinPattern.of(" [a-z -]{0,30}\\bto ");
    private static final Pattern LED_TO =
            Pattern.compile(" ?(?:至|到|[升增降涨跌扩减提]至|(?:提高|提升|上升|增加|增长|扩大|攀升|下降|减少|降低|回落|缩小)[到至为]|达|达到|to|\\()? ?");
    private static final Pattern COUNTED_AS = Pattern.compile("(?s) (?:employed|working|registered|living) .*");

    private static final Set<String> SIZES = Set.of(
            "nm", "µm", "μm", "um", "mm", "cm", "°C", "℃", "km/h", "V", "kV", "mV", "Hz", "kHz", "MHz", "GHz", "rpm",
            "dB");

    /** How many sentences back a member may stand. */
    private static final int SENTENCES_BACK = 2;

    final PageScan scan;
    final String folded;

    /** Of each sentence the clues that it has, by their meanings; null until they are asked for. */
    private final List<@Nullable Set<String>> clues;

    Context(PageScan scan) {
        this.scan = scan;
        this.folded = scan.text.folded();
        this.clues = new ArrayList<>(Collections.nCopies(scan.bySentence.size(), null));
    }

    /** Whether a sentence has a word without which some rule need not look at it. */
    boolean hasClue(int s, String meaning) {
        Set<String> found = clues.get(s);
        if (found == null) {
            found = new HashSet<>(2);
            for (int i = sentence(s).start(); i < sentence(s).end(); i++) {
                ReadingVocabulary.Entry clue = scan.marks.at(WordKind.CLUE, i);
                if (clue != null) {
                    found.add(clue.meaning());
                }
            }
            clues.set(s, found);
        }
        return found.contains(meaning);
    }

    Sentence sentence(int s) {
        return scan.layout.sentences().get(s);
    }

    List<Found> figures(int s) {
        return s < 0 || s >= scan.bySentence.size() ? List.of() : scan.bySentence.get(s);
    }

    /** The figures of a sentence and of those around it in its paragraph, in the order of the text. */
    List<Found> around(int s, int back, int ahead) {
        List<Found> all = new ArrayList<>();
        int paragraph = sentence(s).paragraph();
        for (int i = Math.max(0, s - back); i <= Math.min(scan.bySentence.size() - 1, s + ahead); i++) {
            if (sentence(i).paragraph() == paragraph) {
                all.addAll(scan.bySentence.get(i));
            }
        }
        return all;
    }

    List<Found> back(int s) {
        return around(s, SENTENCES_BACK, 0);
    }

    String between(Found first, Found second) {
        return first.end <= second.start ? folded.substring(first.end, second.start) : "";
    }

    /** The words before a figure in its sentence, as far as the figure before it. */
    String before(Found figure) {
        Found previous = scan.figure(figure.index - 1);
        int start = sentence(figure.sentence).start();
        if (previous != null && previous.sentence == figure.sentence && previous.end <= figure.start) {
            start = previous.end;
        }
        return folded.substring(Math.min(start, figure.start), figure.start);
    }

    String behind(Found figure) {
        Found next = scan.figure(figure.index + 1);
        int end = sentence(figure.sentence).end();
        if (next != null && next.sentence == figure.sentence) {
            end = next.start;
        }
        return folded.substring(figure.end, Math.max(end, figure.end));
    }

    /** Whether a figure says how large something is, and not how it changed. */
    static boolean isLevel(Found figure) {
        return figure.isLevel() && !figure.role.equals("change") && figure.from == null;
    }

    static boolean isAmount(Found figure) {
        return figure.kind.isAmount() && !figure.role.equals("change") && !isSize(figure);
    }

    /** 5纳米占37%: how fine, hot or fast something is names it, and is no part of anything. */
    static boolean isSize(Found figure) {
        return figure.kind == MentionKind.PHYSICAL && SIZES.contains(figure.unit);
    }

    static boolean at(Found figure, @Nullable When time) {
        return time != null && figure.time != null && figure.time.compareTo(time) == 0;
    }

    /** Whether two figures are known to be of one time. */
    static boolean areOfOneTime(Found one, Found other) {
        return at(one, other.time);
    }

    /** Whether two figures can be of one time: the time of one is not known, or both are the same. */
    static boolean canBeOfOneTime(Found one, Found other) {
        return one.time == null || other.time == null || areOfOneTime(one, other);
    }

    /** Whether words do not tell the times of two figures apart: those that are only taken from around a figure do not. */
    static boolean areNotToldApart(Found one, Found other) {
        return !one.timeSaid || !other.timeSaid || canBeOfOneTime(one, other);
    }

    /** Whether two figures can be of one thing: the words that name them do not differ. */
    static boolean oneIndicator(Found one, Found other) {
        return one.indicator.isEmpty() || other.indicator.isEmpty() || one.indicator.equals(other.indicator);
    }

    /** The region that a phrase names, by its meaning in the vocabulary; empty if none. */
    String region(String phrase) {
        for (int i = 0; i < phrase.length(); i++) {
            ReadingVocabulary.Entry entry = scan.words.at(WordKind.REGION, phrase, i);
            if (entry != null) {
                return entry.meaning();
            }
        }
        return "";
    }

    /** Whether a sentence holds what was said before against what was counted. */
    boolean counters(int s) {
        for (int i = sentence(s).start(); i < sentence(s).end(); i++) {
            if (scan.marks.has(WordKind.COUNTER, i)) {
                return true;
            }
        }
        return false;
    }

    // ---- words that name a figure ----

    /** The figure whose words a figure shares, since it leads from it: 由880元提高到900元, "grew 5% to $12 bn"; null if none. */
    @Nullable Found ledFrom(Found figure) {
        Found previous = scan.figure(figure.index - 1);
        if (previous == null
                || previous.sentence != figure.sentence
                || !(previous.kind.isGrowth() || previous.cue.equals("from") || figure.cue.equals("to"))) {
            return null;
        }
        String before = before(figure);
        return LED_TO.matcher(before).matches()
                        || LED_TO_ENGLISH.matcher(before).matches()
                ? previous
                : null;
    }

    /** The words before a figure, with those of the figure that it leads from. */
    String led(Found figure) {
        Found from = ledFrom(figure);
        return from == null ? before(figure) : led(from) + before(figure);
    }

    /** The words by which a figure is called: those before it in its sentence, and in English those behind it too. */
    String name(Found figure) {
        String before = sentence(figure.sentence).chinese() ? led(figure) : before(figure);
        int divided = Math.max(before.lastIndexOf(';'), before.lastIndexOf('；'));
        before = divided >= 0 ? before.substring(divided + 1) : before;
        if (sentence(figure.sentence).chinese()) {
            return before;
        }
        int cut = Math.max(before.lastIndexOf(", "), before.lastIndexOf(" and "));
        before = cut >= 0 ? before.substring(cut) : before;
        boolean named = figure.kind == MentionKind.COUNT && !figure.unit.equals("items") && !figure.bare;
        if (named) {
            String behind = behind(figure);
            return before + " " + folded.substring(figure.coreStart, figure.end)
                    + behind.substring(
                            0,
                            Math.min(behind.length(), COUNTED_AS.matcher(behind).matches() ? 12 : 0));
        }
        String behind = folded.substring(figure.coreEnd, figure.end) + behind(figure);
        int stop = behind.length();
        for (String mark : List.of(",", ";", "(", ".", " and ")) {
            int at = behind.indexOf(mark);
            stop = at >= 0 ? Math.min(stop, at) : stop;
        }
        return before + " " + folded.substring(figure.coreStart, figure.end) + " " + behind.substring(0, stop);
    }

    /** How many characters of a phrase, in one piece, a text has; 0 if fewer than two Chinese ones. */
    static int alike(String phrase, String text) {
        int best = 0;
        for (int i = 0; i < phrase.length(); i++) {
            int length = best + 1;
            while (i + length <= phrase.length() && text.contains(phrase.substring(i, i + length))) {
                best = length++;
            }
        }
        return best >= 2 ? best : 0;
    }
}
