package dev.saidao.samples.programs;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.table.Row;
import dev.saidao.core.text.FigureParseException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads wordings of figures, heads of columns and periods, and says what they mean. */
@Command(name = "parse", description = "Reads wordings of figures, units and periods.", mixinStandardHelpOptions = true)
final class ParseProgram implements Callable<Integer> {

    @Parameters(
            descriptionKey = "input",
            paramLabel = "WORDINGS.csv",
            description = "columns id,kind,text,unit,published; kind is figure, unit or period")
    private @Nullable Path wordings;

    @Mixin
    private ResultFile out = new ResultFile();

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws IOException {
        int[] refused = new int[1];
        out.output(console).write(writer -> refused[0] = parseAll(writer));
        return console.status(refused[0]);
    }

    private int parseAll(Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        CsvInput input = new CsvInput(
                Objects.requireNonNull(wordings), console.err(), console.language(), List.of("id", "kind", "text"));
        int[] unread = new int[1];
        int refused = input.forEach(header -> csv.writeRecord(ParsedWording.COLUMNS), row -> {
            ParsedWording parsed = parsed(row);
            unread[0] += parsed.isError() ? 1 : 0;
            csv.writeRecord(parsed.fields(row.text("id")));
        });
        csv.flush();
        return refused + unread[0];
    }

    private ParsedWording parsed(Row row) {
        try {
            return ParsedWording.of(row.text("kind"), row.text("text"), row.text("unit"), row.text("published"));
        } catch (FigureParseException e) {
            return ParsedWording.error(e.label().in(console.language().locale()));
        } catch (IllegalArgumentException e) {
            return ParsedWording.error(RuleTexts.label(String.valueOf(e.getMessage()))
                    .in(console.language().locale()));
        }
    }
}
