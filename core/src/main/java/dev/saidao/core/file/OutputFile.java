package dev.saidao.core.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file to be written in UTF-8, whole or not at all.
 *
 * <ul>
 *   <li>What can be known beforehand is checked before, so that no work is done in vain.
 *   <li>The text goes into a new file beside the output, which takes its place when it is whole. Until then an older file stays
 *       as it is and can be read, even by what writes the new one. Of two runs at once, one wins whole.
 *   <li>If the run fails or is interrupted, the older file stays and the new one is removed. Only a run that is killed outright
 *       leaves it, as {@code .saidao-….tmp}. What replaces an older file is on the disk before it does, so that a power failure
 *       leaves one of the two.
 *   <li>A link stays a link: its target is replaced. Permissions, owner and group of an older file are kept as far as they can be.
 *   <li>Pipes, terminals and other devices, {@code /dev/stdout} among them, are written to directly.
 * </ul>
 *
 * @since 0.1
 */
public final class OutputFile {

    // large files are written in large pieces
    private static final int BUFFER = 1 << 17;

    private final Path file;
    private final @Nullable Path folderToMake;

    private OutputFile(Path file, @Nullable Path folderToMake) {
        this.file = file;
        this.folderToMake = folderToMake;
    }

    /**
     * What a file is to hold.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes it.
         *
         * @param writer where to; it need not be closed
         * @throws IOException if the content cannot be had, or if the writer throws it
         */
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Returns a file to be written, after a look at its place.
     *
     * @param file where it is to be
     * @return the file
     * @throws OutputException if it is a folder or not writable, or if its folder is missing, no folder or not writable
     */
    public static OutputFile at(Path file) throws OutputException {
        Place.of(file);
        return new OutputFile(file, null);
    }

    /**
     * Returns a file to be written into a folder that need not be there yet, after a look at its place.
     *
     * @param folder the folder, made with those above it when the file is written
     * @param name the name of the file in it
     * @return the file
     * @throws OutputException if it is a folder or not writable, or if the folder is no folder, not writable, or cannot be made
     */
    public static OutputFile in(Path folder, String name) throws OutputException {
        Path file = folder.resolve(name);
        if (Files.exists(folder)) {
            Place.of(file);
        } else {
            Place.requireRoomFor(folder);
        }
        return new OutputFile(file, folder);
    }

    /** {@return where it is to be} */
    public Path path() {
        return file;
    }

    /**
     * Writes the file.
     *
     * @param content what it is to hold
     * @throws OutputException if it cannot be written
     * @throws IOException if the content cannot be had
     */
    public void write(Content content) throws IOException {
        if (folderToMake != null) {
            make(folderToMake);
        }
        Place place = Place.of(file);
        if (place.isStream()) {
            try (FileChannel channel = stream(place.path())) {
                fill(channel, content);
            }
            return;
        }
        try (TemporaryFile beside = TemporaryFile.beside(place.path(), file)) {
            fill(beside.channel(), content);
            beside.takePlace();
        }
    }

    private void make(Path folder) throws OutputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw OutputException.of(e, file);
        }
    }

    /** A pipe or a device; what it may hold already, as a file behind standard output may, is kept. */
    private FileChannel stream(Path path) throws OutputException {
        try {
            return FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw OutputException.of(e, file);
        }
    }

    private void fill(FileChannel channel, Content content) throws IOException {
        Writer writer = new BufferedWriter(
                Channels.newWriter(new Guarded(channel, file), StandardCharsets.UTF_8.newEncoder(), BUFFER));
        content.writeTo(writer);
        writer.flush();
    }

    /** Says of a failure to write which file it is about, so that it is not taken for one to read. */
    private record Guarded(FileChannel channel, Path file) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            try {
                return channel.write(bytes);
            } catch (IOException e) {
                throw OutputException.of(e, file);
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // whoever opened the channel closes it
        }
    }
}
