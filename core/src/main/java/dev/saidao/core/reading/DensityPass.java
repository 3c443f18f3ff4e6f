package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the counts of a sentence that are densities; it comes first, since it gives numbers their kind. */
final class DensityPass {

    private static final Pattern SAME_DENSITY = Pattern.compile(
            "(?<![新净])[增升提降减].{0,8}$|[较比由从](?:\\d{4}年)?的?$|提出的$|(?: than| the| from| to|against|with) $");

    private static final Pattern LISTED = Pattern.compile("[、和及,，](?:[\\u4e00-\\u9fff()]{2,12})?");

    private final String folded;

    DensityPass(String folded) {
        this.folded = folded;
    }

    /** Finds the counts that are densities; this comes first, since it gives numbers their kind. */
    void run(Sentence sentence, List<Found> figures) {
        for (int i = 0; i < figures.size(); i++) {
            int left = i > 0 && !DensityWords.isPopulation(folded, figures.get(i - 1).start)
                    ? figures.get(i - 1).end
                    : sentence.start();
            int right = i + 1 < figures.size() ? figures.get(i + 1).start : sentence.end();
            density(sentence, figures.get(i), left, right);
            if (i > 0 && isSameDensity(figures.get(i - 1), figures.get(i))) {
                Found density = figures.get(i - 1);
                figures.get(i).kind = MentionKind.DENSITY;
                figures.get(i).unit = density.unit;
                figures.get(i).per = density.per;
                figures.get(i).base = density.base;
            }
        }
    }

    /** 由每万名工人49台提升至470台, "177 units per 10,000 employees, more than the 74 units of 2016": said once for both. */
    private boolean isSameDensity(Found density, Found figure) {
        boolean alike = density.kind == MentionKind.DENSITY
                && figure.kind == MentionKind.COUNT
                && density.per > 1
                && figure.unit.equals(density.unit)
                && figure.start > density.end;
        if (!alike) {
            return false;
        }
        String between = folded.substring(density.end, figure.start);
        if (figure.value.stripTrailingZeros().scale() > 0
                && LISTED.matcher(between).matches()) {
            return true; // 每千人口医师3.6人、注册护士4.1人: nobody counts 4.1 persons
        }
        boolean general = figure.unit.equals("items") || figure.unit.equals("persons");
        boolean oneMeasure = !general || folded.charAt(figure.coreEnd - 1) == folded.charAt(density.coreEnd - 1);
        return oneMeasure && SAME_DENSITY.matcher(between).find();
    }

    /** 每万名从业人员中拥有1500名, 251 robots per 10,000 employees, per 1,000 population 3.28. */
    private void density(Sentence sentence, Found figure, int left, int right) {
        if (figure.kind != MentionKind.COUNT
                && figure.kind != MentionKind.NUMBER
                && figure.kind != MentionKind.PHYSICAL) {
            return;
        }
        DensityWords density = sentence.chinese()
                ? DensityWords.chinese(folded, left, figure)
                : DensityWords.english(folded, left, figure, right);
        if (density != null && !(figure.kind == MentionKind.PHYSICAL && density.per() > 1)) {
            figure.kind = MentionKind.DENSITY;
            figure.unit = figure.unit.isEmpty() ? "items" : figure.unit;
            figure.per = density.per();
            figure.base = density.base();
            figure.bare = false;
        }
    }
}
