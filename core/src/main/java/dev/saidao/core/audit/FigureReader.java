package dev.saidao.core.audit;

import dev.saidao.core.convention.Label;
import dev.saidao.core.figure.Figure;
import dev.saidao.core.figure.Indicator;
import dev.saidao.core.figure.PrintedNumber;
import dev.saidao.core.figure.Qualifier;
import dev.saidao.core.figure.ReferencePeriod;
import dev.saidao.core.figure.Source;
import dev.saidao.core.figure.Status;
import dev.saidao.core.figure.Subject;
import dev.saidao.core.quantity.Unit;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import dev.saidao.core.table.RowFile;
import dev.saidao.core.table.Rows;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.MissingSigns;
import dev.saidao.core.text.PeriodFormat;
import dev.saidao.core.text.UnitHead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rows of figures: {@code id}, {@code as_published} and, as needed, {@code unit}, {@code qualifier}, {@code time},
 * {@code source}, and {@code name_en}, {@code name_zh} for what it is called. A figure whose {@code as_published} is empty is one that nobody printed.
 *
 * @since 0.1
 */
public final class FigureReader {

    /** The columns that a file must have. */
    public static final List<String> COLUMNS = List.of("id", "as_published");

    private static final Indicator INDICATOR = Indicator.of("figure", Label.of("figure", "数字"));

    private final Kept<UnitHead> units = new Kept<>(UnitCells::parse);
    private final Kept<Optional<Qualifier>> words = new Kept<>(QualifierCells::find);
    private final Kept<ReferencePeriod> periods = new Kept<>(FigureReader::period);
    private final Kept<Source> sources = new Kept<>(FigureReader::source);

    private FigureReader() {}

    /**
     * Reads all figures of a file.
     *
     * @param file the file
     * @return the figures, and the rows that could not be read; a row whose id was there before is one of these
     * @throws IOException if the file cannot be read
     */
    public static Rows<FigureRow> read(Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        FigureReader reader = new FigureReader();
        try (RowFile rows = RowFile.open(file, COLUMNS)) {
            return rows.readAll(row -> {
                FigureRow read = reader.row(row);
                String id = read.figure().id();
                if (!ids.add(id)) {
                    throw new RowException("id", Label.of("Figure id must be given once: " + id, "数字编号不得重复:" + id));
                }
                return read;
            });
        }
    }

    /**
     * Reads a row.
     *
     * @param row the row
     * @return the figure
     * @throws RowException if it cannot be read
     */
    public static FigureRow figure(Row row) {
        return new FigureReader().row(row);
    }

    private FigureRow row(Row row) {
        row.requireWhole();
        Figure figure = figure(RelationReader.required(row, "id"), row);
        List<Label> notes = new ArrayList<>(0);
        String word = row.text("qualifier");
        if (words.of(word).isEmpty()) {
            notes.add(QualifierCells.unknown("qualifier", word));
        }
        String unit = row.text("unit");
        if (!unit.isEmpty() && units.of(unit).unit().isOpaque()) {
            notes.add(UnitCells.opaque(unit));
        }
        return new FigureRow(figure, notes.stream().map(row::note).toList());
    }

    private Figure figure(String id, Row row) {
        String published = row.text("as_published");
        Optional<PrintedNumber> printed = MissingSigns.contains(published)
                ? Optional.empty()
                : Optional.of(printed(published, row.text("unit"), row.text("qualifier")));
        Source source = sources.of(row.text("source").isEmpty() ? "source" : row.text("source"));
        try {
            Figure.Builder figure = Figure.builder()
                    .id(id)
                    .subject(Subject.of(id, row.name(id)))
                    .indicator(INDICATOR)
                    .period(periods.of(row.text("time")))
                    .status(Status.OBSERVED)
                    .source(source)
                    .locator(source.title().en());
            printed.ifPresent(figure::printed);
            if (!published.isEmpty()) {
                // of many figures the digits are all there is, and one text for both is enough
                figure.asPublished(printed.map(PrintedNumber::digits)
                        .filter(published::equals)
                        .orElse(published));
            }
            return figure.build();
        } catch (IllegalArgumentException e) {
            throw new RowException("id", e);
        }
    }

    private static Source source(String text) {
        // a code has 100 characters at most, of which some take two places in a text
        String code = text.replaceAll("[^\\p{L}\\p{Nd}._-]", "_").replaceFirst("^(.{100}).+", "$1");
        return Source.of(code, Label.same(text), Label.same(text), LocalDate.EPOCH);
    }

    private PrintedNumber printed(String published, String unit, String qualifier) {
        PrintedNumber number;
        try {
            number = unit.isEmpty()
                    ? FigureFormat.english().parse(published)
                    : FigureFormat.english().parse(published, units.of(unit));
        } catch (IllegalArgumentException e) {
            throw UnitCells.unread("as_published", e, "须为印出的数字,如 2388亿元、超30%、50名左右:" + published);
        }
        // a figure without a unit counts pieces
        if (unit.isEmpty() && number.unit().equals(Unit.NUMBER)) {
            number = number.with(Unit.count("items"));
        }
        // a word that is not known does not keep the number from being read
        Qualifier said = words.of(qualifier).orElse(Qualifier.NONE);
        return number.qualifier() == Qualifier.NONE ? number.with(said) : number;
    }

    /** The time of a figure; words that name no years for certain leave it undated. */
    private static ReferencePeriod period(String time) {
        if (time.isEmpty()) {
            return ReferencePeriod.undated();
        }
        if (PeriodFormat.isAbout(time)) {
            return ReferencePeriod.undated().stated(time); // around 2030 is no year to count steps from
        }
        try {
            return PeriodFormat.parse(time);
        } catch (IllegalArgumentException e) {
            return ReferencePeriod.undated().stated(time);
        }
    }
}
