package dev.saidao.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.FigureFormat;
import java.time.LocalDate;

/** Figures to audit. */
final class AuditFixture {

    private static final Source SOURCE =
            Source.of("report", Label.same("a report"), Label.same("a publisher"), LocalDate.of(2026, 3, 27));

    private AuditFixture() {}

    static Figure figure(String id, String text) {
        return figure(id, FigureFormat.english().parse(text));
    }

    static Figure figure(String id, String text, String unit) {
        return figure(id, FigureFormat.english().parse(text, Unit.parse(unit)));
    }

    static Figure figure(String id, PrintedNumber printed) {
        return Figure.builder()
                .id(id)
                .subject(Subject.of(id, Label.same(id)))
                .indicator(Indicator.of("value", Label.same("value")))
                .printed(printed)
                .period(ReferencePeriod.undated())
                .status(Status.OBSERVED)
                .source(SOURCE)
                .locator("page 1")
                .build();
    }

    /** Holds a report of an audit against one that was made without doubles. */
    static void assertSame(AuditReport report, AuditReport exact) {
        assertThat(report.findings()).isEqualTo(exact.findings());
        assertThat(report.findings().toString()).isEqualTo(exact.findings().toString());
        assertThat(report.derived()).isEqualTo(exact.derived());
        if (!exact.stoppedEarly()) {
            // what ends early may have wider bounds and miss conflicts
            assertThat(report.bounds()).isEqualTo(exact.bounds());
            assertThat(report.conflicts()).isEqualTo(exact.conflicts());
        }
        // what is shown to go together need not be narrowed to the end
        assertThat(!report.stoppedEarly() || exact.stoppedEarly()).isTrue();
    }
}
