package dev.saidao.core.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an output cannot be written. It says which one and why, in English and Chinese.
 *
 * @since 0.1
 */
public final class OutputException extends IOException {

    private static final long serialVersionUID = 1L;

    // the kind of file in the mode of a Unix system
    private static final int KIND = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    /** Why it cannot be written. */
    private final OutputProblem problem;

    /** What the problem is about. */
    private final String file;

    OutputException(OutputProblem problem, Path file) {
        this(problem, file, null);
    }

    private OutputException(OutputProblem problem, Path file, @Nullable IOException cause) {
        super(cause);
        this.problem = problem;
        this.file = file.toString();
    }

    /**
     * Finds out what a failure to write means.
     *
     * @param failure what the system threw
     * @param file the output
     * @return the failure in words of this library
     */
    public static OutputException of(IOException failure, Path file) {
        if (failure instanceof OutputException known) {
            return known;
        }
        OutputProblem problem = problem(failure, file);
        Path folder = file.toAbsolutePath().getParent();
        return problem == OutputProblem.FOLDER_NOT_WRITABLE && folder != null
                ? new OutputException(problem, folder, failure)
                : new OutputException(problem, file, failure);
    }

    /** {@return why it cannot be written} */
    public OutputProblem problem() {
        return problem;
    }

    /** {@return the file or folder that the problem is about} */
    public String file() {
        return file;
    }

    /**
     * Says it to a reader.
     *
     * @param locale the reader's language; Chinese, or English for every other one
     * @return one line
     */
    public String message(Locale locale) {
        String rule = problem.rule().in(locale) + ": " + file;
        return problem == OutputProblem.OTHER && getCause() instanceof IOException cause
                ? rule + " (" + words(cause) + ")"
                : rule;
    }

    @Override
    public String getMessage() {
        return message(Locale.ENGLISH);
    }

    private static OutputProblem problem(IOException failure, Path file) {
        String words = words(failure);
        if (words.contains("No space left") || words.contains("quota exceeded") || isFull(file)) {
            return OutputProblem.NO_SPACE;
        }
        if (words.contains("Broken pipe") || isPipe(file)) {
            return OutputProblem.PIPE_CLOSED;
        }
        return failure instanceof AccessDeniedException || words.contains("Read-only file system")
                ? OutputProblem.FOLDER_NOT_WRITABLE
                : OutputProblem.OTHER;
    }

    /** What the system said, without the name of the file. */
    private static String words(IOException failure) {
        String words = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return words == null ? failure.getClass().getSimpleName() : words;
    }

    // the words of a system may be of its own language, so its state is asked as well

    private static boolean isFull(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null
                    && Files.isDirectory(folder)
                    && Files.getFileStore(folder).getUsableSpace() == 0
                    && Files.getFileStore(folder).getTotalSpace() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPipe(Path file) {
        try {
            int kind = (Integer) Files.getAttribute(file, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
