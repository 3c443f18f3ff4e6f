package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The pages in Chromium: nothing is loaded, nothing goes wrong, all fits a phone, and axe finds nothing serious. Pictures of all pages
 * are left in {@code target/screenshots} to be looked at; with {@code -Dsaidao.pictures=DIR} those of the README go to a folder.
 * Skipped where there is no browser.
 */
class BrowserTest {

    private static final Path DATA = Path.of("..", "..", "samples", "data");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final int PHONE = 390;
    private static final int DESK = 1200;
    private static final int PAPER = 688;
    private static final int MOST_CONTROLS = 60;
    private static final double LEAST_TEXT = 11;

    private static @Nullable ChromeDriver browser;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> chromium = onPath("chromium");
        Optional<Path> driver = onPath("chromedriver");
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "Pages are not tried in a browser: chromium and chromedriver must be on the path");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.orElseThrow().toFile())
                        .build(),
                options);
        browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The programs that write a page, each with its arguments but for where the page goes. */
    static Stream<List<String>> pages() {
        String figures = DATA.resolve("figures.csv").toString();
        String relations = DATA.resolve("relations.csv").toString();
        return Stream.of(
                List.of("dossier"),
                List.of("audit", DATA.resolve("claims.csv").toString()),
                List.of("audit", "--figures", figures, "--relations", relations),
                List.of("on-track", DATA.resolve("indicators.csv").toString(), "--scheme", "eurostat"),
                index("--names", DATA.resolve("technology-names.csv").toString()),
                List.of("talent", DATA.resolve("plan.json").toString(), "--loss-range", "city=1%:4%"),
                List.of("fit", DATA.resolve("population.csv").toString(), "--curve", "logistic,gompertz,exponential"),
                List.of("growth", DATA.resolve("cases.csv").toString()),
                List.of("read", DATA.resolve("page-zh.md").toString(), "--published", "2026-03-27"),
                List.of(
                        "forecast",
                        DATA.resolve("series.csv").toString(),
                        "--horizon",
                        "5",
                        "--names",
                        DATA.resolve("series-names.csv").toString()));
    }

    private static List<String> index(String... more) {
        List<String> command = new ArrayList<>(List.of("index"));
        List.of("data.csv", "meta.csv", "recipe.json", "robustness.json").forEach(file -> {
            command.add("--" + file.replaceFirst("\\..*", ""));
            command.add(DATA.resolve("technology-" + file).toString());
        });
        command.addAll(List.of("--out", "target/index-of-browser"));
        command.addAll(List.of(more));
        return command;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_fitsAndSpeaksAndIsAccessible(List<String> program) throws IOException {
        for (String language : LANGUAGES) {
            Path page = page(program, language);
            for (int width : new int[] {PHONE, DESK}) {
                open(page, width);
                assertThat(browser().findElement(By.tagName("html")).getAttribute("lang"))
                        .isEqualTo(language);
                assertThat(shown()).isEqualTo(language);
                picture(program, language, width);
                assertThat(number("return document.documentElement.scrollWidth"))
                        .as("width of %s on %s", program, width)
                        .isLessThanOrEqualTo(width);
                assertPicturesReadable(program);
                assertAccessible(program, "light");
            }
            browser()
                    .executeCdpCommand(
                            "Emulation.setEmulatedMedia",
                            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
            picture(program, language + "-dark", DESK);
            assertAccessible(program, "dark");
            browser().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
            assertThat(number("return performance.getEntriesByType('resource').length"))
                    .isZero();
            assertThat(browser().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_opensWhatIsClicked_andSwitchesTheLanguage(List<String> program) throws IOException {
        open(page(program, "zh"), PHONE);
        for (WebElement summary : browser().findElements(By.cssSelector(".page:not([hidden]) summary"))) {
            boolean isOpen =
                    Boolean.TRUE.equals(browser().executeScript("return arguments[0].parentElement.open", summary));
            if (summary.isDisplayed() && !isOpen) {
                click(summary);
                assertThat(browser().executeScript("return arguments[0].parentElement.open", summary))
                        .isEqualTo(true);
            }
        }
        assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE);
        click(browser().findElement(By.cssSelector(".page:not([hidden]) .switch")));
        assertThat(shown()).isEqualTo("en");
        assertThat(browser().getTitle()).isNotEmpty();
        for (WebElement link : browser().findElements(By.cssSelector(".page:not([hidden]) a[href^='#']"))) {
            assertThat(browser()
                            .executeScript("return document.getElementById(arguments[0].hash.slice(1)) !== null", link))
                    .isEqualTo(true);
        }
        assertThat(browser().manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    /** A sheet of A4 between its margins is 182 mm wide, which are 688 px. */
    @ParameterizedTest
    @MethodSource("pages")
    void page_fitsPaper_andIsReachedByKeys(List<String> program) throws IOException {
        open(page(program, "zh"), PAPER);
        browser().executeScript("document.querySelectorAll('details').forEach(details => details.open = true)");
        browser().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        picture(program, "zh-paper", PAPER);
        assertThat(browser()
                        .executeScript("return [...document.querySelectorAll('.page:not([hidden]) *')]"
                                + ".filter(e => e.getBoundingClientRect().width && getComputedStyle(e).display !== 'none'"
                                + " && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))"
                                + ".map(e => e.outerHTML.slice(0, 90)).slice(0, 3)"))
                .as("%s on paper", program)
                .isEqualTo(List.of());
        assertThat(browser()
                        .findElement(By.cssSelector(".page:not([hidden]) .switch"))
                        .isDisplayed())
                .isFalse();
        browser().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        assertKeysReachAll(program);
    }

    /** Tab leads to every control that is shown, each has an outline then, and Enter or Space opens what is folded. */
    private void assertKeysReachAll(List<String> program) throws IOException {
        open(page(program, "en"), DESK);
        long controls = number("return [...document.querySelectorAll('.page:not([hidden]) :is(a[href], button, summary,"
                + " input, [tabindex=\"0\"])')].filter(e => e.checkVisibility() && !e.disabled).length");
        Actions keys = new Actions(browser());
        for (long i = 0; i < Math.min(controls, MOST_CONTROLS); i++) {
            keys.sendKeys(Keys.TAB);
        }
        browser()
                .executeScript(
                        "window.reached = new Set(); window.unseen = [];"
                                + "document.addEventListener('focusin', e => { window.reached.add(e.target);"
                                + " if (getComputedStyle(e.target).outlineStyle === 'none') window.unseen.push(e.target.outerHTML.slice(0, 90)); })");
        keys.perform();
        assertThat(number("return window.reached.size"))
                .as("%s by keys", program)
                .isEqualTo(Math.min(controls, MOST_CONTROLS));
        assertThat(browser().executeScript("return window.unseen")).isEqualTo(List.of());
        List<WebElement> folded =
                browser().findElements(By.cssSelector(".page:not([hidden]) details:not([open]) > summary"));
        for (WebElement summary : folded.subList(0, Math.min(1, folded.size()))) {
            for (Keys key : List.of(Keys.ENTER, Keys.SPACE)) {
                Object before = browser().executeScript("return arguments[0].parentElement.open", summary);
                summary.sendKeys(key);
                assertThat(browser().executeScript("return arguments[0].parentElement.open", summary))
                        .as("%s by %s", program, key.name())
                        .isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_isTheSameEachTime(List<String> program) throws IOException {
        String first = Files.readString(page(program, "en"));
        assertThat(first.equals(Files.readString(page(program, "en")))).isTrue();
    }

    @Test
    void claims_areFilteredAndSearched() throws IOException {
        open(page(List.of("audit", DATA.resolve("claims.csv").toString()), "en"), DESK);
        String cards = "return document.querySelectorAll('.page:not([hidden]) .claims .card').length";
        assertThat(number(cards)).isEqualTo(10);
        for (WebElement button : browser().findElements(By.cssSelector(".page:not([hidden]) .filter button"))) {
            if (button.getText().equals("contradicts")) {
                click(button);
            }
        }
        assertThat(number(cards)).isEqualTo(2);
        browser()
                .findElement(By.cssSelector(".page:not([hidden]) input[type=search]"))
                .sendKeys("output");
        assertThat(number(cards)).isEqualTo(1);
    }

    @Test
    void figuresOfAPage_openWhatIsKnownOfThem() throws IOException {
        open(page(List.of("read", DATA.resolve("page-zh.md").toString(), "--published", "2026-03-27"), "zh"), DESK);
        List<WebElement> figures = browser().findElements(By.cssSelector(".page:not([hidden]) a.f"));
        assertThat(figures).hasSizeGreaterThan(5);
        for (WebElement figure : figures) {
            figure.sendKeys(Keys.SPACE);
            assertThat(browser()
                            .executeScript(
                                    "return document.getElementById(arguments[0].hash.slice(1)).open"
                                            + " && document.activeElement.tagName === 'SUMMARY'",
                                    figure))
                    .as(figure.getText())
                    .isEqualTo(true);
        }
        assertThat(browser()
                        .findElement(By.cssSelector(".page:not([hidden]) .beside details"))
                        .getText())
                .startsWith("\u2717");
    }

    @Test
    void hostileNames_ofEveryTable_stayText() throws IOException {
        String hostile = "<img src=x onerror=document.title=1>";
        Path indicators = Files.writeString(
                directory.resolve("i.csv"),
                "id,base_year,base_value,current_year,current_value,direction,target,target_year,limit\n" + hostile
                        + ",2015,1,2020,2,1,5,2030,\n");
        Path cases =
                Files.writeString(directory.resolve("g.csv"), "id,base,rate,years,end\n" + hostile + ",100,5%,2,\n");
        Path series =
                Files.writeString(directory.resolve("s.csv"), "id,v1,v2,v3,v4,v5,v6\n" + hostile + ",1,2,3,4,5,6\n");
        Path text = Files.writeString(
                directory.resolve("t.txt"), hostile + " sold 20 million cars in 2024, 10% of 150 million cars.");
        for (List<String> program : List.of(
                List.of("on-track", indicators.toString(), "--scheme", "un"),
                List.of("growth", cases.toString()),
                List.of("forecast", series.toString(), "--horizon", "2"),
                List.of("read", text.toString(), "--published", "2026-01-01"))) {
            open(page(program, "en"), DESK);
            assertThat(browser().findElements(By.tagName("img")))
                    .as("%s", program)
                    .isEmpty();
            assertThat(browser().findElement(By.tagName("body")).getText()).contains(hostile);
        }
    }

    @Test
    void hostileNames_stayText() throws IOException {
        String hostile = "</script><img src=x onerror=document.title=1>";
        Path claims = Files.writeString(
                directory.resolve("hostile.csv"),
                "id,unit,start_value,start_year,end_value,end_year,rate\n" + hostile
                        + ",USD bn,100,2020,200,2025,90%\n");
        open(page(List.of("audit", claims.toString()), "en"), DESK);
        assertThat(browser().findElement(By.tagName("h3")).getText()).isEqualTo(hostile);
        Path dossier = Files.writeString(
                directory.resolve("own.json"),
                SaidaoJson.write(Dossiers.of(2026))
                        .replace("\"en\" : \"embodied AI\"", "\"en\" : \"" + hostile + "\""));
        open(page(List.of("dossier", dossier.toString()), "en"), DESK);
        assertThat(browser().findElements(By.tagName("img"))).isEmpty();
        assertThat(browser().getPageSource()).contains("onerror=document");
        assertThat(browser().getTitle()).doesNotContain("1>");
    }

    // ---- what the tests do ----

    private static ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    /** Runs a program and finds its page. */
    private Path page(List<String> program, String language) {
        boolean isDossier = List.of("dossier", "read").contains(program.get(0));
        Path place = isDossier ? directory.resolve("report") : directory.resolve("page.html");
        StringWriter err = new StringWriter();
        String[] arguments = Stream.concat(
                        program.stream(),
                        Stream.of(isDossier ? "--out" : "--html", place.toString(), "--lang", language))
                .toArray(String[]::new);
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments))
                .as(err.toString())
                .isZero();
        return isDossier ? place.resolve("index.html") : place;
    }

    private static void open(Path page, int width) {
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width == PHONE));
        browser().get(page.toUri().toString());
    }

    /** Text of pictures is large enough, and none of it sticks out or covers other text. */
    private static void assertPicturesReadable(List<String> program) {
        Object found = browser()
                .executeScript(
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

    private static void click(WebElement element) {
        browser().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    private static String shown() {
        return String.valueOf(
                browser().findElement(By.cssSelector(".page:not([hidden])")).getAttribute("lang"));
    }

    private static long number(String script) {
        return ((Number) Objects.requireNonNull(browser().executeScript(script))).longValue();
    }

    private static void picture(List<String> program, String language, int width) throws IOException {
        Map<String, Object> taken = browser()
                .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        String kind = program.get(0) + (program.contains("--figures") ? "-figures" : "");
        write(taken, PICTURES.resolve(kind + "-" + language + "-" + width + ".png"));
        if (width == DESK && LANGUAGES.contains(language)) {
            Map<String, Object> top = Map.of("x", 0, "y", 0, "width", DESK, "height", 760, "scale", 0.5);
            Path place = Path.of(System.getProperty("saidao.pictures", PICTURES.toString()));
            write(
                    browser().executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", top)),
                    place.resolve(kind + "-" + language + ".png"));
        }
    }

    private static void write(Map<String, Object> taken, Path place) throws IOException {
        Files.write(place, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
    }

    private static void assertAccessible(List<String> program, String scheme) throws IOException {
        browser().executeScript(axe());
        Object found = browser()
                .executeAsyncScript("const done = arguments[arguments.length - 1];"
                        + "axe.run().then(r => done(r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))));");
        assertThat(found).as("%s, %s", program, scheme).isEqualTo(List.of());
    }

    private static String axe() throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                BrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
