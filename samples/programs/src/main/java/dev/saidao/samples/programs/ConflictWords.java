package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.samples.programs.page.Kit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells a conflict in a sentence for somebody who knows no ids: what is printed, what follows from it, how far that is apart. */
final class ConflictWords {

    private final Kit kit;
    private final FigureWords words;

    ConflictWords(Kit kit, FigureWords words) {
        this.kit = kit;
        this.words = words;
    }

    String sentence(AuditReport audit, Conflict conflict) {
        // a subject that all of them have is named once
        Optional<String> subject = words.commonSubject(conflict.figures());
        List<String> printed = conflict.figures().stream()
                .map(id -> (subject.isPresent() ? words.indicator(id) : words.name(id)) + " " + words.printed(id))
                .toList();
        String figures = subject.map(name -> name + kit.text(": ", ":")).orElse("")
                + String.join(printed.size() == 2 ? kit.text(" and ", "与") : kit.text("; ", ";"), printed);
        boolean isId = conflict.figures().stream()
                .limit(1)
                .allMatch(id -> words.name(id).equals(id));
        StringBuilder text = new StringBuilder(isId ? figures : DossierHeadline.capital(figures));
        text.append(
                printed.size() == 2
                        ? kit.text(" cannot both be true.", "不能同时成立。")
                        : kit.text(": they cannot all be true.", ":不能同时成立。"));
        plainest(audit, conflict)
                .ifPresent(finding -> text.append(kit.text(" ", ""))
                        .append(DossierHeadline.capital(distance(finding)))
                        .append(kit.text(".", "。")));
        return text.append(kit.text(" All else agrees without ", "去掉"))
                .append(conflict.smallestRemovals().stream()
                        .map(set -> kit.list(set.stream().map(this::shortly).toList()))
                        .reduce((one, other) -> one + kit.text(" or without ", "或") + other)
                        .orElse(""))
                .append(kit.text(".", ",其余一致。"))
                .toString();
    }

    private String shortly(String id) {
        String printed = words.again(id);
        return kit.text("the ", "“") + printed + kit.text("", "”");
    }

    /** The witness that rests on the fewest figures. */
    Optional<Finding> plainest(AuditReport audit, Conflict conflict) {
        return conflict.witnesses().stream()
                .map(audit::finding)
                .filter(finding -> finding.verdict() == Verdict.CONTRADICTS
                        && finding.implied().isPresent()
                        && finding.judged().isPresent())
                .min(Comparator.comparingInt(
                                (Finding finding) -> finding.figures().size())
                        .thenComparing(Finding::relation));
    }

    /** What the others imply for the judged figure, and how far that is from what is printed. */
    String distance(Finding finding) {
        String judged = finding.judged().orElseThrow();
        BoundedQuantity implied = finding.implied().orElseThrow();
        String would = implied.pointQuantity()
                .map(point -> kit.about(kit.numbers().format(point)))
                .orElseGet(() -> kit.known(implied));
        String text = kit.text("by the other figures the ", "由其他数字推算,“")
                + words.again(judged)
                + kit.text(" would have to be ", "”应为")
                + would;
        return finding.factor()
                .map(factor -> text + kit.text(", ", ",") + times(factor))
                .orElse(text);
    }

    /** How many times what is printed, or which part of it. */
    private String times(BigDecimal factor) {
        boolean less = factor.compareTo(BigDecimal.ONE) < 0 && factor.signum() > 0;
        BigDecimal shown = (less ? BigDecimal.ONE.divide(factor, MathContext.DECIMAL64) : factor)
                .round(new MathContext(3))
                .stripTrailingZeros();
        return less
                ? kit.text("a factor of ", "相差 ") + shown.toPlainString() + kit.text(" less", " 倍")
                : shown.toPlainString() + kit.text(" times as much", " 倍于印出的数字");
    }
}
