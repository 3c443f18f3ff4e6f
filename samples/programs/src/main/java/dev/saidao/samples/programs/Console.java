package dev.saidao.samples.programs;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all programs share: the language in which they speak, given before or behind their name, and where they speak. */
final class Console {

    @Option(names = "--lang", description = "en or zh")
    private @Nullable Language language;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec program;

    /** The language asked for behind the name of the program, else before it, else English. */
    Language language() {
        if (language != null) {
            return language;
        }
        CommandSpec above = program().parent();
        return above != null && above.userObject() instanceof Main main
                ? main.console().language()
                : Language.en;
    }

    PrintWriter out() {
        return line().getOut();
    }

    PrintWriter err() {
        return line().getErr();
    }

    String text(String en, String zh) {
        return language().text(en, zh);
    }

    /** What is thrown if the program was called wrongly. */
    ParameterException misuse(String rule) {
        return new ParameterException(line(), rule);
    }

    /** The exit status of a program that refused some rows, after saying how many. */
    int status(int refused) {
        if (refused > 0) {
            err().println(text(refused + (refused == 1 ? " row refused" : " rows refused"), refused + " 行未处理"));
        }
        return refused > 0 ? Main.SOME_ROWS_REFUSED : Main.DONE;
    }

    private CommandLine line() {
        return program().commandLine();
    }

    private CommandSpec program() {
        return Objects.requireNonNull(program);
    }
}
