package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputException;
import dev.saidao.core.file.OutputFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the result of a program goes: into a file, or else to the terminal. */
final class Output {

    private static final int BUFFER = 1 << 16;

    private final @Nullable OutputFile file;
    private final PrintWriter terminal;
    private final boolean isAlone;

    private Output(@Nullable OutputFile file, PrintWriter terminal, boolean isAlone) {
        this.file = file;
        this.terminal = terminal;
        this.isAlone = isAlone;
    }

    /** Looks at the place of the file, so that nothing is computed that cannot be written. */
    static Output of(@Nullable Path file, PrintWriter terminal) throws OutputException {
        return new Output(file == null ? null : OutputFile.at(file), terminal, true);
    }

    /** Another output is to be written besides, even if nobody reads the terminal any more. */
    Output besideOthers() {
        return new Output(file, terminal, false);
    }

    void write(OutputFile.Content content) throws IOException {
        if (file != null) {
            file.write(content);
            return;
        }
        Writer writer = new BufferedWriter(isAlone ? new Watched(terminal) : terminal, BUFFER);
        content.writeTo(writer);
        writer.flush();
    }

    /** Thrown where nobody takes what the terminal is given, so that nothing more is computed; the terminal knows why. */
    static final class UnreadException extends IOException {

        private static final long serialVersionUID = 1L;

        UnreadException() {
            super("Output must be read to its end: standard output");
        }
    }

    /** The terminal, which fails by itself in silence. */
    private static final class Watched extends Writer {

        private final PrintWriter terminal;

        Watched(PrintWriter terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(char[] text, int start, int length) throws IOException {
            terminal.write(text, start, length);
            flush();
        }

        @Override
        public void flush() throws IOException {
            if (terminal.checkError()) {
                throw new UnreadException();
            }
        }

        @Override
        public void close() {
            // the terminal stays
        }
    }
}
