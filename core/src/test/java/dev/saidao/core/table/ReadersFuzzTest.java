package dev.saidao.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.quantity.Unit;
import dev.saidao.core.text.DecimalSign;
import dev.saidao.core.text.FigureFormat;
import dev.saidao.core.text.FigureParseException;
import dev.saidao.core.text.FigureReading;
import dev.saidao.core.text.PeriodFormat;
import dev.saidao.core.text.QualifierFormat;
import dev.saidao.core.text.UnitFormat;
import dev.saidao.core.text.UnitHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wordings, heads, times and tables that are changed at random are read or refused by name, without a crash or a hang.
 *
 * <p>A second in every build. A long run, of 600 seconds with another seed each time it is named:
 *
 * <pre>{@code
 * mvn test -pl core -Dtest=ReadersFuzzTest -Dsaidao.fuzz.seconds=600 -Dsaidao.fuzz.seed=1
 * }</pre>
 */
class ReadersFuzzTest {

    private static final long SECONDS = Long.getLong("saidao.fuzz.seconds", 1);
    private static final long SEED = Long.getLong("saidao.fuzz.seed", 20261127);
    /** Of the reader's own time: a machine that is busy with other work makes no reader hang. */
    private static final int PATIENCE_SECONDS = 20;

    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final String LETTERS =
            "0123456789.,' \u00a0%‰()[]/-–—−+~:;|=\"\t\n<>≥约超近万亿兆千百十两半成倍个点年月季度第前上下元美日韩台人家吨瓦"
                    + "$€£¥₹kKmMbBtTeExXaAzZäéñçß년월천만억조円ヶト😀\u0000\uFEFF\uD800";

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);
    private final List<String> wordings = new ArrayList<>();
    private final List<byte[]> tables = new ArrayList<>();
    private volatile String current = "";
    private volatile long since = System.nanoTime();
    private volatile long busySince;
    private volatile Thread readerThread = Thread.currentThread();
    private long texts;
    private long files;

    @Test
    void readers_neitherCrashNorHang() throws Exception {
        loadSeeds();
        ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "reader");
            thread.setDaemon(true);
            readerThread = thread;
            return thread;
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() < end) {
            Future<?> some = reader.submit(this::readSome);
            while (!some.isDone()) {
                watch(some);
            }
        }
        reader.shutdownNow();
        assertThat(texts).isPositive();
        assertThat(files).isPositive();
        System.out.println("fuzz: " + SECONDS + " s, seed " + SEED + ", " + texts + " texts, " + files + " tables");
    }

    /** Waits a little; one text must not take long, however busy the machine is. */
    private void watch(Future<?> some) throws InterruptedException {
        try {
            some.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            long busy = ManagementFactory.getThreadMXBean().getThreadCpuTime(readerThread.getId()) - busySince;
            boolean hangs = busy > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)
                    || System.nanoTime() - since > TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
            if (hangs) {
                e.setStackTrace(readerThread.getStackTrace());
                throw new AssertionError("Reader must not hang: " + current, e);
            }
        } catch (ExecutionException e) {
            throw new AssertionError("Reader must not crash: " + current, e.getCause());
        }
    }

    private void begin(String text) {
        current = shown(text);
        since = System.nanoTime();
        busySince = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void loadSeeds() throws IOException, URISyntaxException {
        Path here = Objects.requireNonNull(path("expected.words").getParent());
        Path words = Objects.requireNonNull(here.getParent()).resolve("text");
        for (String file : List.of("figures.words", "heads.words", "periods.words")) {
            for (String line : Files.readAllLines(words.resolve(file))) {
                wordings.add(line.split(" \\|", 2)[0]);
            }
        }
        try (var cutouts = Files.list(here)) {
            for (Path file : cutouts.sorted().toList()) {
                if (Files.isRegularFile(file)) {
                    tables.add(Files.readAllBytes(file));
                }
            }
        }
    }

    private static Path path(String file) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(ReadersFuzzTest.class.getResource(file)).toURI());
    }

    private void readSome() {
        for (int i = 0; i < 100; i++) {
            String text = changed(one(wordings));
            begin(text);
            readText(text);
            texts++;
        }
        for (int i = 0; i < 2; i++) {
            byte[] bytes = changed(tables.get(random.nextInt(tables.size())));
            begin(new String(bytes, StandardCharsets.ISO_8859_1));
            readTable(bytes);
            files++;
        }
    }

    // ---- what must hold ----

    private void readText(String text) {
        Optional<FigureReading> figure = tried(() -> FigureFormat.english().read(text));
        figure.ifPresent(reading -> assertThat(reading.end()).isEqualTo(text.length()));
        tried(() -> FigureFormat.chinese().withDecimalSign(DecimalSign.COMMA).read(text));
        tried(() -> FigureFormat.english().read(text, Unit.count("persons")));
        FigureFormat.english().at(text, random.nextInt(text.length() + 1));
        tried(() -> PeriodFormat.parse(text));
        tried(() -> PeriodFormat.parse(text, LocalDate.of(2026, 3, 27)));
        QualifierFormat.parse(text);
        tried(() -> UnitFormat.withDefaults().parse(text)).ifPresent(head -> readBesideUnknownWord(text, head));
        tried(() -> UnitFormat.withDefaults().parseOrOpaque(text));
    }

    /** A word that nobody knows beside a head changes no magnitude in silence: it is a name, or the head is refused. */
    private void readBesideUnknownWord(String text, UnitHead head) {
        String unknown = "Qzvx" + (char) ('a' + random.nextInt(26));
        for (String beside : List.of(unknown + " (" + text + ")", text + " " + unknown, unknown + " " + text)) {
            tried(() -> UnitFormat.withDefaults().parse(beside)).ifPresent(other -> {
                boolean same = other.factor().compareTo(head.factor()) == 0;
                if (!same) {
                    throw new AssertionError("Unknown word must not change " + head + " to " + other + ": " + beside);
                }
            });
        }
    }

    private void readTable(byte[] bytes) {
        Path file = directory.resolve("fuzz.csv");
        try {
            Files.write(file, bytes);
            try {
                StatisticalTable table = TableReader.withDefaults().read(file);
                table.observations()
                        .forEach(observation -> assertThat(observation.time()).isNotEmpty());
            } catch (TableException e) {
                assertThat(e.rule().zh()).isNotEmpty();
            }
            try (RowFile rows = RowFile.open(file, List.of("a"))) {
                rows.readAll(row -> row.number(1));
            } catch (TableException e) {
                assertThat(e).hasMessageContaining("fuzz.csv");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read; absent if it was refused by name. */
    private static <T> Optional<T> tried(java.util.function.Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (FigureParseException e) {
            assertThat(e.index()).isBetween(0, e.text().length());
            assertThat(e.label().zh()).isNotEmpty();
            return Optional.empty();
        }
    }

    // ---- changes at random ----

    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), at + random.nextInt(4));
            switch (random.nextInt(6)) {
                case 0 -> changed.insert(at, letter());
                case 1 -> changed.delete(at, to);
                case 2 -> changed.insert(at, one(wordings));
                case 3 -> changed.replace(at, to, String.valueOf(letter()));
                case 4 -> changed.insert(at, changed.substring(at, to).repeat(random.nextInt(40)));
                default -> changed.append(' ').append(one(wordings));
            }
        }
        return changed.toString();
    }

    private byte[] changed(byte[] table) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < table.length; i++) {
            if (table[i] == '\n' || i == table.length - 1) {
                lines.add(java.util.Arrays.copyOfRange(table, start, i + 1));
                start = i + 1;
            }
        }
        for (int i = random.nextInt(4); i > 0 && !lines.isEmpty(); i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                default ->
                    lines.set(
                            at,
                            changed(new String(lines.get(at), StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8));
            }
        }
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private char letter() {
        return random.nextInt(20) == 0
                ? (char) random.nextInt(0x10000)
                : LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .limit(2_000)
                .forEach(c -> shown.append(c < 32 || c > 126 ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return shown.toString();
    }
}
