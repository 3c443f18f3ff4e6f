package dev.saidao.core.table;

import dev.saidao.core.convention.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses workbooks that would take without end of time or memory to read: those that unpack to far more than they are, and
 * those with cells that no sheet has, such as one in column ZZZZZZ, a number of a million digits, a text that the workbook does
 * not hold.
 */
final class WorkbookLimits {

    /** How many elements may stand in each other; those of a sheet are a handful. */
    private static final int MOST_DEEP = 100;

    private static final long MOST_BYTES = 1L << 29;
    private static final long SMALL = 1L << 24;
    private static final int MOST_RATIO = 200;
    /** Columns and rows of a sheet, and characters of a cell. */
    private static final int MOST_COLUMNS = 16_384;

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_CHARACTERS = 32_767;
    /** Cells up to the last one of each row, and characters of formulas that are written once for many cells. */
    private static final long MOST_CELLS = 1L << 26;

    private static final long MOST_FORMULA = 1L << 28;
    private static final int MOST_DIGITS = 400;
    private static final Pattern NUMBER = Pattern.compile("[^eE]*(?:[eE][+-]?\\d{1,3})?");

    private final Path file;
    private int depth;
    private int strings;
    private long cells;
    private long formulas;
    private int column;
    private int last;
    private String type = "";
    private @Nullable String formula;
    private final Map<String, Integer> formulaLengths = new HashMap<>();

    private WorkbookLimits(Path file) {
        this.file = file;
    }

