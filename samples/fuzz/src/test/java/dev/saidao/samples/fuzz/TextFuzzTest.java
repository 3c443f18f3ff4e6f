package dev.saidao.samples.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.saidao.core.audit.GrowthClaim;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.bounds.BoundedQuantity;
import dev.saidao.core.bounds.Bounds;
import dev.saidao.core.convention.Label;
import dev.saidao.core.derivation.Operand;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.CalendarPart;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.quantity.Quantity;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.PeriodFormat;
import dev.saidao.core.text.UnitFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Readers of text. */
class TextFuzzTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 27);

    private static String text(byte[] data) {
        return new String(data, 0, Math.min(data.length, Limits.LONGEST), StandardCharsets.UTF_8);
    }

    /** What is read is written as something that is read as the same. */
    @FuzzTest
    void figure(byte[] data) {
        String text = text(data);
        for (FigureFormat format : List.of(FigureFormat.english(), FigureFormat.chinese())) {
            Limits.hold(
                    () -> {
                        PrintedNumber printed = format.parse(text);
                        BoundedQuantity read = ReadingConvention.withDefaults().read(printed);
                        String again = format.format(printed);
                        BoundedQuantity readAgain =
                                ReadingConvention.withDefaults().read(format.parse(again, printed.unit()));
                        Limits.require(read.equals(readAgain), text + " is written as " + again);
                        return printed;
                    },
                    IllegalArgumentException.class);
        }
    }

    @FuzzTest
    void operand(byte[] data) {
        String text = text(data);
        Limits.hold(() -> Operand.parse(text), IllegalArgumentException.class);
    }

    @FuzzTest
    void unit(byte[] data) {
        String text = text(data);
        Limits.hold(() -> UnitFormat.withDefaults().parse(text), IllegalArgumentException.class);
        Limits.hold(() -> UnitFormat.withDefaults().parseOrOpaque(text), IllegalArgumentException.class);
        Limits.hold(
                () -> {
                    Unit unit = Unit.parse(text);
                    Limits.require(Unit.parse(unit.toString()).equals(unit), "Unit reads otherwise: " + unit);
                    return unit;
                },
                IllegalArgumentException.class);
    }

    @FuzzTest
    void quantity(byte[] data) {
        String text = text(data);
        Limits.hold(
                () -> {
                    Quantity quantity = Quantity.parse(text);
                    Limits.require(
                            Quantity.parse(quantity.toString()).equals(quantity), "Reads otherwise: " + quantity);
                    return quantity;
                },
                IllegalArgumentException.class);
        Limits.hold(
                () -> {
                    Bounds bounds = Bounds.parse(text);
                    Limits.require(Bounds.parse(bounds.toString()).equals(bounds), "Reads otherwise: " + bounds);
                    return bounds;
                },
                IllegalArgumentException.class);
    }

    @FuzzTest
    void period(byte[] data) {
        String text = text(data);
        Limits.hold(() -> PeriodFormat.parse(text), IllegalArgumentException.class);
        Limits.hold(() -> PeriodFormat.parse(text, PUBLISHED), IllegalArgumentException.class);
        Limits.hold(
                () -> {
                    CalendarPart part = CalendarPart.parse(text);
                    Limits.require(CalendarPart.parse(part.toString()).equals(part), "Reads otherwise: " + part);
                    return part;
                },
                IllegalArgumentException.class);
    }

    /** What is found stands where it is said to stand, and makes a dossier that is written and read as it is. */
    @FuzzTest
    void page(byte[] data) {
        String text = text(data);
        Limits.hold(() -> {
            PageReading page = PageReader.withDefaults().read(text, PUBLISHED);
            for (Mention mention : page.mentions()) {
                Limits.require(
                        page.text().substring(mention.start(), mention.end()).equals(mention.text()),
                        "Mention must stand in its place: " + mention);
            }
            Dossier dossier = page.toDossier("page", Label.same("page"));
            Limits.require(
                    SaidaoJson.read(SaidaoJson.write(dossier), Dossier.class).equals(dossier),
                    "Dossier reads otherwise");
            return page;
        });
    }

    /** Base, first year, end, last year and rate on five lines; the quick verdict is that of the whole audit. */
    @FuzzTest
    void claim(byte[] data) {
        String[] lines = text(data).split("\n", 5);
        if (lines.length < 5) {
            return;
        }
        Limits.hold(
                () -> {
                    GrowthClaim claim = GrowthClaim.parse(lines[0], year(lines[1]), lines[2], year(lines[3]), lines[4]);
                    GrowthClaimAuditor auditor = GrowthClaimAuditor.withDefaults();
                    Limits.require(
                            auditor.verdict(claim) == auditor.audit(claim).verdict()
                                    && auditor.verdict(claim)
                                            == auditor.withoutFilter().verdict(claim),
                            "Verdicts must be the same: " + String.join(" | ", lines));
                    return claim;
                },
                IllegalArgumentException.class);
    }

    private static int year(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 2020;
    }
}
