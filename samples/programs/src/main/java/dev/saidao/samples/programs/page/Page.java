package dev.saidao.samples.programs.page;

import gg.jte.Content;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A report as one HTML file that needs nothing from a network, in English and Chinese; it opens in one of the two.
 *
 * @param opening the language in which it opens
 * @param bodies what it says in each language
 * @param script a script of its own behind the one of all pages; empty if it needs none
 * @param data data for that script
 */
public record Page(String opening, List<Body> bodies, String script, Optional<Content> data) {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    /** Makes a page of what is to be said in a language. */
    public static Page of(Locale opening, Function<Kit, Body> contents) {
        List<Body> bodies = LANGUAGES.stream().map(Kit::of).map(contents).toList();
        return new Page(opening.getLanguage(), bodies, "", Optional.empty());
    }

    /** The page with data and a script from the folder of the kit that shows them; the data are JSON without a {@code <}. */
    public Page with(String scriptFile, Content json) {
        return new Page(opening, bodies, resource(scriptFile), Optional.of(json));
    }

    /** Writes the file. */
    public void writeTo(Writer writer) throws IOException {
        try {
            Templates.of("page", this).writeTo(new WriterOutput(writer));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** The one style sheet, for the template. */
    public String style() {
        return resource("page.css");
    }

    /** The script of all pages, for the template. */
    public String behaviour() {
        return resource("page.js");
    }

    /** What it says in the language in which it opens, for the template. */
    public Body first() {
        return bodies.stream()
                .filter(body -> body.language().equals(opening))
                .findFirst()
                .orElseThrow();
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