    /**
     * Refuses a workbook beyond the limits.
     *
     * @return whether it has formats of cells
     */
    static boolean require(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            WorkbookLimits limits = new WorkbookLimits(file);
            List<ZipEntry> parts = limits.modestParts(zip);
            for (ZipEntry part : parts) {
                limits.read(zip, part, "sst");
            }
            for (ZipEntry part : parts) {
                limits.read(zip, part, "worksheet");
            }
            return parts.stream().anyMatch(part -> part.getName().endsWith("styles.xml"));
        }
    }

    /** The parts in XML, when all unpack to little enough. */
    private List<ZipEntry> modestParts(ZipFile zip) throws IOException {
        List<ZipEntry> parts = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().startsWith("xl/media/")) {
                continue;
            }
            long unpacked = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    boolean bomb = unpacked > SMALL && unpacked / MOST_RATIO > Math.max(1, entry.getCompressedSize());
                    if (bomb || total + unpacked > MOST_BYTES) {
                        throw TableException.of(
                                file.toString(),
                                "Workbook must not unpack to so much more than it is: " + entry.getName(),
                                "工作簿解压后过大:" + entry.getName());
                    }
                }
            }
            total += unpacked;
            if (!entry.isDirectory() && !entry.getName().endsWith(".bin")) {
                parts.add(entry);
            }
        }
        return parts;
    }

    private void read(ZipFile zip, ZipEntry part, String root) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // newer JDKs have a limit of their own; ours is reached first, and said in both languages
        factory.setProperty("jdk.xml.maxElementDepth", 2 * MOST_DEEP);
        depth = 0;
        try (InputStream in = zip.getInputStream(part)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext() && next(xml) != XMLStreamConstants.START_ELEMENT) {
                // what stands before the root
            }
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(root)) {
                boolean at = false;
                while (at || xml.hasNext()) {
                    int event = at ? xml.getEventType() : next(xml);
                    at = event == XMLStreamConstants.START_ELEMENT && element(xml);
                }
            }
            endRow();
            xml.close();
        } catch (XMLStreamException e) {
            // another reader might go on where this one stops, and so pass over the limits
            if (part.getName().endsWith(".xml")) {
                // what the parser says is in the language of the virtual machine
                String where = part.getName() + ":" + e.getLocation().getLineNumber();
                throw new TableException(
                        Label.of(
                                file + ": File must be an .xlsx workbook: " + where + " is no XML",
                                file + ": 文件须为 .xlsx 工作簿:" + where + " 不是 XML"),
                        e);
            }
        }
    }

    private int next(XMLStreamReader xml) throws XMLStreamException, TableException {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (depth > MOST_DEEP) {
            throw refused("elements in each other", "元素嵌套层数", MOST_DEEP, depth);
        }
        return event;
    }

    /** Reads an element; true if the beginning of another one in it is to be read next. */
    private boolean element(XMLStreamReader xml) throws XMLStreamException, TableException {
        switch (xml.getLocalName()) {
            case "si" -> strings++;
            case "row" -> endRow();
            case "c" -> {
                type = attribute(xml, "t");
                column = columnOf(attribute(xml, "r"));
                last = Math.max(last, column);
            }
            case "f" -> {
                formula = attribute(xml, "t").equals("shared") ? attribute(xml, "si") : null;
                return text(xml);
            }
            case "v", "t" -> {
                return text(xml);
            }
            default -> {
                // says nothing of a cell
            }
        }
        return false;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void endRow() throws TableException {
        cells += last;
        last = 0;
        column = 0;
        if (cells > MOST_CELLS) {
            throw refused("cells up to the last one of each row", "各行末列之前的单元格数", MOST_CELLS, cells);
        }
    }

    /** The column of a cell such as C12, from 1; the next one if it does not say where it is. */
    private int columnOf(String place) throws TableException {
        if (place.isEmpty()) {
            return column + 1;
        }
        int of = 0;
        int row = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = Character.toUpperCase(place.charAt(i));
            if (c >= 'A' && c <= 'Z') {
                of = Math.min(MOST_COLUMNS + 1, 26 * of + c - 'A' + 1);
            } else if (c >= '0' && c <= '9') {
                row = Math.min(MOST_ROWS + 1, 10 * row + c - '0');
            }
        }
        if (of < 1 || of > MOST_COLUMNS || row < 1 || row > MOST_ROWS) {
            String shown = Row.shortened(place);
            throw TableException.of(
                    file.toString(),
                    "Cell must be one of A1 to XFD1048576: " + shown,
                    "单元格须在 A1 至 XFD1048576 之间:" + shown);
        }
        return of;
    }

    private boolean text(XMLStreamReader xml) throws XMLStreamException, TableException {
        String of = xml.getLocalName();
        StringBuilder text = new StringBuilder();
        int event = next(xml);
        while (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.COMMENT) {
            if (event != XMLStreamConstants.COMMENT) {
                text.append(xml.getText());
            }
            if (text.length() > MOST_CHARACTERS) {
                throw refused("characters of a cell", "单元格字符数", MOST_CHARACTERS, text.length());
            }
            event = next(xml);
        }
        switch (of) {
            case "v" -> value(text.toString().strip());
            case "f" -> formula(text.length());
            default -> {
                // any text that is short enough
            }
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private void value(String text) throws TableException {
        boolean number = type.isEmpty() || type.equals("n");
        if (number && (text.length() > MOST_DIGITS || !NUMBER.matcher(text).matches())) {
            String shown = Row.shortened(text);
            throw TableException.of(
                    file.toString(),
                    "Number of a cell must be one that a sheet can hold: " + shown,
                    "单元格数值超出工作表范围:" + shown);
        }
        if (type.equals("s") && !(text.matches("\\d{1,9}") && Integer.parseInt(text) < strings)) {
            throw TableException.of(
                    file.toString(),
                    "Text of a cell must be one of the " + strings + " that the workbook holds: " + Row.shortened(text),
                    "单元格文本序号超出工作簿的 " + strings + " 条文本:" + Row.shortened(text));
        }
    }

    private void formula(int length) throws TableException {
        if (formula != null) {
            formulas += length > 0 ? length : formulaLengths.getOrDefault(formula, 0);
            if (length > 0) {
                formulaLengths.put(formula, length);
            }
        }
        if (formulas > MOST_FORMULA) {
            throw refused("characters of shared formulas", "共享公式字符数", MOST_FORMULA, formulas);
        }
    }

    private TableException refused(String what, String inChinese, long most, long found) {
        return TableException.of(
                file.toString(),
                "Workbook must have at most " + most + " " + what + ": " + found,
                "工作簿" + inChinese + "不得超过 " + most + ":" + found);
    }
}
