package dev.saidao.samples.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents that fit a schema, mostly. */
final class JsonDocuments {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 12;

    /** What stands in the place of a text: ids that meet again, decimals, quantities, bounds, units, dates, and what is none. */
    private static final List<String> TEXTS = List.of(
            "a",
            "b",
            "c",
            "x-1",
            "0",
            "1",
            "-1",
            "0.5",
            "100",
            "2%",
            "1e9",
            "99999999999999999999999999999999999999",
            "12.50",
            "CNY",
            "10 CNY",
            "0.3 per year",
            "5 persons",
            "per year",
            "persons per 10 000 employed",
            "[1, 2]",
            "(0.3, ∞)",
            "2388",
            "2026-03-27",
            "2026-02-30",
            "2026",
            "2024-Q1",
            "a b",
            "",
            " ",
            "\u0000",
            "赛道",
            "r1",
            "end",
            "base",
            "rate");

    private final JsonNode schema;

    private JsonDocuments(JsonNode schema) {
        this.schema = schema;
    }

    static JsonDocuments of(String module, String name) {
        String resource = "/dev/saidao/" + module + "/json/" + name + ".schema.json";
        try (InputStream stream = Objects.requireNonNull(JsonDocuments.class.getResourceAsStream(resource), resource)) {
            return new JsonDocuments(SaidaoJson.mapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next document. */
    String next(FuzzedDataProvider data) {
        if (data.consumeInt(0, 15) == 0) {
            return data.consumeRemainingAsString();
        }
        StringBuilder text = new StringBuilder(node(schema, data, 0).toString());
        while (data.remainingBytes() > 8 && text.length() > 1) {
            text.setCharAt(data.consumeInt(0, text.length() - 1), data.consumeChar());
        }
        return text.toString();
    }

    private JsonNode node(JsonNode type, FuzzedDataProvider data, int depth) {
        if (data.remainingBytes() > 0 && data.consumeInt(0, 63) == 63) {
            return odd(data);
        }
        if (type.has("$ref")) {
            return node(schema.at(type.get("$ref").asString().substring(1)), data, depth);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (type.has(choice)) {
                return node(
                        type.get(choice).get(data.consumeInt(0, type.get(choice).size() - 1)), data, depth);
            }
        }
        if (type.has("const")) {
            return type.get("const");
        }
        if (type.has("enum")) {
            return type.get("enum").get(data.consumeInt(0, type.get("enum").size() - 1));
        }
        return switch (type.path("type").asString("string")) {
            case "object" -> object(type, data, depth);
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                for (int more = depth > MAX_DEPTH ? 0 : data.consumeInt(0, 4);
                        more > 0 && data.remainingBytes() > 0;
                        more--) {
                    array.add(node(type.path("items"), data, depth + 1));
                }
                yield array;
            }
            case "integer" -> NODES.numberNode(data.consumeBoolean() ? data.consumeInt(0, 2100) : data.consumeLong());
            case "number" -> NODES.numberNode(data.consumeBoolean() ? data.consumeInt(-1, 100) : data.consumeDouble());
            case "boolean" -> NODES.booleanNode(data.consumeBoolean());
            default -> text(data);
        };
    }

    private ObjectNode object(JsonNode type, FuzzedDataProvider data, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = new TreeSet<>();
        type.path("required").forEach(name -> required.add(name.asString()));
        type.path("properties").properties().forEach(property -> {
            boolean isThere = required.contains(property.getKey())
                    || (depth < MAX_DEPTH && data.remainingBytes() > 0 && data.consumeBoolean());
            if (isThere && (data.remainingBytes() == 0 || data.consumeInt(0, 63) != 63)) {
                object.set(property.getKey(), node(property.getValue(), data, depth + 1));
            }
        });
        if (type.path("additionalProperties").isObject()) {
            for (int more = data.consumeInt(0, 3); more > 0; more--) {
                String key = data.consumeBoolean()
                        ? String.valueOf(data.consumeInt(1, 2100))
                        : text(data).asString();
                object.set(key, node(type.get("additionalProperties"), data, depth + 1));
            }
        }
        return object;
    }

    private static JsonNode text(FuzzedDataProvider data) {
        return NODES.stringNode(
                data.remainingBytes() > 0 && data.consumeInt(0, 3) == 0
                        ? data.consumeString(20)
                        : data.pickValue(TEXTS));
    }

    private static JsonNode odd(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 5)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(data.consumeLong());
            case 2 -> NODES.numberNode(data.consumeDouble());
            case 3 -> NODES.objectNode().put(data.consumeString(5), data.consumeString(5));
            case 4 -> NODES.arrayNode().add(data.consumeBoolean());
            default -> NODES.stringNode(data.consumeString(200));
        };
    }
}
