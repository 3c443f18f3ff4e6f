package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** Gives claims that are listed behind a list of levels each the times of its own pair. */
final class ChainedClaims {

    private static final Pattern RESPECTIVELY = LatinPattern.of("\\brespectively\\b");

    private final String folded;

    ChainedClaims(String folded) {
        this.folded = folded;
    }

    /** "from $152 in 2023 to $115 in 2024 and $104 in 2025, drops of 24% and 10% respectively": each claim of its own pair. */
    void run(Sentence sentence, List<Found> figures) {
        if (figures.size() < 5
                || !RESPECTIVELY
                        .matcher(folded)
                        .region(sentence.start(), sentence.end())
                        .find()) {
            return;
        }
        List<Found> levels = figures.stream()
                .filter(figure ->
                        !EnglishClaims.isClaim(figure) && figure.isLevel() && figure.timeSaid && figure.time != null)
                .toList();
        List<Found> claims = figures.stream()
                .filter(figure -> figure.kind == MentionKind.STEP)
                .toList();
        boolean fits = claims.size() > 1
                && levels.size() == claims.size() + 1
                && levels.size() + claims.size() == figures.size()
                && levels.stream().allMatch(levels.get(0)::sameUnit)
                && levels.get(levels.size() - 1).end <= claims.get(0).start;
        for (int i = 0; fits && i < claims.size(); i++) {
            When from = levels.get(i).time;
            When to = levels.get(i + 1).time;
            if (from == null || to == null || from.compareTo(to) >= 0) {
                return;
            }
            Found claim = claims.get(i);
            claim.from = from;
            claim.time = to;
            claim.timeSaid = true;
            claim.isChained = true;
        }
    }
}
