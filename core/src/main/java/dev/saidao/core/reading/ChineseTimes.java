package dev.saidao.core.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words around a time or a figure in a Chinese text say of when it is: whether growth is counted from it, or it holds a gap. */
final class ChineseTimes {

    private static final Pattern OF_A_TIME = Pattern.compile(".*(?:年|年前|同期|期)的");
    private static final int LONGEST_NAME = 16;
    private static final int SPENT = 6;
    private static final Pattern NO_CLAUSE_END = Pattern.compile("[,，]?[^,，;；。]*");
    private static final Pattern OF_NAME = Pattern.compile("[^,，;；]+的");
    private static final Pattern GAP = Pattern.compile("(?<!(?:收窄|缩小|扩大|拉大))(?:差距|相差)(?!.{0,4}[缩收扩拉])");
    private static final Pattern AGAINST_OTHER = Pattern.compile(
            "(?:超|超出|超过|快于|高于|低于|好于|优于|高出|领先|落后|慢于|比|较)[^,，。;；\\d]{0,12}(?:进度|计划|目标|预期|平均水平|平均|全国|全省|全市|全球)"
                    + "[^,，。;；\\d年月季]{0,4}$");
    private static final Pattern STEADY =
            Pattern.compile("连续([二两三四五六七八九十]|\\d{1,2})年(?:均|都)?(?:稳定|保持|维持|稳居)?(?:在|超过|超|突破|高于|达到)?$");
    private static final Pattern SINCE_YEAR_END = Pattern.compile("[上去]年年?(?:末|底)");
    private static final Pattern THAN_A_YEAR =
            Pattern.compile("[较比](?:\\d{4}年|\\d{1,2}月|[一二三四]季度|前[一二两三四五六七八九十]{1,2}(?:个?季度|个?月)|上半年|年初)");

    private final String folded;

    ChineseTimes(String folded) {
        this.folded = folded;
    }

    /** 是2025年实际交付量的8倍: a multiple of what there was in that year. */
    boolean isOfThatYear(TimeExpression time, Found next) {
        return next.kind == MentionKind.MULTIPLE
                && next.start - time.end() <= LONGEST_NAME
                && OF_NAME.matcher(folded.substring(time.end(), Math.max(time.end(), next.start)))
                        .matches();
    }

    /** 2019年高峰的11%: a level by its place among those of other years. */
    boolean isPeak(int index) {
        return List.of("高峰的", "高点的", "峰值的", "低点的", "低谷的", "年末的", "年底的").stream()
                .anyMatch(words -> folded.startsWith(words, index));
    }

    /** Whether one of some words stands right before an index. */
    boolean precededBy(int index, String... words) {
        int end = index > 0 && folded.charAt(index - 1) == ' ' ? index - 1 : index;
        for (String word : words) {
            if (folded.startsWith(word, end - word.length())) {
                return true;
            }
        }
        return false;
    }

    /** 只有四年前的两成: a share of what there was at another time. */
    boolean ofBase(Found figure) {
        String before = folded.substring(Math.max(0, figure.start - 8), figure.start);
        return OF_A_TIME.matcher(before).matches();
    }

    /** 累计10万名: what came together over the years spoken of. */
    boolean isCumulated(Found figure) {
        return figure.role.startsWith("cumulative")
                && folded.substring(Math.max(0, figure.start - 10), figure.start)
                        .contains("累计");
    }

    /** 三年内共投入126亿元: what is spent over the years, and no total at their end. */
    boolean isSpent(Found figure) {
        String before = folded.substring(Math.max(0, figure.start - SPENT), figure.start);
        return figure.kind == MentionKind.MONEY
                && (before.contains("投入") || before.contains("安排") || before.contains("支出") || before.contains("发放"));
    }

    /** 自然减少5.5万人: a balance of births and deaths, and of one time. */
    boolean isNatural(Found figure) {
        return folded.substring(Math.max(0, figure.start - 6), figure.start).contains("自然");
    }

    /** 差距为15个百分点: between two things, and not between two times. */
    boolean isGap(Found figure, @Nullable Found previous) {
        int start = previous == null ? Math.max(0, figure.start - 12) : Math.min(previous.end, figure.start);
        return GAP.matcher(folded).region(start, figure.start).find();
    }

    /** 高于全国平均水平2.1个百分点, 超序时进度10个百分点: held against a place or a plan, and not against a time. */
    boolean isAgainstOther(Found figure) {
        return AGAINST_OTHER
                .matcher(folded.substring(Math.max(0, figure.start - 24), figure.start))
                .find();
    }

    /** 连续5年稳定在1400万吨以上: over how many years a level was held, 0 if words do not say so. */
    int steadyYears(Found figure) {
        String before = folded.substring(Math.max(0, figure.start - 14), figure.start);
        Matcher steady = STEADY.matcher(before);
        return before.contains("连续") && steady.find() ? TimeRules.number(steady.group(1)) : 0;
    }

    /** 7月末不良率1.26%,比上年末下降0.04个百分点: counted from the end of the year before. */
    boolean hasYearEnd(Found figure, @Nullable Found previous) {
        int start = previous == null ? Math.max(0, figure.start - 30) : Math.min(previous.end, figure.start);
        return SINCE_YEAR_END.matcher(folded).region(start, figure.start).find();
    }

    /** 十年间我国产值实现了从60万亿元到134万亿元的跨越: how many years stand before the first of a pair, 0 if none do. */
    int yearsBefore(Found figure, @Nullable TimeExpression duration) {
        boolean before =
                duration != null && duration.end() <= figure.start && figure.start - duration.end() <= LONGEST_NAME;
        return before
                        && duration != null
                        && NO_CLAUSE_END
                                .matcher(folded)
                                .region(duration.end(), figure.start)
                                .matches()
                ? duration.years()
                : 0;
    }

    /** Whether 较 or 比 with a time stands between the last figure and this one. */
    boolean hasComparison(Found figure, @Nullable Found previous) {
        String between =
                folded.substring(previous == null ? Math.max(0, figure.start - 30) : previous.end, figure.start);
        return THAN_A_YEAR.matcher(between).find();
    }
}
