package dev.saidao.samples.programs;

import dev.saidao.core.convention.RuleTexts;
import dev.saidao.core.file.OutputException;
import dev.saidao.core.file.OutputProblem;
import dev.saidao.core.table.Nearest;
import dev.saidao.core.table.TableException;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The programs, by name: {@code java -jar saidao.jar COMMAND}. */
@Command(
        name = "saidao",
        description = "Computes with published figures.",
        mixinStandardHelpOptions = true,
        version = "saidao 0.1.0")
public final class Main implements Runnable {

    /** Everything was done. */
    static final int DONE = 0;

    /** Some rows were refused, the others done. */
    static final int SOME_ROWS_REFUSED = 1;

    /** The call was wrong, or an input cannot be read or an output not written. */
    static final int FAILED = 2;

    /** Stands in arguments for what the locale of the system cannot say. */
    private static final char LOST = '\uFFFD';

    /** The programs by their names, in the order in which the help tells them. */
    private static final Map<String, Supplier<Object>> PROGRAMS = programs();

    @Mixin
    private Console console = new Console();

    private static Map<String, Supplier<Object>> programs() {
        Map<String, Supplier<Object>> programs = new LinkedHashMap<>();
        programs.put("dossier", DossierProgram::new);
        programs.put("growth", GrowthProgram::new);
        programs.put("audit", AuditProgram::new);
        programs.put("on-track", OnTrackProgram::new);
        programs.put("talent", TalentProgram::new);
        programs.put("index", IndexProgram::new);
        programs.put("forecast", ForecastProgram::new);
        programs.put("fit", FitProgram::new);
        programs.put("parse", ParseProgram::new);
        programs.put("table", TableProgram::new);
        programs.put("read", ReadProgram::new);
        return programs;
    }

    /** Created by the command line. */
    public Main() {}

    /**
     * Runs a program and ends the virtual machine with its exit status.
     *
     * @param arguments the name of the program and its arguments
     */
    public static void main(String[] arguments) {
        PrintWriter out = Terminal.of(FileDescriptor.out);
        PrintWriter err = Terminal.of(FileDescriptor.err);
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
        CommandLine programs = new CommandLine(new Main());
        // to describe them all takes longer than a short file does
        Set<String> called =
                arguments.length > 0 && PROGRAMS.containsKey(arguments[0]) ? Set.of(arguments[0]) : PROGRAMS.keySet();
        called.forEach(name -> programs.addSubcommand(
                name, Objects.requireNonNull(PROGRAMS.get(name)).get()));
        if (isChinese(arguments)) {
            ResourceBundle help = chineseHelp();
            programs.setResourceBundle(help);
            programs.getSubcommands().values().forEach(program -> program.setResourceBundle(help));
        }
        IParameterExceptionHandler otherwise = programs.getParameterExceptionHandler();
        programs.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((misuse, all) -> misused(misuse, all, otherwise))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> failed(cause(failure), language(parsed), err));
        int status = programs.execute(arguments);
        return out.checkError() ? unread(out, language(programs.getParseResult()), err) : status;
    }

    @Override
    public void run() {
        throw console.misuse("Command must be given");
    }

    Console console() {
        return console;
    }

    private static Language language(ParseResult parsed) {
        ParseResult program = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        return program.matchedOptionValue("--lang", parsed.matchedOptionValue("--lang", Language.en));
    }

    /** The exit status after a wrong call; a program that does not exist is answered by those that do. */
    private static int misused(ParameterException misuse, String[] arguments, IParameterExceptionHandler otherwise)
            throws Exception {
        CommandLine line = misuse.getCommandLine();
        Optional<String> lost =
                Arrays.stream(arguments).filter(text -> text.indexOf(LOST) >= 0).findFirst();
        if (lost.isPresent()) {
            // in the locale C the virtual machine reads no letters beyond ASCII; what is written is UTF-8 in any locale
            line.getErr()
                    .println(
                            isChinese(arguments)
                                    ? "参数须为系统区域设置所能表示的字符；请以 LC_ALL=C.UTF-8 运行: " + lost.get()
                                    : "Argument must have characters that the locale of the system has; run with LC_ALL=C.UTF-8: "
                                            + lost.get());
            return FAILED;
        }
        if (misuse instanceof UnmatchedArgumentException unmatched
                && line.getCommand() instanceof Main main
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            String names = String.join(", ", line.getSubcommands().keySet());
            String rule = main.console.text("Command must be one of ", "命令须为以下之一:");
            String word = unmatched.getUnmatched().get(0);
            String nearest = Nearest.of(word, line.getSubcommands().keySet())
                    .map(name -> main.console.text(". Did you mean " + name + "?", "。是否指 " + name + "?"))
                    .orElse("");
            line.getErr().println(rule + names + ": " + word + nearest);
            return FAILED;
        }
        if (isChinese(arguments)) {
            line.getErr()
                    .println(
                            RuleTexts.label(String.valueOf(misuse.getMessage())).zh());
            line.usage(line.getErr());
            return FAILED;
        }
        return otherwise.handleParseException(misuse, arguments);
    }

    /** What the help says in Chinese instead of what stands beside the options. */
    private static ResourceBundle chineseHelp() {
        try (InputStream stream = Main.class.getResourceAsStream("help_zh.properties")) {
            if (stream == null) {
                throw new IllegalStateException("Resource must be there: help_zh.properties");
            }
            return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A wrong call is not parsed as a whole, so that the language is looked up among its words. */
    private static boolean isChinese(String[] arguments) {
        List<String> words = List.of(arguments);
        int option = words.indexOf("--lang");
        return words.contains("--lang=zh")
                || (option >= 0
                        && option + 1 < words.size()
                        && words.get(option + 1).equals("zh"));
    }

    /** The exit status after standard output could not be written; that its reader wants no more is no failure. */
    private static int unread(PrintWriter out, Language language, PrintWriter err) {
        OutputProblem problem = out instanceof Terminal terminal ? terminal.problem() : OutputProblem.OTHER;
        if (problem == OutputProblem.PIPE_CLOSED) {
            return DONE;
        }
        err.println(problem.rule().in(language.locale()) + ": " + language.text("standard output", "标准输出"));
        return FAILED;
    }

    private static Throwable cause(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        return cause == null ? failure : cause;
    }

    private static int failed(Throwable cause, Language language, PrintWriter err) {
        if (cause instanceof OutputException output && output.problem() == OutputProblem.PIPE_CLOSED) {
            return DONE;
        }
        if (!(cause instanceof Output.UnreadException)) {
            err.println(message(cause, language));
        }
        return FAILED;
    }

    private static String message(Throwable cause, Language language) {
        if (cause instanceof OutputException output) {
            return output.message(language.locale());
        }
        if (cause instanceof TableException unread) {
            return unread.rule().in(language.locale());
        }
        if (cause instanceof NoSuchFileException missing) {
            return language.text("File must exist: ", "文件须存在: ") + missing.getFile();
        }
        if (cause instanceof FileSystemException unusable) {
            String reason = unusable.getReason() != null
                    ? unusable.getReason()
                    : unusable.getClass().getSimpleName().replace("Exception", "");
            return language.text("File must be usable: ", "文件须可用: ") + unusable.getFile() + " (" + reason + ")";
        }
        return RuleTexts.label(cause.getMessage() == null ? cause.toString() : cause.getMessage())
                .in(language.locale());
    }
}
