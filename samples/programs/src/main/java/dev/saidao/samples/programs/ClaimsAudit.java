package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.FigureRelation;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.quantity.Unit;
import dev.saidao.samples.programs.CsvInput.Row;
import dev.saidao.samples.programs.CsvInput.RowException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Audits a file of growth claims, in batches on all cores; a file of any size takes the same memory. */
final class ClaimsAudit {

    static final List<String> INPUT = List.of("id", "start_value", "start_year", "end_value", "end_year", "rate");
    static final List<String> OUTPUT = List.of(
            "id",
            "verdict",
            "steps",
            "implied_rate_pct",
            "implied_low_pct",
            "implied_high_pct",
            "published_low_pct",
            "published_high_pct",
            "gap_pp",
            "convention",
            "repairs",
            "reason");

    private static final int BATCH = 1_000;
    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();

    private final ReadingConvention reading;
    private final Language language;
    private final ThreadLocal<ClaimReader> readers;

    /**
     * One claim as audited, for the report.
     *
     * @param id its id
     * @param verdict the verdict
     * @param gap the gap in percentage points, 0 if there is none
     * @param impliedLow the least implied rate in per cent, NaN if there is none
     * @param impliedHigh the highest
     * @param publishedLow the least published rate in per cent
     * @param publishedHigh the highest
     * @param repairs the repairs
     * @param reason the reason
     */
    record Line(
            String id,
            Verdict verdict,
            double gap,
            double impliedLow,
            double impliedHigh,
            double publishedLow,
            double publishedHigh,
            String repairs,
            String reason) {}

    /** What became of some rows. */
    private record Done(String csv, List<Line> lines, List<Row> refused, List<RowException> reasons) {}

    ClaimsAudit(ReadingConvention reading, Language language) {
        this.reading = reading;
        this.language = language;
        this.readers = ThreadLocal.withInitial(() -> new ClaimReader(reading));
    }

    /** Audits all rows; returns how many were refused. */
    int run(CsvInput input, Writer out, AuditSummary summary) throws IOException {
        CsvWriter header = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Deque<Future<Done>> pending = new ArrayDeque<>();
        List<Row> batch = new ArrayList<>(BATCH);
        try {
            input.forEach(
                    columns -> {
                        header.writeRecord(OUTPUT);
                        header.flush();
                    },
                    row -> {
                        batch.add(row);
                        if (batch.size() == BATCH) {
                            submit(batch, workers, pending);
                            while (pending.size() > 2 * threads) {
                                take(pending, input, out, summary);
                            }
                        }
                    });
            submit(batch, workers, pending);
            while (!pending.isEmpty()) {
                take(pending, input, out, summary);
            }
            return input.refused();
        } finally {
            workers.shutdownNow();
        }
    }

    private void submit(List<Row> batch, ExecutorService workers, Deque<Future<Done>> pending) {
        List<Row> rows = List.copyOf(batch);
        batch.clear();
        pending.add(workers.submit(() -> audit(rows)));
    }

    private static void take(Deque<Future<Done>> pending, CsvInput input, Writer out, AuditSummary summary)
            throws IOException {
        Done done;
        try {
            done = pending.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Audit must not be interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        out.write(done.csv());
        done.lines().forEach(summary::add);
        for (int i = 0; i < done.refused().size(); i++) {
            input.refuse(done.refused().get(i), done.reasons().get(i));
        }
    }

    private Done audit(List<Row> rows) {
        StringWriter text = new StringWriter(rows.size() * 160);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        List<Line> lines = new ArrayList<>(rows.size());
        List<Row> refused = new ArrayList<>();
        List<RowException> reasons = new ArrayList<>();
        ClaimReader reader = readers.get();
        for (Row row : rows) {
            try {
                row.requireWhole();
                lines.add(audit(row, reader, csv));
            } catch (RowException e) {
                refused.add(row);
                reasons.add(e);
            }
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e); // a StringWriter has none
        }
        return new Done(text.toString(), lines, refused, reasons);
    }

