package dev.saidao.samples.programs;

import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a JSON file; what is wrong with it is reported with its name. */
final class JsonInput {

    private JsonInput() {}

    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return SaidaoJson.read(file, type);
        } catch (JsonReadException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
