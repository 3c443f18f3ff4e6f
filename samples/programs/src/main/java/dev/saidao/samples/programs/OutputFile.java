package dev.saidao.samples.programs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that is written beside its place and moved there when it is whole, so that nobody ever sees half of it. */
final class OutputFile {

    // large files are written in large pieces
    private static final int BUFFER = 1 << 17;

    private OutputFile() {}

    /** What writes the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        // a pipe or a device is written to, not replaced
        boolean stream = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
        try {
            if (stream) {
                fill(FileChannel.open(file, StandardOpenOption.WRITE), content);
            } else {
                replace(file, content);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // a full disk does not say which file it is about
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    /** Writes to a file, or where there is none to what is written to otherwise. */
    static void write(@Nullable Path file, Writer otherwise, Content content) throws IOException {
        if (file != null) {
            write(file, content);
        } else {
            content.writeTo(otherwise);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            fill(
                    FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE),
                    content);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void fill(FileChannel channel, Content content) throws IOException {
        try (channel;
                Writer writer =
                        new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), BUFFER))) {
            content.writeTo(writer);
        }
    }
}
