package dev.saidao.samples.programs;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Conflict;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.text.DisplayFormat;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report of an audit as a page for the browser: how many of each verdict, and the worst contradictions with pictures. */
final class AuditPage {

    private static final String STYLE = """
            :root { --ink: #1d2733; --soft: #5c6b7a; --line: #dfe5ea; --paper: #f5f7f9; --bad: #b3261e; --good: #4a7d4f; }
            * { box-sizing: border-box; }
            body { margin: 0; font: 15px/1.55 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
                   color: var(--ink); background: var(--paper); }
            header { background: var(--ink); color: #fff; padding: 20px 28px; }
            header h1 { margin: 0; font-size: 22px; font-weight: 600; }
            header p { margin: 4px 0 0; color: #b9c6d3; font-size: 13px; }
            main { max-width: 1160px; margin: 0 auto; padding: 16px 20px 50px; }
            .counts { display: flex; flex-wrap: wrap; gap: 10px; margin: 8px 0 24px; padding: 0; list-style: none; }
            .counts li { background: #fff; border: 1px solid var(--line); border-top: 4px solid var(--soft); border-radius: 8px;
                         padding: 8px 16px; min-width: 130px; }
            .counts b { display: block; font-size: 22px; font-variant-numeric: tabular-nums; }
            .counts span { color: var(--soft); font-size: 13px; }
            .counts .agrees, .counts .agrees-within-rounding, .counts .agrees-as-bound { border-top-color: var(--good); }
            .counts .agrees-under-other-convention { border-top-color: #d98324; }
            .counts .contradicts { border-top-color: var(--bad); }
            h2 { font-size: 17px; margin: 26px 0 10px; border-left: 4px solid var(--bad); padding-left: 10px; }
            .scroll { overflow-x: auto; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
            table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
            th, td { text-align: left; padding: 7px 12px; border-bottom: 1px solid var(--line); vertical-align: top; }
            th { color: var(--soft); font-weight: 600; white-space: nowrap; }
            td.id { font-weight: 600; overflow-wrap: anywhere; }
            .repair { display: inline-block; background: var(--paper); border: 1px solid var(--line); border-radius: 5px;
                      padding: 0 7px; margin: 1px 3px 1px 0; white-space: nowrap; }
            .verdict { white-space: nowrap; font-weight: 600; }
            .verdict.contradicts { color: var(--bad); }
            .verdict.agrees, .verdict.agrees-within-rounding, .verdict.agrees-as-bound { color: var(--good); }
            .verdict.agrees-under-other-convention { color: #a86210; }
            .legend { color: var(--soft); font-size: 13px; }
            .legend i { display: inline-block; width: 22px; height: 6px; border-radius: 2px; margin: 0 5px 1px 12px; }
            """;

    private final Language language;

    AuditPage(Language language) {
        this.language = language;
    }

    // ---- claims ----

    void claims(AuditSummary summary, AuditProgram.Reading reading, int refused, Writer writer) throws IOException {
        begin(writer, text("Audit of growth claims", "增长表述核验"), summary.total(), reading, refused);
        counts(writer, Verdict.values(), summary::count);
        List<ClaimsAudit.Contradiction> worst = summary.worst();
        heading(
                writer,
                worst.isEmpty()
                        ? text("No contradictions", "未见矛盾")
                        : text("Worst contradictions", "最大的矛盾")
                                + (summary.count(Verdict.CONTRADICTS) > worst.size() ? " (" + worst.size() + ")" : ""));
        if (!worst.isEmpty()) {
            legend(writer);
            tableHead(
                    writer,
                    text("claim", "表述"),
                    text("gap, points", "差距,百分点"),
                    text("intervals", "范围"),
                    text("why", "原因"),
                    text("repairs", "可能的更正"));
            for (ClaimsAudit.Contradiction line : worst) {
                writer.write("<tr><td class=\"id\">" + escaped(line.id()) + "</td><td>"
                        + escaped(new CsvText().brief(line.gap()).toString())
                        + "</td><td>"
                        + IntervalPicture.svg(
                                line.impliedLow(), line.impliedHigh(), line.publishedLow(), line.publishedHigh(), false)
                        + "</td><td>" + escaped(line.reason()) + "</td><td>"
                        + repairs(line.finding().get())
                        + "</td></tr>\n");
            }
            writer.write("</table></div>\n");
        }
        end(writer);
    }

    // ---- figures with relations ----

    void network(AuditReport report, AuditProgram.Reading reading, int refused, Writer writer) throws IOException {
        Map<Verdict, Integer> counts = report.counts();
        begin(writer, text("Audit of figures", "数字核验"), report.findings().size(), reading, refused);
        counts(writer, Verdict.values(), verdict -> counts.getOrDefault(verdict, 0));
        if (!report.conflicts().isEmpty()) {
            heading(writer, text("Figures that cannot all be true", "不能同时成立的数字"));
            writer.write("<ul>");
            for (Conflict conflict : report.conflicts()) {
                writer.write("<li>" + escaped(conflict.text().in(language.locale())) + "<br><small>"
                        + escaped(text("shown by ", "见于")
                                + String.join(", ", conflict.witnesses())
                                + text(". ", "。")
                                + removals(conflict, language))
                        + "</small>" + repairs(conflict.repairs()) + "</li>\n");
            }
            writer.write("</ul>\n");
        }
        heading(writer, text("Findings", "核验结果"));
        legend(writer);
        tableHead(
                writer,
                text("relation", "关系"),
                text("verdict", "结论"),
                text("intervals", "范围"),
                text("why", "原因"),
                text("repairs", "可能的更正"));
        for (Finding finding : worstFirst(report.findings())) {
            writer.write("<tr><td class=\"id\">" + escaped(finding.relation()) + "</td><td class=\"verdict "
                    + finding.verdict().code() + "\">"
                    + escaped(finding.verdict().text().in(language.locale())) + "</td><td>" + picture(finding)
                    + "</td><td>" + escaped(finding.reason().in(language.locale())) + "</td><td>"
                    + repairs(finding) + "</td></tr>\n");
        }
        writer.write("</table></div>\n");
        end(writer);
    }

