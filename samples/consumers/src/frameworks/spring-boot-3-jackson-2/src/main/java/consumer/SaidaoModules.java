package consumer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;

final class SaidaoModules {

    private SaidaoModules() {}

    // recipe begin
    static <T> SimpleModule of(Class<T> type) {
        return new SimpleModule(type.getName()).addSerializer(type, new JsonSerializer<T>() {
            @Override public void serialize(T value, JsonGenerator out, SerializerProvider all) throws IOException {
                out.writeRawValue(SaidaoJson.write(value).strip());
            }}).addDeserializer(type, new JsonDeserializer<T>() {
            @Override public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return SaidaoJson.read(in.readValueAsTree().toString(), type);
            }});
    }
    // recipe end
}
