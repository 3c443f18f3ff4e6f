package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages as Chromium shows them: nothing is loaded, nothing goes wrong, all fits a phone, a desk and paper, and axe finds nothing
 * serious. Pictures of all pages are left in {@code target/screenshots} to be looked at; with {@code -Dsaidao.pictures=DIR} those of
 * the README go to a folder. Skipped where there is no browser.
 */
@Tag("browser")
class BrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final int PAPER = 688;
    private static final double LEAST_TEXT = 11;

    private static @Nullable Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The colours do not depend on the width, nor the order of what is read: each of the two widths is looked at in one light. */
    @ParameterizedTest
    @MethodSource("dev.saidao.samples.programs.SamplePages#all")
    void page_fitsAndSpeaksAndIsAccessible(List<String> program) throws IOException {
        for (String language : LANGUAGES) {
            Path page = SamplePages.of(program, language);
            for (int width : new int[] {Browser.PHONE, Browser.DESK}) {
                browser().open(page, width);
                assertThat(browser().first("html").getAttribute("lang")).isEqualTo(language);
                assertThat(browser().first(".page:not([hidden])").getAttribute("lang"))
                        .isEqualTo(language);
                picture(program, language, width);
                assertThat(browser().number("return document.documentElement.scrollWidth"))
                        .as("width of %s on %s", program, width)
                        .isLessThanOrEqualTo(width);
                assertPicturesReadable(program);
                if (width == Browser.DESK) {
                    browser().show("", "dark");
                    picture(program, language + "-dark", width);
                }
                assertThat(browser().hindrances())
                        .as("%s on %s", program, width)
                        .isEqualTo(List.of());
                browser().show("", "");
            }
            assertThat(browser().number("return performance.getEntriesByType('resource').length"))
                    .isZero();
            assertThat(browser().complaints()).isEmpty();
        }
    }

    /** A sheet of A4 between its margins is 182 mm wide, which are 688 px. */
    @ParameterizedTest
    @MethodSource("dev.saidao.samples.programs.SamplePages#all")
    void page_fitsPaper(List<String> program) throws IOException {
        browser().open(SamplePages.of(program, "zh"), PAPER);
        browser().run("document.querySelectorAll('details').forEach(details => details.open = true)");
        browser().show("print", "");
        picture(program, "zh-paper", PAPER);
        assertThat(browser()
                        .run("return [...document.querySelectorAll('.page:not([hidden]) *')]"
                                + ".filter(e => e.getBoundingClientRect().width && getComputedStyle(e).display !== 'none'"
                                + " && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))"
                                + ".map(e => e.outerHTML.slice(0, 90)).slice(0, 3)"))
                .as("%s on paper", program)
                .isEqualTo(List.of());
        assertThat(browser().first(".page:not([hidden]) .switch").isDisplayed()).isFalse();
        browser().show("", "");
    }

    private static Browser browser() {
        return Objects.requireNonNull(browser);
    }

    /** Text of pictures is large enough, and none of it sticks out or covers other text. */
    private static void assertPicturesReadable(List<String> program) {
        Object found = browser()
                .run(
                        "const bad = [];"
                                + "document.querySelectorAll('.page:not([hidden]) figure svg').forEach(svg => {"
                                + "  const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;"
                                + "  const texts = [...svg.querySelectorAll('text')].map(e => [e.getBoundingClientRect(), e.textContent,"
                                + "    scale * parseFloat(getComputedStyle(e).fontSize)]).filter(t => t[0].width);"
                                + "  texts.forEach(([r, words, size], i) => {"
                                + "    if (size < arguments[0]) bad.push(size.toFixed(1) + ' px: ' + words);"
                                + "    if (r.left < box.left - 9 || r.right > box.right + 9) bad.push('sticks out: ' + words);"
                                + "    texts.slice(i + 1).forEach(([s, other]) => { if (r.left < s.right - 1 && s.left < r.right - 1"
                                + "      && r.top < s.bottom - 3 && s.top < r.bottom - 3) bad.push(words + ' over ' + other); });"
                                + "  }); }); return bad.slice(0, 5);",
                        LEAST_TEXT);
        assertThat(found).as("pictures of %s", program).isEqualTo(List.of());
    }

    private static void picture(List<String> program, String language, int width) throws IOException {
        String name = SamplePages.name(program) + "-" + language;
        Files.write(
                PICTURES.resolve(name + "-" + width + ".png"),
                browser().picture(Map.of("format", "png", "captureBeyondViewport", true)));
        if (width == Browser.DESK && LANGUAGES.contains(language)) {
            Map<String, Object> top = Map.of("x", 0, "y", 0, "width", width, "height", 760, "scale", 0.5);
            Files.write(
                    Path.of(System.getProperty("saidao.pictures", PICTURES.toString()))
                            .resolve(name + ".png"),
                    browser().picture(Map.of("format", "png", "clip", top)));
        }
    }
}