    /** Contradictions first, those with the widest factor before the others; then what agrees less and less surely. */
    static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> rank(finding.verdict()))
                        .thenComparingDouble(finding -> -distance(finding))
                        .thenComparing(Finding::relation))
                .toList();
    }

    /** The figures of a conflict, and which of them to leave out. */
    static String removals(Conflict conflict, Language language) {
        return String.join(", ", conflict.figures())
                + language.text(" cannot all be true; the rest agrees without ", " 不能同时成立;去掉以下数字后其余一致:")
                + conflict.smallestRemovals().stream()
                        .map(set -> String.join(" + ", set))
                        .collect(Collectors.joining(language.text(" or ", " 或 ")));
    }

    /** A sign by which a verdict is seen at a glance. */
    static String sign(Verdict verdict) {
        return switch (verdict) {
            case AGREES, AGREES_WITHIN_ROUNDING, AGREES_AS_BOUND -> "\u2713";
            case AGREES_UNDER_OTHER_CONVENTION -> "~";
            case CONTRADICTS -> "\u2717";
            case NOT_CHECKABLE -> "?";
        };
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case CONTRADICTS -> 0;
            case AGREES_UNDER_OTHER_CONVENTION -> 1;
            case NOT_CHECKABLE -> 2;
            case AGREES_AS_BOUND -> 3;
            case AGREES_WITHIN_ROUNDING -> 4;
            case AGREES -> 5;
        };
    }

    private static double distance(Finding finding) {
        return finding.factor()
                .map(BigDecimal::doubleValue)
                .map(factor -> Math.abs(Math.log(factor)))
                .orElse(0.0);
    }

    static String picture(Finding finding) {
        Optional<Bounds> implied = finding.implied().map(BoundedQuantity::bounds);
        Optional<Bounds> published = finding.published().map(BoundedQuantity::bounds);
        if (implied.isEmpty() || published.isEmpty() || implied.get().isEmpty()) {
            return "";
        }
        return IntervalPicture.svg(
                low(implied.get()),
                high(implied.get()),
                low(published.get()),
                high(published.get()),
                finding.verdict() != Verdict.CONTRADICTS);
    }

    private static double low(Bounds bounds) {
        return bounds.lower().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double high(Bounds bounds) {
        return bounds.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
    }

    // ---- parts ----

    @FunctionalInterface
    private interface Counting {
        long of(Verdict verdict);
    }

    private void begin(Writer writer, String title, long total, AuditProgram.Reading reading, int refused)
            throws IOException {
        String read = text(
                reading == AuditProgram.Reading.strict ? "strict reading" : "customary reading",
                reading == AuditProgram.Reading.strict ? "严格读法" : "惯例读法");
        String lead = String.format(Locale.ROOT, "%,d", total)
                + text(" checked, ", " 项,")
                + read
                + (refused > 0 ? text(", rows refused: ", ",未处理行数:") + refused : "");
        writer.write("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(title)
                + "</title><style>\n" + STYLE + "</style></head>\n<body><header><h1>" + escaped(title) + "</h1><p>"
                + escaped(lead) + "</p></header><main>\n");
    }

    private void counts(Writer writer, Verdict[] verdicts, Counting counting) throws IOException {
        writer.write("<ul class=\"counts\">");
        for (Verdict verdict : verdicts) {
            writer.write("<li class=\"" + verdict.code() + "\"><b>"
                    + String.format(Locale.ROOT, "%,d", counting.of(verdict)) + "</b><span>"
                    + escaped(verdict.text().in(language.locale())) + "</span></li>");
        }
        writer.write("</ul>\n");
    }

    private static void heading(Writer writer, String text) throws IOException {
        writer.write("<h2>" + escaped(text) + "</h2>\n");
    }

    private static void tableHead(Writer writer, String... heads) throws IOException {
        writer.write("<div class=\"scroll\"><table><tr>");
        for (String head : heads) {
            writer.write("<th>" + escaped(head) + "</th>");
        }
        writer.write("</tr>\n");
    }

    private void legend(Writer writer) throws IOException {
        writer.write("<p class=\"legend\"><i style=\"background:#1f5fa8\"></i>" + escaped(text("implied", "推得"))
                + "<i style=\"background:#b3261e\"></i><i style=\"background:#4a7d4f;margin-left:0\"></i>"
                + escaped(text("printed: apart, meeting", "印出:不相交、相交")) + "</p>\n");
    }

    private static void end(Writer writer) throws IOException {
        writer.write("</main></body></html>\n");
    }

    /** Each repair with the judged figure after it: what the others then imply, and what is then printed. */
    private String repairs(Finding finding) {
        return repairs(finding.repairs());
    }

    private String repairs(List<Repair> repairs) {
        DisplayFormat format = DisplayFormat.of(language.locale());
        return repairs.stream()
                .map(repair -> "<div><span class=\"repair\">" + escaped(repair.code()) + "</span> "
                        + escaped(repair.text().in(language.locale()) + ": " + format.format(repair.implied()) + " / "
                                + format.format(repair.published()))
                        + "</div>")
                .collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String text(String en, String zh) {
        return language.text(en, zh);
    }
}
