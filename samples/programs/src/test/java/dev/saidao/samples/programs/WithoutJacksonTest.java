package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saidao.core.dossier.Dossiers;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Applications that bring another Jackson, or none, read, audit, forecast and plan; only JSON needs ours. */
class WithoutJacksonTest {

    /** All that the tests see, but for Jackson. */
    private static URLClassLoader withoutJackson() {
        URL[] places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !Path.of(place).getFileName().toString().startsWith("jackson-"))
                .map(WithoutJacksonTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(places, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(place, e);
        }
    }

    @Test
    void jobsWithoutJson_comeToTheSame() throws Exception {
        try (URLClassLoader loader = withoutJackson()) {
            Supplier<?> jobs = (Supplier<?>) loader.loadClass(WithoutJson.class.getName())
                    .getConstructor()
                    .newInstance();

            assertThat(jobs.get()).isEqualTo(new WithoutJson().get());
        }
    }

    /** So the one above tests what it says. */
    @Test
    void dossiers_areJson_whichIsNotThere() throws Exception {
        try (URLClassLoader loader = withoutJackson()) {
            var latest = loader.loadClass(Dossiers.class.getName()).getMethod("latest");

            assertThatThrownBy(() -> latest.invoke(null)).hasRootCauseInstanceOf(ClassNotFoundException.class);
        }
    }
}
