package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation says of every public type, and of every method of a builder. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern METHOD = Pattern.compile(
            "    /\\*\\*\n     \\* ([^\n]*)\n(?:     \\*[^\n]*\n)+(?:    @[^\n]*\n)*    public final [\\w.]+Builder (\\w+)\\(");
    private static final Set<String> BEGINNINGS = Set.of(
            "Required",
            "Optional",
            "Adds one to the list",
            "Adds to the list",
            "Replaces the list",
            "Adds an entry to the map",
            "Adds entries to the map",
            "Replaces the map");

    @ParameterizedTest
    @ValueSource(strings = {"core", "forecasting", "policy"})
    void publicTypes_saySinceWhen(String module) throws IOException {
        Path sources = ROOT.resolve(module).resolve("src/main/java");
        List<String> without = new ArrayList<>();
        for (Class<?> type : LibraryClasses.of(module)) {
            String name = type.getName().replaceFirst("\\$.*", "");
            if (isPublic(type) && !type.getPackageName().endsWith(".internal")) {
                String source = Files.readString(sources.resolve(name.replace('.', '/') + ".java"));
                if (!Pattern.compile(
                                "\\* @since [0-9.]+\n *\\*/\n(?: *@.*\n)* *(?:[\\w-]+ )*(?:class|interface|enum|record|@interface) "
                                        + type.getSimpleName() + "\\b")
                        .matcher(source)
                        .find()) {
                    without.add(type.getName());
                }
            }
        }

        assertThat(without).isEmpty();
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    /** The methods of a builder come from a generated class; they are shown where it is extended only if it is not public itself. */
    @Test
    void builders_areShownWithTheirMethods() throws IOException {
        List<Class<?>> builders = new ArrayList<>();
        for (String module : List.of("core", "forecasting", "policy")) {
            LibraryClasses.of(module).stream()
                    .filter(type -> type.getSimpleName().equals("Builder") && Modifier.isPublic(type.getModifiers()))
                    .filter(type -> type.getSuperclass().getName().contains("Immutable"))
                    .forEach(builders::add);
        }

        assertThat(builders).hasSizeGreaterThan(15).allSatisfy(builder -> {
            assertThat(Modifier.isPublic(builder.getSuperclass().getModifiers()))
                    .isFalse();
            Optional<Path> generated = generated(builder.getSuperclass());
            // what compiles without Maven, such as an editor, leaves the comments of the generator
            generated
                    .filter(DocumentationTest::isCompleted)
                    .ifPresent(source -> assertThat(documented(source))
                            .as(builder.getName())
                            .containsExactlyInAnyOrderElementsOf(Arrays.stream(builder.getMethods())
                                    .filter(method -> method.getReturnType() == builder
                                            && method.getDeclaringClass() == builder.getSuperclass())
                                    .map(Method::getName)
                                    .toList()));
        });
    }

    /** Jackson where JSON is read and written, and exact fractions of graded models: its page says why. Nothing else is brought along. */
    @Test
    void signatures_nameNoOtherLibrary() throws IOException {
        Map<String, Set<String>> foreign = new TreeMap<>();
        for (String module : List.of("core", "forecasting", "policy")) {
            foreign.put(
                    module,
                    Pattern.compile("\\b[a-z]+(?:\\.[a-z0-9_]+)+\\.[A-Z]\\w*")
                            .matcher(Files.readString(Path.of("src/test/resources/api/" + module + ".txt")))
                            .results()
                            .map(MatchResult::group)
                            .filter(name -> !name.startsWith("dev.saidao.") && !name.startsWith("java."))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertThat(foreign)
                .containsEntry(
                        "core",
                        Set.of("tools.jackson.databind.json.JsonMapper", "tools.jackson.databind.module.SimpleModule"))
                .containsEntry("forecasting", Set.of())
                .containsEntry("policy", Set.of("org.apache.commons.numbers.fraction.BigFraction"));
    }

    /** The methods whose comments say what the attribute means. */
    private static List<String> documented(Path generated) {
        try {
            return METHOD.matcher(Files.readString(generated))
                    .results()
                    .filter(method -> method.group(2).equals("from")
                            || (method.group(1).contains(": ")
                                    && BEGINNINGS.contains(method.group(1)
                                            .substring(0, method.group(1).indexOf(':')))))
                    .map(method -> method.group(2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCompleted(Path generated) {
        try {
            return !Files.readString(generated).contains("Initializes the ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> generated(Class<?> builder) {
        String name = builder.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return Stream.of("core", "forecasting", "policy")
                .map(module -> ROOT.resolve(module)
                        .resolve("target/generated-sources/annotations")
                        .resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** Every field, option and constant that the English README names stands in the Chinese one too. */
    @ParameterizedTest
    @ValueSource(strings = {"Claims, figures and relations", "Indicators and their targets", "Talent plans", "Indices"})
    void chineseReadme_namesWhatTheEnglishOneNames(String section) throws IOException {
        String english = Files.readString(Path.of("../..").resolve("samples/README.md"));
        String chinese = Files.readString(Path.of("../..").resolve("samples/README.zh.md"));
        int from = english.indexOf("\n## " + section + "\n");
        String text = english.substring(from, english.indexOf("\n## ", from + 5));
        Set<String> words = Pattern.compile("`([^`\n]+)`")
                .matcher(text)
                .results()
                .flatMap(code -> Pattern.compile("[A-Za-z_][A-Za-z_-]+")
                        .matcher(code.group(1))
                        .results())
                .map(word -> word.group())
                .collect(Collectors.toSet());
        assertThat(words)
                .hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(chinese).contains(word));
    }
}
