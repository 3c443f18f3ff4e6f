package dev.saidao.samples.programs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The running text of a page.
 *
 * @param text the text
 * @param published the day of publication, if the page says it
 */
record PageText(String text, Optional<LocalDate> published) {

    /** More than any report has; a file that unfolds to more is refused. */
    private static final int MOST_CHARACTERS = 20_000_000;

    private static final int MOST_PAGES = 5_000;

    /** Of what the sheets of a PDF show, unpacked. */
    private static final long MOST_BYTES = 200_000_000;

    private static final int LONG_LINE = 24;

    static PageText of(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return new PageText(ofPdf(file), Optional.empty());
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            try (InputStream stream = Files.newInputStream(file)) {
                return ofHtml(Jsoup.parse(stream, null, ""));
            }
        }
        return new PageText(decoded(Files.readAllBytes(file)), Optional.empty());
    }

    static PageText of(InputStream stream) throws IOException {
        return new PageText(decoded(stream.readAllBytes()), Optional.empty());
    }

    /** UTF-8, or else what Chinese offices write. */
    private static String decoded(byte[] bytes) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new IOException("Page must have at most " + MOST_CHARACTERS + " characters: " + text.length());
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    // ---- HTML ----

    static PageText ofHtml(Document page) {
        Optional<LocalDate> published = published(page);
        page.select("script, style, noscript, template, nav, footer, aside, form, svg, head > *:not(title)")
                .remove();
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            append(text, words.text());
                        } else if (node instanceof Element element
                                && (element.isBlock() || element.tagName().equals("br"))) {
                            line(text);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            if (element.tagName().equals("td")
                                    || element.tagName().equals("th")) {
                                append(text, " ");
                            } else if (element.isBlock()) {
                                line(text);
                            }
                        }
                    }
                },
                page.body());
        return new PageText(text.toString().strip() + "\n", published);
    }

    private static void append(StringBuilder text, String words) {
        boolean atStart =
                text.isEmpty() || text.charAt(text.length() - 1) == '\n' || text.charAt(text.length() - 1) == ' ';
        text.append(atStart ? words.stripLeading() : words);
    }

    private static void line(StringBuilder text) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static Optional<LocalDate> published(Document page) {
        for (String query : new String[] {
            "meta[property=article:published_time]",
            "meta[name=publishdate]",
            "meta[name=PubDate]",
            "meta[name=date]",
            "time[datetime]"
        }) {
            Element element = page.selectFirst(query);
            String date =
                    element == null ? "" : element.attr(element.tagName().equals("time") ? "datetime" : "content");
            if (date.length() >= 10) {
                try {
                    return Optional.of(LocalDate.parse(date.substring(0, 10)));
                } catch (DateTimeParseException e) {
                    // the next one may be a date
                }
            }
        }
        return Optional.empty();
    }

    // ---- PDF ----

    private static String ofPdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new IOException(
                        "Page must have at most " + MOST_PAGES + " sheets: " + document.getNumberOfPages());
            }
            requireFolded(document);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            StringWriter text = new StringWriter();
            stripper.writeText(document, new Limited(text));
            return joined(text.toString());
        }
    }

    /** Counts what the sheets show when unpacked, a block at a time, since the reader unpacks a sheet whole. */
    private static void requireFolded(PDDocument document) throws IOException {
        long unfolded = 0;
        byte[] block = new byte[1 << 16];
        for (PDPage sheet : document.getPages()) {
            Iterator<PDStream> streams = sheet.getContentStreams();
            while (streams.hasNext()) {
                COSStream stream = streams.next().getCOSObject();
                try (InputStream unpacked = new InflaterInputStream(stream.createRawInputStream())) {
                    for (int read = unpacked.read(block); read >= 0; read = unpacked.read(block)) {
                        unfolded += read;
                        if (unfolded > MOST_BYTES) {
                            throw new IOException("Page must unfold to at most " + MOST_BYTES + " bytes");
                        }
                    }
                } catch (ZipException | EOFException e) {
                    unfolded += stream.getLength(); // not packed so, or cut off: the reader takes what there is
                }
            }
        }
    }

    /** A writer that takes no more than a page can have. */
    private static final class Limited extends Writer {

        private final StringWriter text;

        Limited(StringWriter text) {
            this.text = text;
        }

        @Override
        public void write(char[] characters, int start, int length) throws IOException {
            if (text.getBuffer().length() + length > MOST_CHARACTERS) {
                throw new IOException("Page must have at most " + MOST_CHARACTERS + " characters");
            }
            text.write(characters, start, length);
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Joins the lines of a sheet to paragraphs: a long line without an end mark goes on in the next. */
    static String joined(String lines) {
        StringBuilder text = new StringBuilder();
        String[] all = lines.split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            String line = all[i].strip();
            text.append(line);
            String next = i + 1 < all.length ? all[i + 1].strip() : "";
            boolean goesOn = line.length() >= LONG_LINE
                    && !next.isEmpty()
                    && "。.!?！？:：;；”\"".indexOf(line.charAt(line.length() - 1)) < 0;
            if (!goesOn) {
                text.append('\n');
            } else if (line.charAt(line.length() - 1) < 0x2e80) {
                text.append(' ');
            }
        }
        return text.toString().replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }
}
