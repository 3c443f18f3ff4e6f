package dev.saidao.samples.programs;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Holds documents against the schemas that are shipped. */
final class Schemas {

    private static final List<String> FOLDERS = List.of(
            "/dev/saidao/core/json/",
            "/dev/saidao/forecasting/json/",
            "/dev/saidao/policy/json/",
            "/dev/saidao/samples/programs/json/");

    private Schemas() {}

    /** What of a document that names its format does not fit. */
    static List<Error> faults(String json) {
        String format = SaidaoJson.mapper().readTree(json).path("format").asString("");
        return faults(format.replaceFirst("^saidao-", "").replace('/', '-'), json);
    }

    /** What of a document does not fit a schema, such as {@code talent-plan-1}. */
    static List<Error> faults(String schema, String json) {
        Schema checked = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(schema), InputFormat.JSON);
        return checked.validate(json, InputFormat.JSON);
    }

    /** The text of a schema. */
    static String schema(String name) {
        return FOLDERS.stream()
                .map(folder -> folder + name + ".schema.json")
                .flatMap(path ->
                        Stream.ofNullable(Schemas.class.getResource(path)).map(found -> text(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Schema must be there: " + name));
    }

    /** The text of a resource. */
    static String text(String resource) {
        try (InputStream stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
