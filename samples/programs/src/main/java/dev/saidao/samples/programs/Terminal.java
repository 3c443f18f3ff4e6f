package dev.saidao.samples.programs;

import dev.saidao.core.file.OutputException;
import dev.saidao.core.file.OutputProblem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Standard output or standard error in UTF-8, which remembers why it could not be written. */
final class Terminal extends PrintWriter {

    private final Remembering stream;

    private Terminal(Remembering stream) {
        super(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
        this.stream = stream;
    }

    static Terminal of(FileDescriptor descriptor) {
        return new Terminal(new Remembering(descriptor));
    }

    /** Why standard output could not be written. */
    OutputProblem problem() {
        return stream.failure == null
                ? OutputProblem.OTHER
                : OutputException.of(stream.failure, Path.of("/dev/stdout")).problem();
    }

    private static final class Remembering extends FilterOutputStream {

        private @Nullable IOException failure;

        Remembering(FileDescriptor descriptor) {
            super(new FileOutputStream(descriptor));
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            try {
                out.write(bytes, start, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
