package dev.saidao.samples.programs;

import dev.saidao.core.table.TableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The programs, by name: {@code java -jar saidao.jar COMMAND}. */
@Command(
        name = "saidao",
        description = "Computes with published figures. 处理公开发布的数字。",
        subcommands = {
            DossierProgram.class,
            GrowthProgram.class,
            AuditProgram.class,
            OnTrackProgram.class,
            TalentProgram.class,
            IndexProgram.class,
            ForecastProgram.class,
            FitProgram.class
        },
        mixinStandardHelpOptions = true,
        version = "saidao 0.1.0")
public final class Main implements Runnable {

    /** Everything was done. */
    static final int DONE = 0;

    /** Some rows were refused, the others done. */
    static final int SOME_ROWS_REFUSED = 1;

    /** The call was wrong, or an input cannot be read or an output not written. */
    static final int FAILED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    /** Created by the command line. */
    public Main() {}

    /**
     * Runs a program and ends the virtual machine with its exit status.
     *
     * @param arguments the name of the program and its arguments
     */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int status = run(out, err, arguments);
        err.flush();
        System.exit(status);
    }

    /**
     * Runs a program.
     *
     * @param out where it prints
     * @param err where it prints messages
     * @param arguments the name of the program and its arguments
     * @return 0 if everything was done, 1 if some rows were refused and the others done, 2 if the call was wrong or a file
     *     cannot be read or written
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int status = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(message(failure, language(parsed)));
                    return FAILED;
                })
                .execute(arguments);
        out.flush();
        if (out.checkError()) {
            err.println("Output must be writable: standard output");
            return FAILED;
        }
        return status;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Command must be given");
        }
    }

    /** The exit status of a program that refused some rows, after saying how many. */
    static int status(int refused, Language language, PrintWriter err) {
        if (refused > 0) {
            err.println(language.text(refused + " rows refused", refused + " 行未处理"));
        }
        return refused > 0 ? SOME_ROWS_REFUSED : DONE;
    }

    private static Language language(ParseResult parsed) {
        ParseResult program = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return program.matchedOptionValue("--lang", Language.en);
    }

    private static String message(Exception failure, Language language) {
        Throwable cause = failure;
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            cause = unchecked.getCause();
        }
        if (cause instanceof TableException unread) {
            return unread.rule().in(language.locale());
        }
        if (cause instanceof NoSuchFileException missing) {
            return "File must exist: " + missing.getFile();
        }
        if (cause instanceof FileSystemException unusable) {
            String reason = unusable.getReason() != null
                    ? unusable.getReason()
                    : unusable.getClass().getSimpleName().replace("Exception", "");
            return "File must be usable: " + unusable.getFile() + " (" + reason + ")";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
