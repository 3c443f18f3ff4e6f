import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says at each method of a generated builder what its attribute means and whether it must be set, as the accessor of the attribute
 * does: the generator itself only names it. Run by the build between compilation and documentation, on comments alone; lines keep
 * their numbers. Fails if an attribute has no documentation.
 *
 * <p>Usage: {@code java BuilderJavadoc.java src/main/java target/generated-sources/annotations}
 */
final class BuilderJavadoc {

    /** A comment of the generator: what it says before the reference, the type, the attribute, what follows. */
    private static final Pattern GENERATED = Pattern.compile(
            "^( +\\* )(Initializes the value for the|Initializes the optional value|Adds one element to|Adds elements to"
                    + "|Sets or replaces all elements for|Put one entry to the|Put all mappings from the specified map as entries to"
                    + "|Sets or replaces all mappings from the specified map as entries for the)"
                    + " \\{@link ([\\w.]+)#(\\w+)\\(\\) \\w+}(.*)$");

    private static final Map<String, String> BEGINNINGS = Map.of(
            "Initializes the value for the", "Required",
            "Initializes the optional value", "Optional",
            "Adds one element to", "Adds one to the list",
            "Adds elements to", "Adds to the list",
            "Sets or replaces all elements for", "Replaces the list",
            "Put one entry to the", "Adds an entry to the map",
            "Put all mappings from the specified map as entries to", "Adds entries to the map",
            "Sets or replaces all mappings from the specified map as entries for the", "Replaces the map");

    private final Path sources;
    private final Map<Path, String> texts = new HashMap<>();
    private final List<String> missing = new ArrayList<>();

    private BuilderJavadoc(Path sources) {
        this.sources = sources;
    }

    public static void main(String[] arguments) throws IOException {
        BuilderJavadoc javadoc = new BuilderJavadoc(Path.of(arguments[0]));
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[1]))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("Immutable")).sorted().toList();
        }
        for (Path file : files) {
            javadoc.complete(Path.of(arguments[1]), file);
        }
        if (!javadoc.missing.isEmpty()) {
            System.err.println("Attributes must be documented: " + javadoc.missing);
            System.exit(1);
        }
    }

    private void complete(Path generated, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Path folder = sources.resolve(generated.relativize(file).getParent());
        boolean changed = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = GENERATED.matcher(lines.get(i));
            if (comment.matches()) {
                String begin = BEGINNINGS.get(comment.group(2));
                if (begin.equals("Required") && lines.get(i + 1).contains("If not set")) {
                    begin = "Optional";
                }
                String meaning = meaning(folder, comment.group(3), comment.group(4));
                String nulls = comment.group(5).contains("Nulls are not permitted") ? " Nulls are not permitted." : "";
                lines.set(i, comment.group(1) + begin + ": " + meaning + "." + nulls);
                changed = true;
            }
        }
        if (changed) {
            FileTime time = Files.getLastModifiedTime(file);
            Files.write(file, lines);
            Files.setLastModifiedTime(file, time); // else the compiler takes it for a change
        }
    }

    /** What an accessor returns, in one line. */
    private String meaning(Path folder, String type, String attribute) throws IOException {
        String[] names = type.split("\\.");
        Path file = folder.resolve(names[0] + ".java");
        if (!texts.containsKey(file)) {
            texts.put(file, Files.readString(file));
        }
        String text = texts.get(file);
        for (int i = 1; i < names.length; i++) {
            text = text.substring(text.indexOf("class " + names[i] + " "));
        }
        Matcher accessor = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*"
                        + "(?:public |protected )?(?:abstract )?[\\w.<>, ?]+ " + attribute + "\\(\\) *[;{]", Pattern.DOTALL)
                .matcher(text);
        if (!accessor.find()) {
            missing.add(type + "." + attribute);
            return attribute;
        }
        return plain(type, accessor.group(1));
    }

    /** The first sentence of a comment without its end, with references that read the same in another file. */
    private static String plain(String type, String comment) {
        String text = comment.replaceAll("\\n\\s*\\* ?", " ").strip().replaceAll("\\s+", " ");
        text = text.replaceAll("<(p|ul|pre)>.*", "").replaceAll(" @\\w+ .*", "").strip();
        if (text.startsWith("{@return ")) {
            text = text.substring("{@return ".length(), text.lastIndexOf('}')).strip();
        }
        text = text.replaceAll("\\{@value #(\\w+)}", "{@value " + type + "#$1}");
        text = text.replaceAll("\\{@link(?:plain)? [\\w.#]+(?:\\([^)]*\\))? ([^}]+)}", "$1");
        text = text.replaceAll("\\{@link(?:plain)? #?([\\w.]+)(?:\\(\\))?}", "{@code $1}");
        text = text.replaceAll("\\{@link(?:plain)? ([\\w.]+)#(\\w+)(?:\\([^)]*\\))?}", "{@code $1.$2}");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
