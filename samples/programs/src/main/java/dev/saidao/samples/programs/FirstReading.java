package dev.saidao.samples.programs;

import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.reading.ProposedRelation;
import java.time.LocalDate;
import java.util.Locale;

/** From a sentence to a verdict, as in the README. */
final class FirstReading {

    private FirstReading() {}

    static String run() {
        // README begin
        String sentence = "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。";
        PageReading page = PageReader.withDefaults().read(sentence, LocalDate.parse("2026-01-14"));

        StringBuilder report = new StringBuilder();
        for (ProposedRelation relation : page.relations()) {
            report.append(relation.kind())
                    .append(": ")
                    .append(relation.verdict().text().in(Locale.ENGLISH))
                    .append('\n');
            relation.finding()
                    .ifPresent(finding -> report.append("  implied rate ")
                            .append(finding.implied().orElseThrow())
                            .append('\n'));
        }
        // README end
        return report.toString();
    }
}
