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
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The pages in Chromium: nothing is loaded, nothing goes wrong, all fits a phone, and axe finds nothing serious. Pictures of all pages
 * are left in {@code target/screenshots} to be looked at. Skipped where there is no browser.
 */
class BrowserTest {

    private static final Path DATA = Path.of("..", "..", "samples", "data");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final int PHONE = 390;
    private static final int DESK = 1200;

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
                List.of("forecast", DATA.resolve("series.csv").toString(), "--horizon", "5"));
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
                assertAccessible(program, "light");
            }
            browser()
                    .executeCdpCommand(
                            "Emulation.setEmulatedMedia",
                            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
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
            if (summary.isDisplayed()) {
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
        boolean isDossier = program.get(0).equals("dossier");
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
        Files.write(
                PICTURES.resolve(kind + "-" + language + "-" + width + ".png"),
                Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
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
