package dev.saidao.core.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.saidao.core.convention.Label;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in both languages why a file is no CSV, where the reader of CSV files says it in one. */
final class CsvFault {

    // digits are those of the language that Java runs in
    private static final Pattern LINE = Pattern.compile("(?:started in|starting at) line (\\p{Nd}+)");

    private record Kind(Pattern said, Function<String, Object> value, String en, String zh) {}

    // the first that fits is said: a quotation mark that goes wrong is why a field is too long
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Pattern.compile("after closing quote: '(?s:(.))'"),
                    String::valueOf,
                    "behind a closing quotation mark must stand a separator or the end of the line: %s",
                    "右引号之后须为分隔符或行尾:%s"),
            new Kind(
                    Pattern.compile("(Unclosed quot)"),
                    String::valueOf,
                    "quotation mark must be closed before the file ends",
                    "引号须在文件结束前闭合"),
            new Kind(
                    Pattern.compile("buffer size of (\\p{Nd}+)"),
                    Long::valueOf,
                    "field must have at most %s characters; often a quotation mark opens and does not close",
                    "字段须不超过%s个字符;常因引号未闭合"),
            new Kind(
                    Pattern.compile("more than (\\p{Nd}+) fields"),
                    Long::valueOf,
                    "line must have at most %s fields",
                    "一行须不超过%s个字段"));

    private CsvFault() {}

    /** Of a reader that was given a file from behind a number of lines on. */
    static TableException of(String file, long before, CsvParseException fault) {
        String said = fault.getMessage()
                + (fault.getCause() == null ? "" : " (" + fault.getCause().getMessage() + ")");
        Matcher line = LINE.matcher(said);
        String where = line.find() ? file + ":" + (before + Long.parseLong(line.group(1))) : file;
        for (Kind kind : KINDS) {
            Matcher matcher = kind.said().matcher(said);
            if (matcher.find()) {
                Object value = kind.value().apply(matcher.group(1));
                return new TableException(
                        Label.of(
                                where + ": File must be CSV: " + String.format(Locale.ROOT, kind.en(), value),
                                where + ": 文件须为 CSV:" + String.format(Locale.ROOT, kind.zh(), value)),
                        fault);
            }
        }
        return new TableException(Label.of(file + ": File must be CSV: " + said, file + ": 文件须为 CSV:" + said), fault);
    }
}
