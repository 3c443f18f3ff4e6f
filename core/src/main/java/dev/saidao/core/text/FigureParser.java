package dev.saidao.core.text;

import dev.saidao.core.quantity.Unit;
import java.util.Optional;

/** Reads one figure from left to right: words before the number, one number or two, their unit, words behind it. */
final class FigureParser {

    static final int MAX_LENGTH = 1_500;

    private final FigureDraft draft;
    private final FigurePrefixes prefixes;
    private final FigureNumbers numbers;
    private final FigureSuffixes suffixes;
    private final FigureConclusion conclusion;

    FigureParser(String text, Optional<Unit> expected, Optional<DecimalSign> decimalSign, boolean inPlace) {
        draft = new FigureDraft(text, expected, decimalSign, inPlace);
        FigureDensity density = new FigureDensity(draft);
        FigureUnits units = new FigureUnits(draft);
        prefixes = new FigurePrefixes(draft, density);
        numbers = new FigureNumbers(draft, prefixes, units);
        suffixes = new FigureSuffixes(draft, units, density);
        conclusion = new FigureConclusion(draft, density);
    }

    /** Reads the whole text. */
    FigureReading whole() {
        if (draft.text.length() > MAX_LENGTH) {
            throw draft.error(
                    "Figure must have at most " + MAX_LENGTH + " characters", "数字最多" + MAX_LENGTH + "个字符", MAX_LENGTH);
        }
        if (draft.text.isEmpty() || draft.isSpace(0) || draft.isSpace(draft.text.length() - 1)) {
            throw draft.text.isEmpty() || draft.isSpace(0)
                    ? draft.noNumber(0)
                    : draft.error("Figure must end", "数字须到此为止", draft.text.length() - 1);
        }
        figure();
        if (draft.index < draft.text.length()) {
            throw draft.unread();
        }
        return conclusion.finished();
    }

    /** Reads the longest figure that starts at an index. */
    FigureReading at(int from) {
        draft.start = from;
        draft.index = from;
        figure();
        while (draft.index > draft.start && draft.isSpace(draft.index - 1)) {
            draft.index--;
        }
        return conclusion.finished();
    }

    private void figure() {
        prefixes.prefixes();
        int number = draft.index;
        if (!numbers.number()) {
            throw draft.noNumber(number);
        }
        if (draft.upper == null && !draft.byWords) {
            numbers.secondEnd();
        }
        suffixes.suffixes();
    }
}
