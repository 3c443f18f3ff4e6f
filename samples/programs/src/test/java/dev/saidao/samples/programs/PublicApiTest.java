package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public API is listed, so that a change of it is seen where it is made. With {@code -Dsaidao.update=true} the lists are
 * written anew; what goes, or changes, stands in the changelog, with the reason.
 */
class PublicApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"core", "forecasting", "policy"})
    void api_isTheOneThatIsListed(String module) throws IOException {
        Path file = Path.of("src/test/resources/api/" + module + ".txt");
        String listed = api(module);
        if (Boolean.getBoolean("saidao.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, listed);
        }

        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines())
                .as("the API changed: CONTRIBUTING.md says how to list it anew")
                .isEqualTo(listed.lines().toList());
    }

    private static String api(String module) throws IOException {
        return LibraryClasses.of(module).stream()
                .filter(type -> !type.getPackageName().contains(".internal"))
                .filter(PublicApiTest::isVisible)
                .map(PublicApiTest::listing)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isVisible(Class<?> type) {
        return (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && !type.isSynthetic()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static String listing(Class<?> type) {
        SortedSet<String> members = new TreeSet<>();
        Stream.of(type.getDeclaredFields())
                .filter(field -> isOffered(field.getModifiers()) && !field.isSynthetic())
                .forEach(field -> members.add(Modifier.toString(field.getModifiers()) + " "
                        + field.getGenericType().getTypeName() + " " + field.getName()));
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isOffered(constructor.getModifiers()) && !constructor.isSynthetic()) {
                members.add("new" + parameters(constructor));
            }
        }
        // what a builder has from the generated class behind it is offered too
        Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getDeclaredMethods()))
                .filter(method -> isOffered(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getDeclaringClass() == type
                        || !Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                .forEach(method -> members.add(signature(method)));
        return heading(type) + "\n"
                + members.stream().map(member -> "    " + member + "\n").collect(Collectors.joining());
    }

    private static boolean isOffered(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String heading(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int shown = type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC);
        String modifiers = type.isInterface() || type.isEnum() || type.isRecord() ? "" : Modifier.toString(shown);
        List<String> parents = new ArrayList<>();
        if (type.getGenericSuperclass() != null
                && Modifier.isPublic(type.getSuperclass().getModifiers())) {
            parents.add(type.getGenericSuperclass().getTypeName());
        }
        Stream.of(type.getGenericInterfaces()).forEach(parent -> parents.add(parent.getTypeName()));
        parents.removeIf(parent -> parent.matches("java\\.lang\\.(Object|Record|Enum<.*)"));
        return (modifiers.isEmpty() ? "" : modifiers + " ") + kind + " " + type.getName()
                + (parents.isEmpty() ? "" : " : " + String.join(", ", parents));
    }

    private static String signature(Method method) {
        int shown = method.getModifiers() & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL);
        return (shown == 0 ? "" : Modifier.toString(shown) + " ")
                + method.getGenericReturnType().getTypeName() + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        return Stream.of(executable.getGenericParameterTypes())
                .map(type -> type.getTypeName())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
