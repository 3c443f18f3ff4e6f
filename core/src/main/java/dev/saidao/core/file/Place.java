package dev.saidao.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an output really goes, links followed.
 *
 * @param path the file that is replaced or, of a stream, written to
 * @param isStream whether it is a pipe or a device, which cannot be replaced
 */
record Place(Path path, boolean isStream) {

    // as many as systems follow
    private static final int MOST_LINKS = 40;

    // what an open file of a process is called, such as /dev/stdout: replacing it would miss whoever opened it
    private static final String OPEN_FILES = "/proc";

    /** The place of a file, after checks of what is there already. */
    static Place of(Path file) throws OutputException {
        try {
            Path at = file.toAbsolutePath();
            for (int links = 0; links <= MOST_LINKS; links++) {
                Path folder = at.getParent();
                if (folder == null) {
                    throw new OutputException(OutputProblem.IS_FOLDER, file);
                }
                folder = requireFolder(folder).toRealPath();
                at = folder.resolve(at.getFileName());
                if (at.startsWith(OPEN_FILES)) {
                    return new Place(file, true);
                }
                if (!Files.isSymbolicLink(at)) {
                    return checked(at, folder, file);
                }
                at = at.resolveSibling(Files.readSymbolicLink(at));
            }
        } catch (IOException e) {
            throw OutputException.of(e, file);
        }
        throw new OutputException(OutputProblem.LINKS_IN_A_CIRCLE, file);
    }

    /** Refuses a folder that is not there and cannot be made. */
    static void requireRoomFor(Path folder) throws OutputException {
        @Nullable Path above = folder.toAbsolutePath().normalize();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        requireWritable(requireFolder(above == null ? folder : above));
    }

    private static Place checked(Path path, Path folder, Path file) throws OutputException {
        if (Files.isDirectory(path)) {
            throw new OutputException(OutputProblem.IS_FOLDER, file);
        }
        boolean exists = Files.exists(path);
        if (exists && !Files.isWritable(path)) {
            throw new OutputException(OutputProblem.FILE_NOT_WRITABLE, file);
        }
        boolean isStream = exists && !Files.isRegularFile(path);
        if (!isStream) {
            requireWritable(folder);
        }
        return new Place(path, isStream);
    }

    private static Path requireFolder(Path folder) throws OutputException {
        if (!Files.exists(folder)) {
            throw new OutputException(OutputProblem.FOLDER_MISSING, folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new OutputException(OutputProblem.IS_FILE, folder);
        }
        return folder;
    }

    private static void requireWritable(Path folder) throws OutputException {
        if (!Files.isWritable(folder)) {
            throw new OutputException(OutputProblem.FOLDER_NOT_WRITABLE, folder);
        }
    }
}
