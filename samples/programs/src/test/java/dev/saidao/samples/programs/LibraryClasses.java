package dev.saidao.samples.programs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of a module, from its folder of classes or its jar. */
final class LibraryClasses {

    private LibraryClasses() {}

    /** Nested ones too, by name; none is initialized. */
    static List<Class<?>> of(String module) throws IOException {
        ClassLoader loader = LibraryClasses.class.getClassLoader();
        List<String> names = new ArrayList<>();
        for (URL found : Collections.list(loader.getResources("dev/saidao/" + module))) {
            URI place = uri(found);
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    names.addAll(names(jar.getPath("/"), jar.getPath("/dev/saidao/" + module)));
                }
            } else {
                Path folder = Path.of(place);
                names.addAll(names(folder.resolve("../../..").normalize(), folder));
            }
        }
        Collections.sort(names);
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            try {
                classes.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return classes;
    }

    private static List<String> names(Path root, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
