package dev.saidao.core.convention;

import static org.assertj.core.api.Assertions.assertThat;

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
}
