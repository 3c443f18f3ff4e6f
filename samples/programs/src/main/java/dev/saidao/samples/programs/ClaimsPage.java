package dev.saidao.samples.programs;

import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.convention.Label;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.text.DisplayFormat;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;
import dev.saidao.samples.programs.page.Body;
import dev.saidao.samples.programs.page.Kit;
import dev.saidao.samples.programs.page.Page;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** The audit of growth claims as a page: each claim in its words, with its two intervals; its script turns the leaves. */
final class ClaimsPage {

    /** So many contradictions have what would repair them. */
    private static final int MOST_EXPLAINED = 2_000;

    private static final ObjectWriter JSON = SaidaoJson.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);

    private static final Pattern ONE = Pattern.compile("(?<!\\d)1(?!\\d) ?");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    private final AuditSummary summary;
    private final Map<String, Object> units = new HashMap<>();
    private final Map<Label, Integer> reasons = new LinkedHashMap<>();

    private ClaimsPage(AuditSummary summary) {
        this.summary = summary;
    }

    /** The page, which opens in a language. */
    static Page of(AuditSummary summary, AuditProgram.Reading reading, int refused, Locale opening) {
        return Page.of(opening, kit -> body(summary, reading, refused, kit))
                .with("claims.js", new ClaimsPage(summary)::write);
    }

    private static Body body(AuditSummary summary, AuditProgram.Reading reading, int refused, Kit kit) {
        Body body = kit.body(
                kit.text("Audit of growth claims", "增长表述核验"), AuditPage.lead(summary.total(), reading, refused, kit));
        List<Kit.Tile> tiles = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (summary.count(verdict) > 0) {
                tiles.add(new Kit.Tile(number(summary.count(verdict)), kit.in(verdict.text()), verdict.code()));
            }
        }
        long contradictions = summary.count(Verdict.CONTRADICTS);
        body.headline(
                contradictions == 0
                        ? kit.text("No claim contradicts itself.", "没有自相矛盾的表述。")
                        : kit.text("Of ", "")
                                + number(summary.total())
                                + kit.text(" claims ", " 条表述中,")
                                + number(contradictions)
                                + kit.text(" cannot be true as printed.", " 条按印出的数字不能成立。"),
                contradictions == 0 ? Verdict.AGREES.code() : Verdict.CONTRADICTS.code());
        List<Content> parts = new ArrayList<>();
        parts.add(kit.tiles(tiles));
        if (summary.total() > AuditSummary.MOST_LISTED) {
            parts.add(kit.note(kit.text("Listed are the worst ", "列出最值得查看的 ")
                    + number(AuditSummary.MOST_LISTED)
                    + kit.text("; all are counted.", " 条;计数含全部。")));
        }
        parts.add(kit.place("claims", kit.text("The list needs JavaScript.", "列表需要启用 JavaScript。")));
        return body.section("claims", kit.text("Claims, the widest gaps first", "表述(差距大者在前)"), parts)
                .foot(kit.text(
                        "Ranges are what the printed digits and words allow; rates in per cent a year.",
                        "范围为印出的位数和用词所容许者;增长率为年均百分比。"));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    // ---- the data ----

    private void write(TemplateOutput out) {
        out.writeContent("{\"claims\":[");
        int explained = 0;
        String between = "\n";
        for (AuditSummary.Line line : summary.lines()) {
            boolean isExplained = line.finding().isPresent() && explained < MOST_EXPLAINED;
            explained += isExplained ? 1 : 0;
            out.writeContent(between);
            out.writeContent(json(row(line, isExplained)));
            between = ",\n";
        }
        out.writeContent("],\n\"verdicts\":"
                + json(VERDICTS.stream()
                        .map(verdict -> List.of(
                                verdict.code(),
                                verdict.text().en(),
                                verdict.text().zh()))
                        .toList())
                + ",\n\"reasons\":"
                + json(reasons.keySet().stream()
                        .map(reason -> List.of(reason.en(), reason.zh()))
                        .toList())
                + "}");
    }

    /** Name (with the id, by which it can be searched, where they differ), verdict, what is printed, the ends of the two intervals, the gap, the reason and the repairs; empty ends are left out. */
    private List<Object> row(AuditSummary.Line line, boolean isExplained) {
        List<Object> row = new ArrayList<>();
        Label name = line.name();
        boolean isPlain = name.en().equals(name.zh()) && name.en().equals(line.id());
        row.add(isPlain ? line.id() : List.of(name.en(), name.zh(), line.id()));
        row.add(VERDICTS.indexOf(line.verdict()));
        row.add(
                line.printed().isEmpty()
                        ? ""
                        : units.computeIfAbsent(line.printed().get(0), ClaimsPage::unit));
        row.addAll(line.printed().stream().skip(1).toList());
        for (double number : new double[] {
            line.impliedLow(), line.impliedHigh(), line.publishedLow(), line.publishedHigh(), line.gap()
        }) {
            row.add(Double.isFinite(number) ? (Object) (Math.rint(number * 1e4) / 1e4) : "");
        }
        row.add(line.reason()
                .map(reason -> reasons.computeIfAbsent(reason, one -> reasons.size()))
                .orElse(-1));
        if (isExplained) {
            row.add(line.finding().orElseThrow().get().repairs().stream()
                    .map(ClaimsPage::repair)
                    .toList());
        }
        return row;
    }

    /** A unit in the words of both languages where they have one each, otherwise as it stands in the file. */
    private static Object unit(String text) {
        try {
            UnitHead head = UnitFormat.withDefaults().parse(text);
            Quantity one = head.unit().quantity(head.factor());
            List<String> words = Stream.of(Locale.ENGLISH, Locale.CHINESE)
                    .map(locale ->
                            ONE.matcher(DisplayFormat.of(locale).format(one)).replaceFirst(""))
                    .toList();
            return words.stream()
                            .anyMatch(word ->
                                    word.isEmpty() || DIGIT.matcher(word).find())
                    ? text
                    : words;
        } catch (IllegalArgumentException e) {
            return text; // two units, or one that the reader of claims alone knows
        }
    }

    private static List<String> repair(Repair repair) {
        return List.of(repair(repair, Kit.of(Locale.ENGLISH)), repair(repair, Kit.of(Locale.CHINESE)));
    }

    private static String repair(Repair repair, Kit kit) {
        return kit.in(repair.text())
                + kit.text(": then the sizes imply ", ":此时由规模推得")
                + kit.known(repair.implied())
                + kit.text(", printed is ", ",印出为")
                + kit.known(repair.published());
    }

    /** The JSON of a value; {@code <} could end a script, so it is written as an escape, which strings allow. */
    private static String json(Object value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }
}
