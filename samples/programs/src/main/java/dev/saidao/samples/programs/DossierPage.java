package dev.saidao.samples.programs;

import dev.saidao.core.audit.DerivedFigure;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.convention.Convention;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Conclusion;
import dev.saidao.core.derivation.Derivation;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DisplayFormat;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.forecasting.dossier.TrackFans;
import dev.saidao.forecasting.dossier.TrackOutlook;
import dev.saidao.forecasting.market.Projection;
import dev.saidao.policy.dossier.PolicyDossier;
import dev.saidao.policy.dossier.TargetStudy;
import dev.saidao.policy.measure.PolicyMeasure;
import dev.saidao.policy.measure.RecognitionRule;
import dev.saidao.policy.talent.TalentTier;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The report as one HTML page that needs nothing from a network: data, charts and script are in it. */
final class DossierPage {

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private final DossierReport report;

    DossierPage(DossierReport report) {
        this.report = report;
    }

    void writeTo(Writer writer) throws IOException {
        // "<" inside a script element could end it, so it is written as an escape, which JSON allows in strings only
        String data = SaidaoJson.mapper().writeValueAsString(data()).replace("<", "\\u003c");
        for (String part : resource("dossier.html").split("(?=@ECHARTS@|@DATA@)")) {
            if (part.startsWith("@ECHARTS@")) {
                writer.write(resource(ECHARTS));
                writer.write(part.substring("@ECHARTS@".length()));
            } else if (part.startsWith("@DATA@")) {
                writer.write(data);
                writer.write(part.substring("@DATA@".length()));
            } else {
                writer.write(part);
            }
        }
    }

