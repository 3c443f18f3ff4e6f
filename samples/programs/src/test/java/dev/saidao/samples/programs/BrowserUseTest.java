package dev.saidao.samples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.json.SaidaoJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages in use: what is clicked opens, keys reach all, filters filter, and hostile names stay text. Skipped where there is no browser. */
@Tag("browser")
class BrowserUseTest {

    private static final int MOST_CONTROLS = 60;

    private static @Nullable Browser browser;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Browser browser() {
        return Objects.requireNonNull(browser);
    }

    private static boolean isOpen(WebElement summary) {
        return browser().isTrue("return arguments[0].parentElement.open", summary);
    }

    private static String shown() {
        return String.valueOf(browser().first(".page:not([hidden])").getAttribute("lang"));
    }

    @ParameterizedTest
    @MethodSource("dev.saidao.samples.programs.SamplePages#all")
    void page_opensWhatIsClicked_andSwitchesTheLanguage(List<String> program) throws IOException {
        browser().open(SamplePages.of(program, "zh"), Browser.PHONE);
        for (WebElement summary : browser().all(".page:not([hidden]) summary")) {
            if (browser()
                    .isTrue("return arguments[0].checkVisibility() && !arguments[0].parentElement.open", summary)) {
                browser().click(summary);
                assertThat(isOpen(summary)).isTrue();
            }
        }
        assertThat(browser().number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(Browser.PHONE);
        browser().click(browser().first(".page:not([hidden]) .switch"));
        assertThat(shown()).isEqualTo("en");
        assertThat(browser().title()).isNotEmpty();
        assertThat(
                        browser()
                                .run(
                                        "return [...document.querySelectorAll('.page:not([hidden]) a[href^=\"#\"]')]"
                                                + ".filter(link => !document.getElementById(link.hash.slice(1))).map(link => link.hash)"))
                .as("links of %s that lead nowhere", program)
                .isEqualTo(List.of());
        assertThat(browser().complaints()).isEmpty();
    }

    /** Tab leads to every control that is shown, each has an outline then, and Enter or Space opens what is folded. */
    @ParameterizedTest
    @MethodSource("dev.saidao.samples.programs.SamplePages#all")
    void page_isReachedByKeys(List<String> program) {
        browser().open(SamplePages.of(program, "en"), Browser.DESK);
        long controls = browser()
                .number("return [...document.querySelectorAll('.page:not([hidden]) :is(a[href], button, summary,"
                        + " input, [tabindex=\"0\"])')].filter(e => e.checkVisibility() && !e.disabled).length");
        browser()
                .run(
                        "window.reached = new Set(); window.unseen = [];"
                                + "document.addEventListener('focusin', e => { window.reached.add(e.target);"
                                + " if (getComputedStyle(e.target).outlineStyle === 'none') window.unseen.push(e.target.outerHTML.slice(0, 90)); })");
        browser().press(Keys.TAB, Math.min(controls, MOST_CONTROLS));
        assertThat(browser().number("return window.reached.size"))
                .as("%s by keys", program)
                .isEqualTo(Math.min(controls, MOST_CONTROLS));
        assertThat(browser().run("return window.unseen")).isEqualTo(List.of());
        List<WebElement> folded = browser().all(".page:not([hidden]) details:not([open]) > summary");
        for (WebElement summary : folded.subList(0, Math.min(1, folded.size()))) {
            for (Keys key : List.of(Keys.ENTER, Keys.SPACE)) {
                boolean before = isOpen(summary);
                summary.sendKeys(key);
                assertThat(isOpen(summary)).as("%s by %s", program, key.name()).isNotEqualTo(before);
            }
        }
    }

    @Test
    void claims_areFilteredAndSearched() throws IOException {
        browser()
                .open(
                        SamplePages.of(
                                List.of(
                                        "audit",
                                        SamplePages.DATA.resolve("claims.csv").toString()),
                                "en"),
                        Browser.DESK);
        String cards = "return document.querySelectorAll('.page:not([hidden]) .claims .card').length";
        assertThat(browser().number(cards)).isEqualTo(10);
        for (WebElement button : browser().all(".page:not([hidden]) .filter button")) {
            if (button.getText().equals("contradicts")) {
                browser().click(button);
            }
        }
        assertThat(browser().number(cards)).isEqualTo(2);
        browser().first(".page:not([hidden]) input[type=search]").sendKeys("output");
        assertThat(browser().number(cards)).isEqualTo(1);
    }

    @Test
    void figuresOfAPage_openWhatIsKnownOfThem() throws IOException {
        browser()
                .open(
                        SamplePages.of(
                                List.of(
                                        "read",
                                        SamplePages.DATA.resolve("page-zh.md").toString(),
                                        "--published",
                                        "2026-03-27"),
                                "zh"),
                        Browser.DESK);
        List<WebElement> figures = browser().all(".page:not([hidden]) a.f");
        assertThat(figures).hasSizeGreaterThan(5);
        for (WebElement figure : figures) {
            figure.sendKeys(Keys.SPACE);
            assertThat(browser()
                            .run(
                                    "return document.getElementById(arguments[0].hash.slice(1)).open"
                                            + " && document.activeElement.tagName === 'SUMMARY'",
                                    figure))
                    .as(figure.getText())
                    .isEqualTo(true);
        }
        assertThat(browser().first(".page:not([hidden]) .beside details").getText())
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
            browser().open(SamplePages.write(program, "en", directory.resolve("hostile")), Browser.DESK);
            assertThat(browser().all("img")).as("%s", program).isEmpty();
            assertThat(browser().first("body").getText()).contains(hostile);
        }
    }

    @Test
    void hostileNames_stayText() throws IOException {
        String hostile = "</script><img src=x onerror=document.title=1>";
        Path claims = Files.writeString(
                directory.resolve("hostile.csv"),
                "id,unit,start_value,start_year,end_value,end_year,rate\n" + hostile
                        + ",USD bn,100,2020,200,2025,90%\n");
        browser()
                .open(
                        SamplePages.write(List.of("audit", claims.toString()), "en", directory.resolve("claims")),
                        Browser.DESK);
        assertThat(browser().first("h3").getText()).isEqualTo(hostile);
        Path dossier = Files.writeString(
                directory.resolve("own.json"),
                SaidaoJson.write(Dossiers.of(2026))
                        .replace("\"en\" : \"embodied AI\"", "\"en\" : \"" + hostile + "\""));
        browser()
                .open(
                        SamplePages.write(List.of("dossier", dossier.toString()), "en", directory.resolve("own")),
                        Browser.DESK);
        assertThat(browser().all("img")).isEmpty();
        assertThat(browser().source()).contains("onerror=document");
        assertThat(browser().title()).doesNotContain("1>");
    }
}
