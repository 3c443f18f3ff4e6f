package dev.saidao.samples.programs;

import dev.saidao.core.audit.Auditor;
import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.ClaimRow;
import dev.saidao.core.audit.Finding;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.RankedChange;
import dev.saidao.core.audit.ReadNumber;
import dev.saidao.core.audit.Repair;
import dev.saidao.core.audit.Verdict;
import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.relation.Change;
import dev.saidao.core.relation.FigureRelation;
import dev.saidao.core.table.Failure;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Audits a file of growth claims, in batches on all cores; a file of any size takes the same memory. */
final class ClaimsAudit {

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
            "reason",
            "shares");

    private static final int MOST_PENDING = 8;
    private static final int MOST_RATES = 100_000;
    private static final GrowthClaimAuditor AUDITOR = GrowthClaimAuditor.withDefaults();

    private final Language language;
    private final ThreadLocal<Desk> desks;
    private volatile List<String> columns = List.of();
    private final boolean keepsLines;

    private static final List<String> PRINTED =
            List.of("unit", "start_value", "start_year", "end_value", "end_year", "rate");

    /**
     * A rate as read, with its ends in per cent.
     *
     * @param number the number
     * @param low the least in per cent, infinite if there is none
     * @param high the highest in per cent
     * @param lowText the least as text, empty if there is none
     * @param highText the highest as text
     */
    private record Rate(ReadNumber number, double low, double high, String lowText, String highText) {

        static Rate of(ReadNumber number) {
            boolean rate = number.unit().equals(Unit.GROWTH_RATE);
            Optional<BigDecimal> low =
                    number.bounds().lower().filter(end -> rate).map(end -> end.movePointRight(2));
            Optional<BigDecimal> high =
                    number.bounds().upper().filter(end -> rate).map(end -> end.movePointRight(2));
            return new Rate(
                    number,
                    low.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                    high.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY),
                    low.map(end -> end.stripTrailingZeros().toPlainString()).orElse(""),
                    high.map(end -> end.stripTrailingZeros().toPlainString()).orElse(""));
        }
    }

    /** What a thread works with. */
    private static final class Desk {

        private final ClaimReader reader;
        private final CsvText csv = new CsvText();
        /** The reader gives the same number for the same text. */
        private final IdentityHashMap<ReadNumber, Rate> rates = new IdentityHashMap<>();

        Desk(List<String> columns, ReadingConvention reading) {
            this.reader = ClaimReader.of(columns, reading);
        }

        Rate rate(ReadNumber number) {
            if (rates.size() > MOST_RATES) {
                rates.clear();
            }
            return rates.computeIfAbsent(number, Rate::of);
        }
    }

    /** What became of some rows. */
    private static final class Batch {

        private char[] csv = {};
        private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        private final List<AuditSummary.Line> lines = new ArrayList<>(0);
        private final List<Row> refused = new ArrayList<>(0);
        private final List<RowException> reasons = new ArrayList<>(0);
        private final List<Failure> notes = new ArrayList<>(0);

        void count(Verdict verdict) {
            counts.merge(verdict, 1L, Long::sum);
        }
    }

    /** Audits as a reading says; claims are kept if a report is to show them. */
    ClaimsAudit(ReadingConvention reading, Language language, boolean keepsLines) {
        this.language = language;
        this.desks = ThreadLocal.withInitial(() -> new Desk(columns, reading));
        this.keepsLines = keepsLines;
    }

    /** Audits all rows and writes what was found. */
    void run(CsvInput input, Writer out, AuditSummary summary) throws IOException {
        // the thread that reads audits as well when the others have enough to do
        int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        ExecutorService workers = new ThreadPoolExecutor(
                others,
                others,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(2 * others),
                new ThreadPoolExecutor.CallerRunsPolicy());
        Deque<Future<Batch>> pending = new ArrayDeque<>();
        try {
            input.forEachBlock(
                    header -> {
                        columns = header;
                        out.write(String.join(",", OUTPUT) + "\n");
                    },
                    rows -> {
                        pending.add(workers.submit(() -> audit(rows)));
                        while (pending.size() > MOST_PENDING * others
                                || (!pending.isEmpty() && pending.peek().isDone())) {
                            take(pending, input, out, summary);
                        }
                    });
            while (!pending.isEmpty()) {
                take(pending, input, out, summary);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void take(Deque<Future<Batch>> pending, CsvInput input, Writer out, AuditSummary summary)
            throws IOException {
        Batch batch;
        try {
            batch = pending.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Audit must not be interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        out.write(batch.csv);
        summary.add(batch.counts, batch.lines);
        batch.notes.forEach(input::note);
        for (int i = 0; i < batch.refused.size(); i++) {
            input.refuse(batch.refused.get(i), batch.reasons.get(i));
        }
    }

    private Batch audit(List<Row> rows) {
        Batch batch = new Batch();
        Desk desk = desks.get();
        desk.csv.clear();
        for (Row row : rows) {
            try {
                ClaimRow claim = desk.reader.parse(row);
                claim.notes().forEach(note -> batch.notes.add(row.note(note)));
                audit(claim, row, desk, batch);
            } catch (RowException e) {
                batch.refused.add(row);
                batch.reasons.add(e);
            }
        }
        batch.csv = desk.csv.toChars();
        return batch;
    }

    private void audit(ClaimRow row, Row source, Desk desk, Batch batch) {
        Rate rate = row.rate().map(desk::rate).orElse(null);
        List<String> missing = row.missing();
        if (!missing.isEmpty()) {
            notCheckable(row.id(), rate, ClaimWords.missing(missing), source, desk, batch);
        } else if (row.apart().isPresent()) {
            notCheckable(row.id(), rate, row.apart().get(), source, desk, batch);
        } else if (row.lastYear() <= row.firstYear()) {
            notCheckable(row.id(), rate, ClaimWords.noStep(row.firstYear(), row.lastYear()), source, desk, batch);
        } else if (row.isMultiple()) {
            multiple(
                    row.id(),
                    row.base().orElseThrow(),
                    row.end().orElseThrow(),
                    row.rate().orElseThrow(),
                    source,
                    desk,
                    batch);
        } else {
            growth(row.id(), row.claim().orElseThrow(), Objects.requireNonNull(rate), source, desk, batch);
        }
    }

    private void growth(String id, GrowthClaim claim, Rate rate, Row source, Desk desk, Batch batch) {
        CsvText csv = desk.csv;
        ClaimOutcome outcome = AUDITOR.audit(claim);
        Verdict verdict = outcome.verdict();
        boolean checked = verdict != Verdict.NOT_CHECKABLE;
        double low = 100 * outcome.impliedLow();
        double high = 100 * outcome.impliedHigh();
        String reason = language.text(outcome.reason(language.locale()), outcome.weak());
        csv.field(id)
                .plain(verdict.code())
                .plain(Integer.toString(claim.steps()))
                .number(100 * outcome.impliedRate())
                .number(low)
                .number(high)
                .plain(rate.lowText())
                .plain(rate.highText())
                .number(outcome.gapInPercentagePoints())
                .plain(checked ? outcome.convention().map(Change::code).orElse("n") : "")
                .plain(codes(outcome.repairs()))
                .field(reason);
        shares(outcome.repairs(), csv);
        csv.endRow();
        batch.count(verdict);
        if (keepsLines) {
            batch.lines.add(new AuditSummary.Line(
                    source.line(),
                    id,
                    source.name(id),
                    verdict,
                    printed(source),
                    Double.isNaN(outcome.gapInPercentagePoints()) ? 0 : outcome.gapInPercentagePoints(),
                    low,
                    high,
                    rate.low(),
                    rate.high(),
                    checked ? outcome.weak() : Optional.of(outcome.reason()),
                    verdict == Verdict.CONTRADICTS ? Optional.of(() -> AUDITOR.finding(claim)) : Optional.empty()));
        }
    }

    private static List<String> printed(Row source) {
        return PRINTED.stream().map(source::text).toList();
    }

    // loops, since many rows have several changes and no stream is as quick

    private static String codes(List<RankedChange> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        StringBuilder codes = new StringBuilder(changes.get(0).code());
        for (int i = 1; i < changes.size(); i++) {
            codes.append(';').append(changes.get(i).code());
        }
        return codes.toString();
    }

    private static void shares(List<RankedChange> changes, CsvText csv) {
        csv.plain("");
        for (int i = 0; i < changes.size(); i++) {
            csv.among(i, changes.get(i).share().doubleValue());
        }
    }

    /** A multiple (倍, 翻一番) is held against the two sizes. */
    private void multiple(
            String id, ReadNumber base, ReadNumber end, ReadNumber multiple, Row source, Desk desk, Batch batch) {
        CsvText csv = desk.csv;
        Finding finding = Auditor.withDefaults()
                .finding(
                        FigureRelation.multiple("multiple", "base", "end", "multiple"),
                        Map.of("base", base, "end", end, "multiple", multiple));
        csv.field(id).field(finding.verdict().code());
        for (int i = 2; i < OUTPUT.indexOf("convention"); i++) {
            csv.field("");
        }
        List<String> repairs = finding.repairs().stream().map(Repair::code).toList();
        String reason = language.text(finding.reason(language.locale()), finding.weak());
        csv.field(finding.otherConvention().orElse(""))
                .field(String.join(";", repairs))
                .field(reason)
                .plain(FiguresAudit.shares(finding))
                .endRow();
        batch.count(finding.verdict());
        if (keepsLines) {
            batch.lines.add(new AuditSummary.Line(
                    source.line(),
                    id,
                    source.name(id),
                    finding.verdict(),
                    printed(source),
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Optional.of(finding.reason()),
                    finding.verdict() == Verdict.CONTRADICTS ? Optional.of(() -> finding) : Optional.empty()));
        }
    }

    private void notCheckable(String id, @Nullable Rate rate, Label reason, Row source, Desk desk, Batch batch) {
        CsvText csv = desk.csv;
        csv.field(id)
                .field(Verdict.NOT_CHECKABLE.code())
                .field("")
                .field("")
                .field("")
                .field("")
                .field(rate == null ? "" : rate.lowText())
                .field(rate == null ? "" : rate.highText())
                .field("")
                .field("")
                .field("")
                .field(reason.in(language.locale()))
                .plain("")
                .endRow();
        batch.count(Verdict.NOT_CHECKABLE);
        if (keepsLines) {
            batch.lines.add(new AuditSummary.Line(
                    source.line(),
                    id,
                    source.name(id),
                    Verdict.NOT_CHECKABLE,
                    printed(source),
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Optional.of(reason),
                    Optional.empty()));
        }
    }
}
