package dev.saidao.forecasting.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/** Constants that were fitted, as files of the library. */
final class Resources {

    private Resources() {}

    static Properties properties(String name) {
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(Resources.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static double[] numbers(Properties properties, String key) {
        return Arrays.stream(
                        Objects.requireNonNull(properties.getProperty(key), key).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
