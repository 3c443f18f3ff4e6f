package dev.saidao.core.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Divides a text into paragraphs, sentences and clauses. */
final class Layout {

    /**
     * A sentence.
     *
     * @param start where it starts
     * @param end where it ends, its last mark included
     * @param paragraph the number of its paragraph
     * @param heading whether it is a line of its own without an end mark
     * @param chinese whether it is Chinese rather than English
     */
    record Sentence(int start, int end, int paragraph, boolean heading, boolean chinese) {}

    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST = 1_000;
    private static final List<String> ABBREVIATIONS = List.of(
            "vs.", "no.", "u.s.", "inc.", "ltd.", "co.", "corp.", "approx.", "st.", "e.g.", "i.e.", "p.a.", "dr.",
            "mr.", "ms.", "rs.", "c.", "fig.", "est.");

    private final FoldedText text;
    private final String folded;
    private final BitSet dividers;
    private final List<Sentence> sentences = new ArrayList<>();

    Layout(FoldedText text) {
        this.text = text;
        this.folded = text.folded();
        this.dividers = dividers();
        int paragraph = 0;
        int start = 0;
        while (start < folded.length()) {
            int end = folded.indexOf('\n', start);
            end = end < 0 ? folded.length() : end;
            if (!isBlank(start, end)) {
                paragraph(start, end, paragraph++);
            }
            start = end + 1;
        }
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(folded.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    boolean sentenceIsChinese(int sentence) {
        return sentences.get(sentence).chinese();
    }

    private void paragraph(int start, int end, int paragraph) {
        int first = sentences.size();
        int from = start;
        boolean bulleted = hasBullets(start, end);
        for (int i = start; i < end; i++) {
            if (endsSentence(i, end) || (bulleted && isBullet(i, end))) {
                int to = i + 1;
                while (to < end && "”\"’')）」』".indexOf(text.original().charAt(to)) >= 0) {
                    to++;
                }
                add(from, to, paragraph, false);
                from = to;
                i = to - 1;
            }
        }
        if (!isBlank(from, end)) {
            boolean heading =
                    sentences.size() == first && end - start <= LONGEST_HEADING && !hasColonWithin(start, end);
            add(from, end, paragraph, heading || folded.charAt(start) == '#');
        }
    }

    /** Whether a list was put into one line: "- Sales rose by 5% - Costs fell by 3%". */
    private boolean hasBullets(int start, int end) {
        int bullets = folded.startsWith("- ", start) ? 1 : 0;
        for (int i = start + 1; i < end && bullets < 2; i++) {
            bullets += isBullet(i, end) ? 1 : 0;
        }
        return bullets > 1;
    }

    /** A dash between blanks before a capital or a Chinese character. */
    private boolean isBullet(int i, int end) {
        boolean dash = folded.charAt(i) == '-'
                && i > 0
                && i + 2 < end
                && folded.charAt(i - 1) == ' '
                && folded.charAt(i + 1) == ' ';
        char next = dash ? text.original().charAt(i + 2) : ' ';
        return Character.isUpperCase(next) || (next >= 0x4e00 && next <= 0x9fff);
    }

    private boolean hasColonWithin(int start, int end) {
        int colon = folded.indexOf(':', start);
        return colon >= 0 && colon < end - 1;
    }

    private boolean endsSentence(int i, int end) {
        char c = folded.charAt(i);
        if (c == '。' || c == '!' || c == '?' || c == '！' || c == '？') {
            return true;
        }
        if (c != '.' || i + 1 >= end || (folded.charAt(i + 1) != ' ' && "\"”)".indexOf(folded.charAt(i + 1)) < 0)) {
            return c == '.' && i + 1 >= end;
        }
        for (String abbreviation : ABBREVIATIONS) {
            int at = i + 1 - abbreviation.length();
            if (at >= 0
                    && folded.startsWith(abbreviation, at)
                    && (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1)))) {
                return false;
            }
        }
        int next = i + 2;
        while (next < end && "\"“'‘(".indexOf(folded.charAt(next)) >= 0) {
            next++;
        }
        // a sentence goes on with a capital, a figure or a currency
        return next >= end || !Character.isLowerCase(text.original().charAt(next));
    }

    /** A sentence that is longer than any sentence is cut, where a clause ends if it does. */
    private void add(int start, int end, int paragraph, boolean heading) {
        int from = start;
        while (end - from > LONGEST) {
            int cut = from + LONGEST;
            while (cut > from + LONGEST / 2 && !dividesClauses(cut - 1)) {
                cut--;
            }
            cut = cut > from + LONGEST / 2 ? cut : from + LONGEST;
            addWhole(from, cut, paragraph, false);
            from = cut;
        }
        addWhole(from, end, paragraph, heading);
    }

    private void addWhole(int start, int end, int paragraph, boolean heading) {
        int from = start;
        while (from < end && folded.charAt(from) == ' ') {
            from++;
        }
        if (from < end) {
            sentences.add(new Sentence(from, end, paragraph, heading, isChinese(from, end)));
        }
    }

    private boolean isChinese(int start, int end) {
        int chinese = 0;
        int latin = 0;
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            chinese += c >= 0x4e00 && c <= 0x9fff ? 1 : 0;
            latin += c >= 'a' && c <= 'z' ? 1 : 0;
        }
        return chinese > 0 && 3 * chinese >= latin;
    }

    /** The characters between clauses, found once. */
    private BitSet dividers() {
        BitSet dividers = new BitSet(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            switch (folded.charAt(i)) {
                case '，', ';', '；', '(', ')', '“', '”', '。' -> dividers.set(i);
                case ',', ':' -> dividers.set(i, !(isDigit(i - 1) && isDigit(i + 1)));
                default -> {}
            }
        }
        return dividers;
    }

    private boolean isDigit(int index) {
        return index >= 0 && index < folded.length() && Character.isDigit(folded.charAt(index));
    }

    /** Whether a character divides clauses; a comma between digits does not. */
    boolean dividesClauses(int index) {
        return dividers.get(index);
    }

    /** Where the clause starts in which an index lies, within a sentence. */
    int clauseStart(Sentence sentence, int index) {
        return index <= sentence.start() ? index : Math.max(sentence.start(), dividers.previousSetBit(index - 1) + 1);
    }

    int clauseEnd(Sentence sentence, int index) {
        int divider = dividers.nextSetBit(index);
        return divider < 0 || divider >= sentence.end() ? Math.max(index, sentence.end()) : divider;
    }
}
