package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.forecasting.dossier.TrackOutlook;
import dev.saidao.samples.programs.page.Body.Sentence;
import dev.saidao.samples.programs.page.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a dossier comes to, in a few sentences: the same on a terminal and on the page. */
final class DossierHeadline {

    private final DossierReport report;
    private final Kit kit;

    DossierHeadline(DossierReport report, Kit kit) {
        this.report = report;
        this.kit = kit;
    }

    List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        checked(sentences);
        ConflictWords conflicts =
                new ConflictWords(kit, new FigureWords(kit, report.dossier().figures()));
        for (Conflict conflict : report.audit().conflicts()) {
            sentences.add(new Sentence(conflicts.sentence(report.audit(), conflict), Verdict.CONTRADICTS.code()));
        }
        report.tracks().stream().filter(TrackOutlook::isPathInformative).forEach(track -> {
            for (Conclusion conclusion : track.conclusions()) {
                if (conclusion.result().point().isPresent()) {
                    sentences.add(new Sentence(followed(track, conclusion), ""));
                    break;
                }
            }
        });
        unknown(sentences);
        return sentences;
    }

    private void checked(List<Sentence> sentences) {
        AuditReport audit = report.audit();
        long printed = report.dossier().figures().stream()
                .filter(figure -> figure.asPublished().isPresent())
                .count();
        if (audit.findings().isEmpty()) {
            sentences.add(new Sentence(printed + kit.text(" figures are printed.", " 个数字已印出。"), ""));
            return;
        }
        Map<Verdict, Integer> counts = audit.counts();
        int agree = counts.entrySet().stream()
                .filter(entry -> entry.getKey().isAgreement())
                .mapToInt(Map.Entry::getValue)
                .sum();
        int conflicts = audit.conflicts().size();
        String outcome = conflicts == 0
                ? kit.text("nothing contradicts", "未见矛盾")
                : conflicts == 1
                        ? kit.text("one thing cannot be true", "有一处不能成立")
                        : conflicts + kit.text(" things cannot be true", " 处不能成立");
        sentences.add(new Sentence(
                printed
                        + kit.text(" figures are printed and held against each other in ", " 个印出的数字经 ")
                        + audit.findings().size()
                        + kit.text(" ways: ", " 项相互核对:")
                        + agree
                        + kit.text(" agree, ", " 项一致,")
                        + outcome
                        + kit.text(".", "。"),
                ""));
    }

    private String followed(TrackOutlook track, Conclusion conclusion) {
        List<String> from = track.figures().stream()
                .filter(DossierTables::isQuantity)
                .map(figure -> new FigureWords(kit, List.of(figure)).printedFor(figure))
                .toList();
        return sentence(capital(kit.in(track.track().subject().name()))
                + kit.text(", ", ",")
                + kit.in(conclusion.what())
                + kit.text(": ", ":")
                + kit.known(conclusion.result())
                + kit.text(". This follows from the ", "。由")
                + String.join(kit.text(" and the ", "和"), from)
                + kit.text("", "推得"));
    }

    private void unknown(List<Sentence> sentences) {
        List<String> silent = report.tracks().stream()
                .filter(track -> track.figures().stream().noneMatch(DossierTables::isQuantity))
                .map(track -> kit.in(track.track().subject().name()))
                .toList();
        if (!silent.isEmpty()) {
            sentences.add(new Sentence(
                    kit.text("Of ", "")
                            + silent.size()
                            + kit.text(" tracks neither a size nor a growth rate is printed: ", " 条赛道未印出规模或增长率:")
                            + kit.list(silent)
                            + kit.text(".", "。"),
                    ""));
        }
    }

    private String sentence(String text) {
        String end = kit.text(".", "。");
        return text.endsWith(end) ? text : text + end;
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