    private Line audit(Row row, ClaimReader reader, CsvWriter csv) {
        String id = row.text("id");
        String unit = row.text("unit");
        int semicolon = unit.indexOf(';');
        String baseUnit = semicolon < 0 ? unit : unit.substring(0, semicolon).strip();
        String endUnit = semicolon < 0 ? unit : unit.substring(semicolon + 1).strip();
        Optional<ReadNumber> base = size(reader, row, "start", baseUnit);
        Optional<ReadNumber> end = size(reader, row, "end", endUnit);
        String rateText = row.text("rate");
        Optional<ReadNumber> rate = rateText.isEmpty()
                ? Optional.empty()
                : Optional.of(reader.rate("rate", rateText, row.text("rate_qualifier")));
        Optional<Integer> first = year(reader, row, "start_year");
        Optional<Integer> last = year(reader, row, "end_year");
        Optional<ReferencePeriod> ratePeriod = reader.ratePeriod(row.text("rate_from"), row.text("rate_to"));
        List<String> missing = new ArrayList<>(0);
        require(base, "start_value", missing);
        require(first, "start_year", missing);
        require(end, "end_value", missing);
        require(last, "end_year", missing);
        require(rate, "rate", missing);
        if (!missing.isEmpty()) {
            return notCheckable(id, csv, rate, Words.missing(missing, language));
        }
        if (last.orElseThrow() <= first.orElseThrow()) {
            return notCheckable(id, csv, rate, Words.noStep(first.get(), last.get(), language));
        }
        if (!rate.orElseThrow().unit().equals(Unit.GROWTH_RATE)) {
            return otherThanRate(id, csv, base.orElseThrow(), end.orElseThrow(), rate.get());
        }
        GrowthClaim claim;
        try {
            claim = new GrowthClaim(
                    base.orElseThrow(), end.orElseThrow(), rate.get(), first.get(), last.get(), ratePeriod);
        } catch (IllegalArgumentException e) {
            throw new RowException("end_year", String.valueOf(e.getMessage()));
        }
        return growth(id, claim, csv);
    }

    private static void require(Optional<?> value, String column, List<String> missing) {
        if (value.isEmpty()) {
            missing.add(column);
        }
    }

    private static Optional<ReadNumber> size(ClaimReader reader, Row row, String which, String unit) {
        String column = which + "_value";
        String text = row.text(column);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(reader.size(column, text, unit, row.text(which + "_qualifier")));
    }

    private static Optional<Integer> year(ClaimReader reader, Row row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(reader.year(column, text));
    }

    private Line growth(String id, GrowthClaim claim, CsvWriter csv) {
        ClaimOutcome outcome = AUDITOR.audit(claim);
        Bounds published = claim.rate().bounds();
        double low = 100 * outcome.impliedLow();
        double high = 100 * outcome.impliedHigh();
        double publishedLow =
                published.lower().map(end -> 100 * end.doubleValue()).orElse(Double.NEGATIVE_INFINITY);
        double publishedHigh =
                published.upper().map(end -> 100 * end.doubleValue()).orElse(Double.POSITIVE_INFINITY);
        boolean apart =
                outcome.verdict() == Verdict.CONTRADICTS || outcome.verdict() == Verdict.AGREES_UNDER_OTHER_CONVENTION;
        double gap = apart ? Math.max(0, Math.max(low - publishedHigh, publishedLow - high)) : 0;
        String gapText = Numbers.shown(gap);
        if (apart && gap < 1e-3) {
            // too small for doubles
            gapText = AUDITOR.finding(claim)
                    .gapInPercentagePoints()
                    .map(Numbers::shown)
                    .orElse("0");
        }
        String reason = Words.reason(claim, outcome, gap, language);
        String repairs = String.join(";", outcome.repairs());
        csv.writeRecord(
                id,
                outcome.verdict().code(),
                String.valueOf(claim.steps()),
                Numbers.shown(100 * outcome.impliedRate()),
                Numbers.shown(low),
                Numbers.shown(high),
                percent(published.lower()),
                percent(published.upper()),
                outcome.verdict() == Verdict.NOT_CHECKABLE ? "" : gapText,
                outcome.verdict() == Verdict.NOT_CHECKABLE
                        ? ""
                        : outcome.convention().orElse("n"),
                repairs,
                reason);
        return new Line(id, outcome.verdict(), gap, low, high, publishedLow, publishedHigh, repairs, reason);
    }

