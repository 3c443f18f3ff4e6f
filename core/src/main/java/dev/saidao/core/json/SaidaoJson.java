package dev.saidao.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.saidao.core.file.OutputFile;
import dev.saidao.core.internal.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes the library's values as JSON.
 *
 * <p>Reading is strict: unknown fields, duplicate keys, missing fields, values of another JSON type, anything behind the
 * document, and documents beyond the limits are refused by a {@link JsonReadException} that names the place. The limits: 64
 * MiB, 100 levels of nesting, 100,000 characters in a string, 200 in a name.
 *
 * @since 0.1
 */
public final class SaidaoJson {

    /** Most bytes of a document. */
    public static final long MAX_DOCUMENT_LENGTH = 64L << 20;

    /** Most levels of nesting. */
    public static final int MAX_NESTING = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_DOCUMENT_LENGTH)
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .addModule(new SaidaoModule())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(
                    MapperFeature.ALLOW_COERCION_OF_SCALARS,
                    MapperFeature.SORT_PROPERTIES_ALPHABETICALLY,
                    MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .withCoercionConfig(LogicalType.Textual, coercion -> {
                coercion.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                coercion.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            })
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .build();

    /** What a builder says of what it needs. */
    private static final Pattern TEXT_FOR_FIELDS = Pattern.compile(
            "no String-argument constructor/factory method to deserialize from String value \\((.*)\\)");

    private static final Pattern MISSING =
            Pattern.compile("Cannot build \\w+, some of required attributes are not set \\[(.*)]");

    private SaidaoJson() {}

    /** {@return the mapper that reads and writes as described; to change it, rebuild it} */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a document.
     *
     * @param <T> the type of the value
     * @param json the document
     * @param type the type of the value
     * @return the value
     * @throws JsonReadException if the document is not what it should be
     */
    public static <T> T read(String json, Class<T> type) {
        return reading(() -> MAPPER.readValue(json, type));
    }

    /**
     * Reads a document in UTF-8.
     *
     * @param <T> the type of the value
     * @param json the document; read to its end, not closed
     * @param type the type of the value
     * @return the value
     * @throws JsonReadException if the document is not what it should be, or is not UTF-8
     * @throws UncheckedIOException if the stream cannot be read
     */
    public static <T> T read(InputStream json, Class<T> type) {
        JavaType javaType = MAPPER.constructType(type);
        return reading(() -> MAPPER.readValue(json, javaType));
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param <T> the type of the value
     * @param file the file
     * @param type the type of the value
     * @return the value
     * @throws JsonReadException if the document is not what it should be
     * @throws UncheckedIOException if the file cannot be read
     */
    public static <T> T read(Path file, Class<T> type) {
        try (InputStream json = Files.newInputStream(file)) {
            return read(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return the document, indented, ended by a line feed
     */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    /**
     * Writes a value to a file, whole or not at all.
     *
     * @param value the value
     * @param file the file, which is replaced
     * @throws UncheckedIOException if it cannot be written; its cause, a {@link dev.saidao.core.file.OutputException}, says why
     */
    public static void write(Object value, Path file) {
        try {
            OutputFile.at(file).write(writer -> writer.write(write(value)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            T value = reading.read();
            if (value == null) {
                throw new IllegalArgumentException("Document must not be null");
            }
            return value;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            throw new JsonReadException(
                    problem(e),
                    e instanceof DatabindException ? path(e) : "",
                    location == null ? 0 : Math.max(0, location.getLineNr()),
                    location == null ? 0 : Math.max(0, location.getColumnNr()),
                    e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new JsonReadException(String.valueOf(e.getMessage()), "", 0, 0, e);
        }
    }

    /** The message of what was thrown by the value itself, if it was, else the mapper's. */
    private static String problem(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException) {
                return MISSING.matcher(String.valueOf(cause.getMessage())).replaceFirst("Field must be there: $1");
            }
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "Field must be known: " + Decimals.shown(unknown.getPropertyName());
        }
        Matcher text = TEXT_FOR_FIELDS.matcher(e.getOriginalMessage());
        if (text.find()) {
            return "Value must be an object with fields, {…}: " + text.group(1);
        }
        // the mapper names hidden classes and places of its own
        return String.valueOf(e.getOriginalMessage())
                .replace("`", "")
                .replaceAll("\\b(?:[a-z]+\\.)+(?:Immutable)?([A-Z]\\w*)(?:\\$\\w+)?", "$1")
                .replaceAll(" \\((?:start marker at|token ).*", "")
                .replaceAll("\\s+", " ");
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
