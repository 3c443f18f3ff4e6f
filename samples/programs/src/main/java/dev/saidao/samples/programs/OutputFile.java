package dev.saidao.samples.programs;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written beside its place and moved there when it is whole, so that nobody ever sees half of it. */
final class OutputFile {

    private OutputFile() {}

    /** What writes the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            // a pipe or a device is written to, not replaced
            try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.WRITE)) {
                content.writeTo(writer);
            } catch (FileSystemException e) {
                throw e;
            } catch (IOException e) {
                throw new FileSystemException(file.toString(), null, e.getMessage());
            }
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(beside)) {
                content.writeTo(writer);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // a full disk does not say which file it is about
            throw new FileSystemException(file.toString(), null, e.getMessage());
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
