package dev.saidao.samples.programs;

import java.util.List;

/** Says what is missing for a row to be a claim. */
final class ClaimWords {

    private final boolean chinese;

    ClaimWords(Language language) {
        this.chinese = language == Language.zh;
    }

    String missing(List<String> columns) {
        return text("missing: ", "缺少:") + String.join(", ", columns);
    }

    String noStep(int first, int last) {
        return text("the last year must be later than the first: ", "末年须晚于首年:") + first + ", " + last;
    }

    private String text(String en, String zh) {
        return chinese ? zh : en;
    }
}
