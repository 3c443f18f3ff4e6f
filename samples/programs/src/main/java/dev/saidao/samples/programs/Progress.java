package dev.saidao.samples.programs;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far long work is, on a terminal only. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long INTERVAL_NANOS = 200_000_000;

    private final PrintWriter terminal;
    private final boolean shown;
    private final long total;
    private long next = System.nanoTime() + INTERVAL_NANOS;
    private boolean drawn;

    /** Measures work by a total that may be unknown (0), such as the bytes of a file. */
    Progress(PrintWriter terminal, long total) {
        this.terminal = terminal;
        this.total = total;
        this.shown = isTerminal();
    }

    void at(long done, long rows) {
        if (!shown || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + INTERVAL_NANOS;
        drawn = true;
        double part = total <= 0 ? 0 : Math.min(1, (double) done / total);
        int filled = (int) (part * WIDTH);
        terminal.printf(
                Locale.ROOT,
                "\r[%s%s] %3d%% %,d rows",
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                (int) (100 * part),
                rows);
        terminal.flush();
    }

    @Override
    public void close() {
        if (drawn) {
            terminal.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            terminal.flush();
        }
    }

    /** Whether somebody watches: a console that is, on JDK 22 and later, a terminal as well. */
    @SuppressWarnings("SystemConsoleNull") // asked for on 17 to 21; later ones are asked isTerminal
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }
}
