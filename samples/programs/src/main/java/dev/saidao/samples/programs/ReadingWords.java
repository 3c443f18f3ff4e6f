package dev.saidao.samples.programs;

import dev.saidao.core.figure.Status;
import dev.saidao.core.reading.Mention;
import dev.saidao.core.reading.MentionKind;
import dev.saidao.core.reading.ReadingVocabulary;
import dev.saidao.samples.programs.page.Kit;
import java.util.Optional;

/** What kinds of figures and relations of a page are called for readers. */
record ReadingWords(Kit kit) {

    private static final ReadingVocabulary WORDS = ReadingVocabulary.withDefaults();

    /** The name of the indicator in the language; empty if there is none in it. */
    Optional<String> indicator(Mention mention) {
        return mention.indicator().isBlank()
                ? Optional.empty()
                : WORDS.indicatorName(mention.indicator(), kit.locale());
    }

    String kind(MentionKind kind) {
        return switch (kind) {
            case MONEY -> kit.text("amount of money", "金额");
            case COUNT -> kit.text("count", "数量");
            case SHARE -> kit.text("share", "占比");
            case RATE -> kit.text("growth a year", "年均增长率");
            case STEP -> kit.text("growth from the period before", "同比增长率");
            case TOTAL_GROWTH -> kit.text("growth over several years", "累计增长率");
            case POINTS -> kit.text("percentage points", "百分点之差");
            case DENSITY -> kit.text("density", "密度");
            case MULTIPLE -> kit.text("multiple", "倍数");
            case PHYSICAL -> kit.text("measured amount", "物理量");
            case YEARS -> kit.text("span of years", "年数");
            case AGE -> kit.text("age", "年龄");
            case NUMBER -> kit.text("number", "数");
        };
    }

    String relation(String kind) {
        return switch (kind) {
            case "sum" -> kit.text("sum", "合计");
            case "share" -> kit.text("share", "占比");
            case "density" -> kit.text("density", "密度");
            case "cumulative" -> kit.text("cumulative", "累计");
            case "step" -> kit.text("growth from the period before", "同比增长");
            case "difference" -> kit.text("difference", "差");
            case "multiple" -> kit.text("multiple", "倍数");
            case "growth" -> kit.text("growth a year", "年均增长");
            case "total-growth" -> kit.text("growth over several years", "累计增长");
            case "between" -> kit.text("between", "介于");
            case "at-most" -> kit.text("at most", "不超过");
            case "average" -> kit.text("average", "平均");
            case "cadence" -> kit.text("rounds", "轮次");
            case "ratio-chain" -> kit.text("chain of ratios", "比例链");
            case "same" -> kit.text("the same figure", "同一数字");
            case "currency" -> kit.text("exchange rate", "汇率");
            case "doubling-time" -> kit.text("doubling time", "翻番时间");
            default -> kit.text(kind.replace('-', ' '), "关系");
        };
    }

    String status(Status status) {
        return switch (status) {
            case OBSERVED -> kit.text("observed", "实际值");
            case ESTIMATED -> kit.text("estimated", "估计值");
            case FORECAST -> kit.text("forecast", "预测值");
            case TARGET -> kit.text("target", "目标值");
            case POLICY -> kit.text("set by a rule", "规定值");
            case OUTLOOK -> kit.text("outlook", "展望");
        };
    }
}