    /** A multiple (倍, 翻一番) is held against the two sizes; percentage points are no growth. */
    private Line otherThanRate(String id, CsvWriter csv, ReadNumber base, ReadNumber end, ReadNumber rate) {
        if (!rate.unit().equals(Unit.MULTIPLE)) {
            return notCheckable(id, csv, Optional.of(rate), Words.noRate(rate, language));
        }
        Finding finding = Auditor.withDefaults()
                .finding(
                        FigureRelation.multiple("multiple", "base", "end", "multiple"),
                        Map.of("base", base, "end", end, "multiple", rate));
        String repairs =
                String.join(";", finding.repairs().stream().map(Repair::code).toList());
        String reason = finding.reason().in(language.locale());
        csv.writeRecord(
                id,
                finding.verdict().code(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                finding.otherConvention().orElse(""),
                repairs,
                reason);
        return new Line(id, finding.verdict(), 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, repairs, reason);
    }

    private static Line notCheckable(String id, CsvWriter csv, Optional<ReadNumber> rate, String reason) {
        Optional<Bounds> published =
                rate.filter(number -> number.unit().equals(Unit.GROWTH_RATE)).map(ReadNumber::bounds);
        csv.writeRecord(
                id,
                Verdict.NOT_CHECKABLE.code(),
                "",
                "",
                "",
                "",
                published.map(bounds -> percent(bounds.lower())).orElse(""),
                published.map(bounds -> percent(bounds.upper())).orElse(""),
                "",
                "",
                "",
                reason);
        return new Line(id, Verdict.NOT_CHECKABLE, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "", reason);
    }

    private static String percent(Optional<BigDecimal> end) {
        return end.map(value -> value.movePointRight(2).stripTrailingZeros().toPlainString())
                .orElse("");
    }

    /** The words of the reasons. */
    private static final class Words {

        static String missing(List<String> columns, Language language) {
            return (language == Language.zh ? "缺少:" : "missing: ") + String.join(", ", columns);
        }

        static String noStep(int first, int last, Language language) {
            return language == Language.zh
                    ? "末年须晚于首年:" + first + " 至 " + last
                    : "the last year must be later than the first: " + first + " to " + last;
        }

        static String noRate(ReadNumber rate, Language language) {
            return language == Language.zh ? "并非增长率:" + rate.unit() : "no growth rate but " + rate.unit();
        }

        static String reason(GrowthClaim claim, ClaimOutcome outcome, double gap, Language language) {
            boolean zh = language == Language.zh;
            if (outcome.verdict() == Verdict.NOT_CHECKABLE) {
                if (!claim.base().unit().equals(claim.end().unit())) {
                    return (zh ? "两种单位:" : "two units: ") + claim.base().unit() + ", "
                            + claim.end().unit();
                }
                if (Double.isNaN(outcome.impliedRate())) {
                    return zh ? "规模须为正数" : "sizes must be positive";
                }
                String period =
                        claim.ratePeriod().map(ReferencePeriod::toString).orElse("");
                String sizes = claim.firstYear() + "/" + claim.lastYear();
                return zh
                        ? "增长率指 " + period + " 年,规模指 " + sizes + " 年"
                        : "the rate speaks of " + period + " and the sizes of " + sizes;
            }
            StringBuilder text = new StringBuilder(80);
            text.append(zh ? "规模推得 " : "sizes imply ");
            range(text, 100 * outcome.impliedLow(), 100 * outcome.impliedHigh());
            text.append(zh ? "%,印出 " : "% a year, printed ");
            Bounds published = claim.rate().bounds();
            range(
                    text,
                    published.lower().map(end -> 100 * end.doubleValue()).orElse(Double.NEGATIVE_INFINITY),
                    published.upper().map(end -> 100 * end.doubleValue()).orElse(Double.POSITIVE_INFINITY));
            text.append('%');
            if (gap > 0) {
                text.append(zh ? ",相差 " : ", ")
                        .append(Numbers.brief(gap))
                        .append(zh ? " 个百分点" : " percentage points apart");
            }
            if (outcome.isWeak()) {
                text.append(zh ? ";数字过粗,说明力弱" : "; weak: the digits are so coarse that agreement says little");
            }
            return text.toString();
        }

        private static void range(StringBuilder text, double low, double high) {
            text.append(Numbers.brief(low)).append("..").append(Numbers.brief(high));
        }
    }
}