    private Map<String, Object> data() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", report.dossier().title());
        page.put(
                "sources",
                report.dossier().sources().stream()
                        .map(source -> Map.of(
                                "id", source.id(),
                                "title", source.title(),
                                "publisher", source.publisher(),
                                "published", source.published().toString()))
                        .toList());
        Map<String, Object> figures = new LinkedHashMap<>();
        report.dossier().figures().forEach(figure -> figures.put(figure.id(), figure(figure)));
        page.put("figures", figures);
        page.put("tracks", report.tracks().stream().map(this::track).toList());
        report.comparison()
                .ifPresent(comparison -> page.put(
                        "comparison",
                        Map.of(
                                "filled", comparison.filled(),
                                "cells", comparison.cells(),
                                "conclusion", comparison.conclusion(),
                                "indicators", comparison.indicators(),
                                "tracks", comparison.tracks())));
        if (!report.dossier().tracks().isEmpty()) {
            page.put("fans", fans(report.fans()));
        }
        page.put(
                "talent",
                report.talent().wholes().stream().map(DossierPage::value).toList());
        report.talent()
                .pyramid()
                .ifPresent(pyramid -> page.put(
                        "pyramid",
                        Map.of(
                                "year", pyramid.year(),
                                "proportion", DossierTables.proportion(pyramid),
                                "tiers",
                                        pyramid.pyramid().tiers().stream()
                                                .map(this::tier)
                                                .toList())));
        report.policy().ifPresent(policy -> page.put("policy", policy(policy)));
        page.put("parks", report.parks().stream().map(DossierPage::value).toList());
        Map<String, Object> derived = new LinkedHashMap<>();
        report.everyConclusion().forEach(value -> derived.put(value.id(), derivation(value)));
        for (DerivedFigure figure : report.audit().derived()) {
            derived.put(auditId(figure), derivation(auditValue(figure)));
        }
        page.put("audit", audit(derived));
        page.put("derived", derived);
        return page;
    }

    // ---- fans ----

    private static Map<String, Object> fans(TrackFans fans) {
        return Map.of(
                "fans",
                fans.fans().stream()
                        .map(fan -> Map.of(
                                "name",
                                fan.name(),
                                "figures",
                                fan.figures(),
                                "rows",
                                fan.rows().stream()
                                        .map(row -> Map.of(
                                                "year", row.year(),
                                                "shown", both(format -> DossierTables.size(fan, row, format)),
                                                // in per cent of the median, on whose scale the fan can be seen
                                                "ends",
                                                        List.of(
                                                                percent(row.low(), row.median()),
                                                                percent(row.lowerQuarter(), row.median()),
                                                                percent(row.upperQuarter(), row.median()),
                                                                percent(row.high(), row.median()))))
                                        .toList()))
                        .toList(),
                "without",
                fans.without(),
                "series",
                fans.series());
    }

    private static double percent(double value, double median) {
        return 100 * (value / median - 1);
    }

    // ---- policy ----

    private Map<String, Object> policy(PolicyDossier policy) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (PolicyDossier.MeasureCell cell : policy.measureTable()) {
            cells.add(Map.of(
                    "stage", cell.stage().text(),
                    "instrument", cell.instrument().text(),
                    "measures",
                            cell.measures().stream().map(DossierPage::measure).toList()));
        }
        return Map.of(
                "noStatus",
                report.talent().notAssessable().<Object>map(why -> why).orElse(Map.of("en", "", "zh", "")),
                "studies",
                report.talent().studies().stream().map(DossierPage::study).toList(),
                "cells",
                cells,
                "documents",
                policy.documents().stream()
                        .map(document -> Map.of(
                                "title", document.title(),
                                "aspects", document.aspects(),
                                "figure", document.numberOfMeasures().orElse("")))
                        .toList());
    }

    private static Map<String, Object> measure(PolicyMeasure measure) {
        return Map.of(
                "name", measure.name(),
                "group", measure.targetGroup(),
                "figures", measure.figures(),
                "grants", measure.rule().map(RecognitionRule::grants).orElse(List.of()));
    }

    private static Map<String, Object> study(TargetStudy study) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("target", study.target());
        entry.put("figure", study.figure());
        entry.put("rounds", study.rounds());
        entry.put("counting", study.counting());
        entry.put("loss", study.loss().movePointRight(2).toPlainString());
        Map<String, Object> values = new LinkedHashMap<>();
        for (TargetStudy.Quantity quantity : TargetStudy.Quantity.values()) {
            study.value(quantity).ifPresent(value -> {
                String point = value.result().point().map(CsvText::brief).orElse("–");
                values.put(quantity.code(), Map.of("id", value.id(), "what", value.what(), "point", point));
            });
        }
        entry.put("values", values);
        entry.put(
                "chances",
                study.chances().stream()
                        .map(chance -> Map.of(
                                "year", chance.year(),
                                "expected", chance.expected().doubleValue(),
                                "low", chance.low(),
                                "high", chance.high(),
                                "probability", chance.probability().doubleValue(),
                                "shown", DossierTables.probability(chance)))
                        .toList());
        study.openingForLikely().forEach(opening -> entry.put("likely", opening));
        return entry;
    }

    // ---- the audit ----

    private Map<String, Object> audit(Map<String, Object> derivations) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : AuditPage.worstFirst(report.audit().findings())) {
            findings.add(finding(finding, derivations));
        }
        List<Map<String, Object>> counts = new ArrayList<>();
        report.audit().counts().forEach((verdict, count) -> {
            if (count > 0) {
                counts.add(Map.of("verdict", verdict.code(), "text", verdict.text(), "count", count));
            }
        });
        return Map.of(
                "counts",
                counts,
                "findings",
                findings,
                "conflicts",
                report.audit().conflicts().stream()
                        .map(conflict -> Map.of(
                                "figures", conflict.figures(),
                                "removals", conflict.smallestRemovals(),
                                "witnesses", conflict.witnesses(),
                                "text", conflict.text()))
                        .toList(),
                "derived",
                report.audit().derived().stream()
                        .map(figure -> value(auditValue(figure)))
                        .toList());
    }

    private Map<String, Object> finding(Finding finding, Map<String, Object> derivations) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("title", finding.title());
        entry.put("verdict", finding.verdict().code());
        entry.put("sign", AuditPage.sign(finding.verdict()));
        entry.put("verdictText", finding.verdict().text());
        entry.put("reason", finding.reason());
        finding.weak().ifPresent(weak -> entry.put("weak", weak));
        entry.put("picture", AuditPage.picture(finding));
        entry.put("figures", finding.figures());
        entry.put(
                "conventions",
                finding.conventions().stream().map(Convention::text).toList());
        entry.put(
                "repairs",
                finding.repairs().stream()
                        .map(repair -> Map.of(
                                "code", repair.code(),
                                "text", repair.text(),
                                "kind", repair.kind().text(),
                                "implied", both(format -> format.format(repair.implied())),
                                "published", both(format -> format.format(repair.published()))))
                        .toList());
        Verdict customary = report.customaryAudit().finding(finding.relation()).verdict();
        if (customary != finding.verdict()) {
            entry.put("customary", customary.text());
        }
        finding.derivation().ifPresent(derivation -> {
            String id = "audit." + finding.relation();
            derivations.put(id, derivation(Conclusion.of(id, finding.title(), derivation)));
            entry.put("derived", id);
        });
        return entry;
    }

    private static String auditId(DerivedFigure figure) {
        return "audit." + figure.id() + "." + String.join(".", figure.relations());
    }

    private static Conclusion auditValue(DerivedFigure figure) {
        String by = String.join(", ", figure.relations());
        return Conclusion.of(
                auditId(figure),
                Label.of(figure.id() + " (by " + by + ")", figure.id() + "(由 " + by + " 推得)"),
                figure.derivation());
    }

    private Map<String, Object> figure(Figure figure) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("subject", figure.subject().name());
        entry.put("subjectId", figure.subject().id());
        entry.put("indicator", figure.indicator().name());
        figure.asPublished().ifPresent(text -> entry.put("published", text));
        figure.printed().ifPresent(printed -> {
            entry.put(
                    "reads",
                    Label.of(
                            FigureFormat.english().format(printed),
                            FigureFormat.chinese().format(printed)));
            entry.put("bounds", shown(Operand.read(figure, report.reading())));
        });
        entry.put("quantity", DossierTables.isQuantity(figure));
        entry.put("period", figure.period().label());
        figure.period().stated().ifPresent(stated -> entry.put("stated", stated));
        entry.put("status", figure.status().name().toLowerCase(Locale.ROOT));
        entry.put("source", figure.source().id());
        entry.put("locator", figure.locator());
        entry.put("items", figure.items());
        figure.note().ifPresent(note -> entry.put("note", note));
        return entry;
    }

    private static Label shown(Operand operand) {
        return both(format ->
                format.format(operand.value().bounds(), operand.value().unit()));
    }

    private Map<String, Object> track(TrackOutlook track) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("number", track.track().number());
        entry.put("name", track.track().subject().name());
        entry.put("figures", track.figures().stream().map(Figure::id).toList());
        entry.put("values", track.conclusions().stream().map(DossierPage::value).toList());
        track.path().flatMap(path -> chart(track, path)).ifPresent(chart -> entry.put("chart", chart));
        return entry;
    }

    /** A path as a chart, if every year has a point and finite bounds. */
    private Optional<Map<String, Object>> chart(TrackOutlook track, Projection path) {
        boolean drawable = path.rows().stream()
                .allMatch(row ->
                        row.size().point().isPresent() && row.size().bounds().isBounded());
        if (!drawable) {
            return Optional.empty();
        }
        Unit unit = path.rows().get(0).size().unit();
        List<Map<String, Object>> rows =
                path.rows().stream().map(row -> row(track, row)).toList();
        return Optional.of(Map.of(
                "unit",
                Label.of(
                        unit + " billion",
                        unit.toString().equals("CNY") ? "亿元" : unit.toString().equals("USD") ? "亿美元" : "亿 " + unit),
                "rows",
                rows));
    }

    private Map<String, Object> row(TrackOutlook track, Projection.Row row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("year", row.year());
        entry.put("point", scaled(row.size().point().orElseThrow()));
        entry.put("low", scaled(row.size().bounds().lower().orElseThrow()));
        entry.put("high", scaled(row.size().bounds().upper().orElseThrow()));
        entry.put("shown", both(format -> format.format(row.size())));
        entry.put("basis", row.basis().text());
        entry.put("published", row.basis() == Projection.Basis.PUBLISHED);
        row.operand().figure().ifPresent(figure -> entry.put("figure", figure.id()));
        row.derivation()
                .ifPresent(
                        derivation -> entry.put("derived", track.conclusion(row).id()));
        return entry;
    }

    /** A number for the eye: in billions for English, in 亿 for Chinese readers. */
    private static Map<String, Double> scaled(BigDecimal value) {
        return Map.of(
                "en", value.divide(BILLION, MathContext.DECIMAL64).doubleValue(),
                "zh", value.divide(YI, MathContext.DECIMAL64).doubleValue());
    }

    private Map<String, Object> tier(TalentTier tier) {
        return Map.of(
                "name", tier.name(),
                "count",
                        tier.headcount()
                                .value()
                                .point()
                                .map(BigDecimal::doubleValue)
                                .orElse(0.0),
                "shown", both(format -> format.format(tier.headcount().value())),
                "figure", tier.headcount().figure().map(Figure::id).orElse(""));
    }

    private static Map<String, Object> value(Conclusion value) {
        return Map.of(
                "id", value.id(),
                "what", value.what(),
                "shown", both(format -> format.format(value.result())),
                "remarks", value.derivation().remarks());
    }

    private static Map<String, Object> derivation(Conclusion value) {
        Set<String> figures = new TreeSet<>();
        collect(value.derivation(), figures);
        return Map.of(
                "what", value.what(),
                "text",
                        Label.of(
                                value.derivation().toText(Locale.ENGLISH),
                                value.derivation().toText(Locale.CHINESE)),
                "figures", List.copyOf(figures));
    }

    private static void collect(Derivation derivation, Set<String> figures) {
        for (Operand operand : derivation.operands().values()) {
            operand.figure().ifPresent(figure -> figures.add(figure.id()));
            operand.derivation().ifPresent(earlier -> collect(earlier, figures));
        }
    }

    @FunctionalInterface
    private interface Shown {
        String in(DisplayFormat format);
    }

    private static Label both(Shown shown) {
        return Label.of(shown.in(DisplayFormat.of(Locale.ENGLISH)), shown.in(DisplayFormat.of(Locale.CHINESE)));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = DossierPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("Resource must be in the jar: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
