package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The reachability metadata of each module lists what is reached by name. With {@code -Dsaidao.update=true} the lists are
 * written anew. A part of {@link ArchitectureTest}, which reads the classes once for all rules.
 */
final class NativeImageRules {

    private static final Path TOP = Path.of("..", "..");

    private NativeImageRules() {}

    @ArchTest
    static void metadata_ofCore_listsResourcesAndValues(JavaClasses classes) throws IOException {
        assertListed("core", classes);
    }

    @ArchTest
    static void metadata_ofForecasting_listsResourcesAndValues(JavaClasses classes) throws IOException {
        assertListed("forecasting", classes);
    }

    @ArchTest
    static void metadata_ofPolicy_listsResourcesAndValues(JavaClasses classes) throws IOException {
        assertListed("policy", classes);
    }

    private static void assertListed(String module, JavaClasses classes) throws IOException {
        Path file = TOP.resolve(module + "/src/main/resources/META-INF/native-image/dev.saidao/saidao-" + module
                + "/reachability-metadata.json");
        String expected =
                metadata(module, classes.that(JavaClass.Predicates.resideInAPackage("dev.saidao." + module + "..")));
        if (Boolean.getBoolean("saidao.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }

        assertThat(file)
                .as(
                        "mvn test -pl samples/programs -am -Dtest=ArchitectureTest -Dsaidao.update=true -Dsurefire.failIfNoSpecifiedTests=false")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(expected);
    }

    private static String metadata(String module, JavaClasses classes) throws IOException {
        String types = classes.stream()
                .filter(type -> isReachedByName(type, classes))
                .map(JavaClass::getName)
                // classes without a name, which compilers make as they like
                .filter(name -> !name.matches(".*\\$\\d+"))
                .distinct()
                .sorted()
                .map(name -> "    {\"type\": \"" + name + "\", \"allDeclaredConstructors\": true, "
                        + "\"allDeclaredMethods\": true, \"allDeclaredFields\": true}")
                .collect(Collectors.joining(",\n"));
        String resources = resources(module).stream()
                .map(glob -> "    {\"glob\": \"" + glob + "\"}")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"reflection\": [\n" + types + "\n  ],\n  \"resources\": [\n" + resources + "\n  ]\n}\n";
    }

    /** Values, what is generated for them, and what stands within either; records and enums that a value of the module holds. */
    private static boolean isReachedByName(JavaClass type, JavaClasses classes) {
        return isValue(type)
                || type.getEnclosingClass()
                        .filter(outer -> isReachedByName(outer, classes))
                        .isPresent()
                || type.getDirectDependenciesToSelf().stream()
                        .map(dependency -> dependency.getOriginClass())
                        .anyMatch(origin -> classes.contain(origin.getName())
                                && isValue(origin)
                                && (type.isEnum() || type.isRecord()))
                || (type.isRecord() && type.getPackageName().endsWith(".json"));
    }

    private static boolean isValue(JavaClass type) {
        return type.isAnnotatedWith(JsonSerialize.class)
                || type.isAnnotatedWith(JsonDeserialize.class)
                || type.getRawSuperclass()
                        .filter(parent -> parent.isAnnotatedWith(JsonDeserialize.class))
                        .isPresent();
    }

    /** Every file that the jar has, and the words of one's own, which lie in the jar of an application. */
    private static List<String> resources(String module) throws IOException {
        Path root = TOP.resolve(module + "/src/main/resources");
        try (Stream<Path> files = Files.walk(root)) {
            Stream<String> own = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"));
            return Stream.concat(own, module.equals("core") ? Stream.of("META-INF/saidao/words.txt") : Stream.empty())
                    .sorted()
                    .toList();
        }
    }
}
