package dev.saidao.samples.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks, with the options of JMH, and prints each as a ratio to the {@code saidao} one of its class: how many
 * times longer the library takes than the other. The times themselves depend on the machine and its other work.
 */
public final class Main {

    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments those of JMH, such as a regular expression of the classes to run
     * @throws RunnerException if a benchmark fails
     * @throws CommandLineOptionException if an argument is wrong
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
        Map<String, Map<String, Double>> times = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            String group = name.substring(0, name.lastIndexOf('.'));
            String method = name.substring(name.lastIndexOf('.') + 1);
            times.computeIfAbsent(group.substring(group.lastIndexOf('.') + 1), key -> new TreeMap<>())
                    .put(method, result.getPrimaryResult().getScore());
        }
        System.out.printf("%n%-28s %-28s %s%n", "benchmark", "beside", "saidao takes so many times as long");
        times.forEach((group, methods) -> methods.forEach((method, time) -> {
            Double own = methods.get("saidao");
            if (own != null && !method.equals("saidao")) {
                System.out.printf(Locale.ROOT, "%-28s %-28s %.3g%n", group, method, own / time);
            }
        }));
    }
}
