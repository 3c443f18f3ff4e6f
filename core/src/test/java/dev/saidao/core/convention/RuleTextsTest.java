package dev.saidao.core.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Base must be positive: 0 number                         | 基数须为正数:0 number
            Years must be 0 to 10000: 1000000000 years              | 年数须为 0 至 10000:1000000000 years
            Units must be the same: USD and EUR                     | 单位须相同:USD 与 EUR
            Something odd must be positive: -1                      | Something odd须为正数:-1
            plan.json: Weight of a must be 0 or more: -1            | plan.json: a 的权重须不小于 0:-1
            line 3, column 5, foo: Field must be known: foo         | 第3行第5列,foo: 字段须为已知:foo
            Missing required option: '--scheme=<scheme>'            | 缺少必需的选项:'--scheme=<scheme>'
            line 1, column 2: Unexpected end-of-input: expected close marker | 第1行第2列: JSON 在结束前中断
            """)
    void label_saysTheRuleInChinese(String english, String chinese) {
        Label label = RuleTexts.label(english.strip());

        assertThat(label.en()).isEqualTo(english.strip());
        assertThat(label.zh()).isEqualTo(chinese.strip());
    }

    @Test
    void label_noKnownRule_isKept() {
        assertThat(RuleTexts.label("the cat sat")).isEqualTo(Label.same("the cat sat"));
        assertThat(RuleTexts.label("x".repeat(5_000)).zh()).hasSize(5_000);
    }

    /** The value may hold anything, also what looks like a rule or a group of the pattern. */
    @Test
    void label_valueIsKeptAsItIs() {
        assertThat(RuleTexts.label("Base must be positive: $1 must be 5: x").zh())
                .isEqualTo("基数须为正数:$1 must be 5: x");
    }

    /** A place in a document is said in Chinese even where the rule is not known; any other place is then part of the text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            line 3, column 5: the cat sat           | 第3行第5列: the cat sat
            line 3, column 5, foo[2]: the cat sat   | 第3行第5列,foo[2]: the cat sat
            plan.json: the cat sat                  | plan.json: the cat sat
            a.csv: line 1, column 2: the cat sat    | a.csv: 第1行第2列: the cat sat
            a.csv: Base must be positive: 0         | a.csv: 基数须为正数:0
            """)
    void label_placesAreKept(String english, String chinese) {
        assertThat(RuleTexts.label(english.strip()).zh()).isEqualTo(chinese.strip());
    }

    /** What is longer than 2,000 characters is no rule. */
    @Test
    void label_longTexts_areKept() {
        String rule = "Base must be positive: ";
        assertThat(RuleTexts.label(rule + "0".repeat(2_000 - rule.length())).zh())
                .startsWith("基数须为正数:0");
        assertThat(RuleTexts.label(rule + "0".repeat(2_001 - rule.length())).zh())
                .startsWith(rule);
    }

    // ---- how texts are written down ----

    private static Optional<String> said(String texts, String english) throws IOException {
        return new RuleTexts(new BufferedReader(new StringReader(texts))).chinese(english);
    }

    private static final String TEXTS = """
            # Cat = 狗
            [subject]
            Cat = 猫
            An even cat = 双猫

            [rule]
            # * must not be read = 不读
            * must sit: * = $1须坐:$2
            * must sit: now = 从不
            Two = one = 二即一
            = nothing
            All cats must sleep = 猫都须睡
            [other]
            Dogs must bark = 狗须叫
            """;

    @Test
    void texts_theFirstRuleThatFits_isTaken() throws IOException {
        assertThat(said(TEXTS, "Cat must sit: now")).contains("猫须坐:now");
        assertThat(said(TEXTS, "An even cat must sit: there")).contains("双猫须坐:there");
        assertThat(said(TEXTS, "All cats must sleep")).contains("猫都须睡");
        // the last equals sign parts the languages
        assertThat(said(TEXTS, "Two = one")).contains("二即一");
    }

    @Test
    void texts_subjectsAreNoRules_andRemarksNeither() throws IOException {
        assertThat(said(TEXTS, "Cat")).isEmpty();
        assertThat(said(TEXTS, "Dog must not be read")).isEmpty();
        assertThat(said(TEXTS, "")).isEmpty();
        assertThat(said(TEXTS, "Dogs must bark")).contains("狗须叫");
        // only what a rule is about is a subject
        assertThat(said(TEXTS, "Dog must sit: Cat")).contains("Dog须坐:Cat");
    }

    /** What stands before a colon is a place, not a part of what a rule is about. */
    @Test
    void texts_aSubjectHasNoColon() throws IOException {
        assertThat(said(TEXTS, "plan.json: Cat must sit: now")).contains("plan.json: 猫须坐:now");
    }
}
