package dev.saidao.samples.programs;

import dev.saidao.core.convention.Label;
import java.util.List;

/** Says what is missing for a row to be a claim. */
final class ClaimWords {

    private ClaimWords() {}

    static Label missing(List<String> columns) {
        String names = String.join(", ", columns);
        return Label.of("missing: " + names, "缺少:" + names);
    }

    static Label noStep(int first, int last) {
        String years = first + ", " + last;
        return Label.of("the last year must be later than the first: " + years, "末年须晚于首年:" + years);
    }
}
