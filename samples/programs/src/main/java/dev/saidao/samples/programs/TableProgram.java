package dev.saidao.samples.programs;

import dev.saidao.core.table.ObservationStatus;
import dev.saidao.core.table.StatisticalTable;
import dev.saidao.core.table.TableObservation;
import dev.saidao.core.table.TableReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a statistical table of any maker into one form: a row for each value. */
@Command(
        name = "table",
        description = "Reads a statistical table of any maker and writes its values one by one.",
        mixinStandardHelpOptions = true)
final class TableProgram implements Callable<Integer> {

    @Parameters(
            descriptionKey = "input",
            paramLabel = "FILE",
            description = "CSV of any separator and encoding, or .xlsx")
    private @Nullable Path file;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "the sheet of a workbook; the first with a table if absent")
    private @Nullable String sheet;

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        PrintWriter errors = console.err();
        Output output = out.output(console);
        TableReader reader = TableReader.withDefaults();
        StatisticalTable table = (sheet == null ? reader : reader.withSheet(sheet)).read(Objects.requireNonNull(file));
        errors.println(table.dialect().in(console.language().locale()));
        table.notes().forEach(note -> errors.println(note.in(console.language().locale())));
        table.failures()
                .forEach(failure -> errors.println(failure.in(console.language().locale())));
        output.write(writer -> write(table, writer));
        return console.status(table.failures().size());
    }

    private static void write(StatisticalTable table, Writer writer) throws IOException {
        writer.write("series,time,value,unit,multiplier,status,flag\n");
        CsvText csv = new CsvText();
        int rows = 0;
        for (TableObservation observation : table.observations()) {
            csv.field(observation.series().name())
                    .field(observation.time())
                    .plain(observation
                            .value()
                            .map(value -> value.toPlainString())
                            .orElse(""))
                    .field(observation.series().unit())
                    .plain(observation.series().multiplier().toPlainString())
                    .plain(
                            observation.status() == ObservationStatus.A
                                    ? ""
                                    : observation.status().name())
                    .field(observation.flag())
                    .endRow();
            if (++rows % 1_000 == 0) {
                writer.write(csv.toString());
                csv.clear();
            }
        }
        writer.write(csv.toString());
    }
}
