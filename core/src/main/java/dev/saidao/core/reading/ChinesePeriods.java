package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of a Chinese sentence their times. A time stands before what it is of and holds until another is named;
 * one behind 较, 比, 由 or 从 is a base of comparison and holds for the figure behind it only.
 */
final class ChinesePeriods {

    private static final Pattern BROKEN_DOWN = Pattern.compile("分[^,，。看]{1,8}看|按[^,，。分]{1,10}分[,，]");

    /** Words of a sentence that goes on about what is to come. */
    private static final Pattern TO_COME =
            Pattern.compile("预计|有望|可望|将|预测|预期|料|目标|力争|计划|规划|拟|确保|争取|建成|打造|届时|其中|其|到时|会|实现|新增|累计|每年|达到|年均|复合");

    /** 高于预期及4月的8.4%: what stands between two times with which something is compared. */
    private static final Pattern COMPARED_TOO = Pattern.compile("(?:、|和|及|与|以及)|的?[^,，;；。]{0,16}(?:及|以及)");

    /** 上年度之40.2億元, and not 2020年之前. */
    private static final Pattern OF = Pattern.compile("的|之(?![前后间内外中际])");

    private static final Pattern HELD_AGAINST = Pattern.compile("[高低优好快慢多少强弱]于|较|超过?");

    /** Words right before a time that is still to come. */
    private static final String[] AHEAD = {"预计", "预期", "预测", "有望", "力争", "计划", "展望"};

    private static final Pattern EXPECTED = Pattern.compile("预计|有望|可望|将|预测|预期|目标|力争|计划|届时");

    private static final int DECEMBER = 12;

    private static final Pattern DAY = Pattern.compile("(\\d{1,2}) ?月 ?\\d{1,2} ?日(?=[,，]|\\d{1,2}时)");
    private static final Pattern PUBLISHED = Pattern.compile("发布|公布|公告|披露|宣布|印发|召开|举行|报道|表示|获悉|消息|介绍|发表|报告|统计|显示|年|月");

    private static final Pattern FIRST_YEARS = Pattern.compile("前[一二两三四五六七八九十\\d]{1,2}年[^。]*$");
    private static final Pattern LAST_YEARS = Pattern.compile("^[^。]*后[一二两三四五六七八九十\\d]{1,2}年");
    private static final int CLAUSES = 60;

    /** How far around a time words are looked for. */
    private static final int AROUND = 20;

    /** A time that stands no further in a sentence opens it. */
    private static final int OPENING = 3;

    private final String folded;
    private final Layout layout;
    private final ChineseTimes words;
    private final LocalDate published;

    private final ChineseSpokenTimes spoken = new ChineseSpokenTimes();
    private final ChineseLevels levels;
    private final ChineseClaims claims;

    ChinesePeriods(String folded, Layout layout, LocalDate published) {
        this.folded = folded;
        this.words = new ChineseTimes(folded);
        this.layout = layout;
        this.published = published;
        this.levels = new ChineseLevels(published, words, spoken);
        this.claims = new ChineseClaims(folded, published, words, spoken);
    }

    /** Starts a paragraph, under a heading that may name a time. */
    void startParagraph(@Nullable When heading) {
        spoken.startParagraph(heading);
    }

    @Nullable When main() {
        return spoken.main;
    }

    void main(@Nullable When time) {
        spoken.main = time;
    }

    void run(Sentence sentence, List<Found> figures, List<TimeExpression> times) {
        if (spoken.opening != null && isBrokenDown(sentence)) {
            spoken.main = spoken.opening;
        }
        if (spoken.main == null && isBrokenDown(sentence)) {
            spoken.main = spoken.before; // 按消费类型分, in a paragraph of its own
        }
        spoken.startSentence();
        back(sentence, times);
        thisYear(sentence, times);
        int f = 0;
        int t = 0;
        int last = sentence.start();
        while (f < figures.size() || t < times.size()) {
            boolean time =
                    t < times.size() && (f == figures.size() || times.get(t).start() < figures.get(f).start);
            int at = time ? times.get(t).start() : figures.get(f).start;
            if (folded.substring(Math.min(last, at), at).indexOf(';') >= 0
                    || folded.substring(Math.min(last, at), at).indexOf('；') >= 0) {
                spoken.base = null;
            }
            if (time) {
                Found next = f < figures.size() ? figures.get(f) : null;
                name(sentence, times.get(t), next, t + 1 < times.size() ? times.get(t + 1) : null, times);
                last = times.get(t++).end();
            } else {
                give(figures, f);
                last = figures.get(f++).end;
            }
        }
    }

    private boolean isBrokenDown(Sentence sentence) {
        return BROKEN_DOWN
                .matcher(folded)
                .region(sentence.start(), Math.min(sentence.end(), sentence.start() + 16))
                .lookingAt();
    }

    /** 预计2029年突破300亿元。医疗健康占39.4%: a sentence that names no time, and says nothing of the future, is no more of it. */
    private void back(Sentence sentence, List<TimeExpression> times) {
        When main = spoken.main;
        if (main != null && main.year() <= published.getYear() && spoken.past == null) {
            spoken.past = main;
        }
        When past = spoken.past;
        boolean ofNow = past != null
                && main != null
                && main.year() > published.getYear()
                && times.isEmpty()
                && !speaksOfTimeToCome(sentence);
        if (ofNow) {
            spoken.main = past;
            spoken.spanFrom = null;
            spoken.spanTo = null;
        }
        if (spoken.aside != null) {
            spoken.main = spoken.aside;
            spoken.aside = null;
        }
    }

    /** Whether a sentence may be about what is to come; what is compared with last year is not, unless it says so. */
    private boolean speaksOfTimeToCome(Sentence sentence) {
        String said = folded.substring(sentence.start(), sentence.end());
        return (said.contains("同比") ? EXPECTED : TO_COME).matcher(said).find();
    }

    /** 报名人数1290万人,比去年减少45万人: what is compared with last year, and said to be of no time, is of this year. */
    private void thisYear(Sentence sentence, List<TimeExpression> times) {
        for (TimeExpression time : times) {
            boolean lastYear = spoken.main == null
                    && time.type() == TimeType.POINT
                    && time.to() != null
                    && folded.startsWith("去年", time.start())
                    && words.precededBy(time.start(), "比", "较");
            if (lastYear && time.equals(times.get(0))) {
                main(
                        When.year(published.getYear()),
                        TimeExpression.of(sentence.start(), sentence.start(), TimeType.SAME, 0));
            }
        }
    }

    // ---- times ----

    private void name(
            Sentence sentence,
            TimeExpression time,
            @Nullable Found next,
            @Nullable TimeExpression nextTime,
            List<TimeExpression> all) {
        switch (time.type()) {
            case EVENT -> day(sentence, time, next);
            case DURATION -> {
                spoken.duration = time;
                spoken.unnamed |= isOfUnnamedYears(time);
                restOfPlan(time);
            }
            case SPAN -> {
                boolean plan = time.years() > 0;
                When first = time.from();
                spoken.span(plan && first != null ? first.plusYears(-1) : first, time.to());
                spoken.spanOfYearsAfter = plan;
                spoken.planEnd = plan ? time.to() == null ? null : ChineseTimeRules.endOfPlan(time.to()) : null;
                spoken.spanUntilNow = plan && folded.startsWith("以来", time.end());
                if (spoken.spanUntilNow && spoken.spanTo != null && spoken.spanTo.year() > When.lastYear(published)) {
                    spoken.spanTo = When.year(When.lastYear(published));
                }
            }
            case FUTURE -> {
                spoken.spanOfYearsAfter = true;
                When end = endOfFuture(time.years(), all);
                spoken.span(end.plusYears(-time.years()), end);
            }
            case PAST -> {
                if (isOfUnnamedYears(time)) {
                    spoken.unnamed = true;
                    return;
                }
                spoken.spanOfYearsAfter = true;
                When end = When.year(
                        spoken.main != null && spoken.mainInSentence ? spoken.main.year() : When.lastYear(published));
                spoken.span(end.plusYears(-Math.max(time.years(), 1)), end);
            }
            case THROUGHOUT -> {
                if (spoken.base != null && spoken.main != null) {
                    spoken.span(spoken.base, spoken.main);
                }
            }
            default -> {
                When when = ofSamePart(time, resolved(time));
                if (when != null) {
                    point(sentence, time, when, next, nextTime);
                }
            }
        }
    }

    /** 2022年前10个月与2021年同期比较: the same part of another year. */
    private @Nullable When ofSamePart(TimeExpression time, @Nullable When named) {
        When around = spoken.main;
        boolean same = named != null
                && around != null
                && time.type() == TimeType.POINT
                && named.grain() == When.Grain.YEAR
                && !around.grain().isYear()
                && folded.startsWith("同期", time.end() - 2);
        return same && named != null && around != null ? new When(named.year(), around.grain(), around.part()) : named;
    }

    /** “十四五”前三年建成4.2万个，后两年再建2.8万个，五年合计7.0万个: years of the plan that was named before. */
    private void restOfPlan(TimeExpression time) {
        When end = spoken.planEnd;
        boolean rest = time.start() > 0 && folded.charAt(time.start() - 1) == '后';
        if (end != null && (rest || time.years() == ChineseTimeRules.YEARS_OF_PLAN)) {
            spoken.span(end.plusYears(-time.years()), end);
        }
    }

    /** 7月11日,全省最高用电负荷10190万千瓦: a day that opens a sentence, unless something was published on it. */
    private void day(Sentence sentence, TimeExpression time, @Nullable Found next) {
        Matcher day = DAY.matcher(folded).region(time.start(), folded.length());
        boolean opens = time.start() - sentence.start() <= OPENING && next != null && day.lookingAt();
        if (opens
                && next != null
                && !PUBLISHED
                        .matcher(folded)
                        .region(time.end(), Math.max(time.end(), next.start))
                        .find()) {
            int month = Integer.parseInt(day.group(1));
            if (month >= 1 && month <= DECEMBER) {
                main(When.lastBefore(When.Grain.MONTH, month, published), time);
            }
        }
    }

    /** 前三年投入12亿元,后两年投入9亿元: the first or last years of some that no words name. */
    private boolean isOfUnnamedYears(TimeExpression time) {
        boolean first =
                folded.charAt(time.start() - (time.start() > 0 && folded.charAt(time.start()) != '前' ? 1 : 0)) == '前'
                        && LAST_YEARS
                                .matcher(folded)
                                .region(time.end(), Math.min(folded.length(), time.end() + CLAUSES))
                                .find();
        boolean last = time.start() > 0
                && folded.charAt(time.start() - 1) == '后'
                && (spoken.unnamed
                        || FIRST_YEARS
                                .matcher(folded)
                                .region(Math.max(0, time.start() - CLAUSES), time.start())
                                .find());
        return spoken.planEnd == null && spoken.spanTo == null && time.years() > 0 && (first || last);
    }

    private When endOfFuture(int years, List<TimeExpression> times) {
        int usual = When.planBase(published) + years;
        for (TimeExpression time : times) {
            When to = time.to();
            if (time.type() == TimeType.POINT && to != null && Math.abs(to.year() - usual) <= 1 && years > 1) {
                return When.year(to.year());
            }
        }
        return When.year(usual);
    }

    private @Nullable When resolved(TimeExpression time) {
        When to = time.to();
        When around = spoken.main;
        return switch (time.type()) {
            case POINT -> {
                When reported = reported(time);
                yield isSoFar(time, around) ? soFar(around) : reported != null ? reported : to;
            }
            case PARTIAL -> {
                boolean ahead = around == null && words.precededBy(time.start(), AHEAD);
                if (to == null) {
                    yield ahead || (around == null && isToCome(time))
                            ? When.year(published.getYear())
                            : When.year(around != null ? around.year() : When.lastFullYear(published));
                }
                yield around != null
                        ? partOf(around, to, time)
                        : ahead
                                ? When.firstFrom(to.grain(), to.part(), published)
                                : When.lastBefore(to.grain(), to.part(), published);
            }
            case SAME -> folded.charAt(time.end() - 1) == '月' ? lastMonth(around) : around;
            case ANCHORED_YEARS -> {
                When now = (around != null ? around : When.year(When.lastYear(published))).plusYears(-time.years());
                yield to == null ? now : new When(now.year(), to.grain(), to.part());
            }
            case YEAR_BEFORE -> When.year((around != null ? around.year() : When.lastYear(published)) - time.years());
            case ANCHORED_PREVIOUS ->
                around != null
                        ? around.previous()
                        : folded.startsWith("上季", time.start()) ? ChineseTimeRules.lastQuarter(published) : null;
            case AGO ->
                around == null ? When.year(When.lastYear(published) - time.years()) : around.plusYears(-time.years());
            default -> null;
        };
    }

    /** A part of the year spoken of; what is told in March of the fourth quarter is told of that of the year before. */
    private When partOf(When around, When part, TimeExpression time) {
        When then = new When(around.year(), part.grain(), part.part());
        boolean told = around.year() == published.getYear()
                && !around.grain().isYear()
                && !around.beginsAfter(published)
                && then.beginsAfter(published)
                && !isToCome(time)
                && !words.precededBy(time.start(), AHEAD);
        return told ? then.plusYears(-1) : then;
    }

    /** Whether the sentence of a time speaks of what is to come. */
    private boolean isToCome(TimeExpression time) {
        int from = Math.max(0, time.start() - AROUND);
        return EXPECTED.matcher(folded)
                .region(from, Math.min(folded.length(), time.end() + AROUND))
                .find();
    }

    /** 报告期内, 期末: the time that the heading of the page named, and its end; absent if another is meant, or no heading named one. */
    private @Nullable When reported(TimeExpression time) {
        When heading = spoken.heading;
        String said = folded.substring(time.start(), time.end());
        if (heading == null || !(said.startsWith("报告期") || said.endsWith("期末"))) {
            return null;
        }
        return said.endsWith("末") ? ChineseTimeRules.endOf(heading) : heading;
    }

    /** 10月零售128万辆。今年以来累计1015万辆: until the month that the paragraph is of. */
    private boolean isSoFar(TimeExpression time, @Nullable When around) {
        return around != null
                && around.grain() == When.Grain.MONTH
                && around.year() == published.getYear()
                && folded.substring(time.start(), time.end()).endsWith("以来");
    }

    /** 1-9月…,当月: the last of the months spoken of. */
    private static @Nullable When lastMonth(@Nullable When around) {
        return around == null || around.grain().isYear() ? around : ChineseTimeRules.endOf(around);
    }

    private static @Nullable When soFar(@Nullable When month) {
        return month == null ? null : new When(month.year(), When.Grain.MONTHS_FROM_FIRST, month.part());
    }

    private void point(
            Sentence sentence,
            TimeExpression time,
            When when,
            @Nullable Found next,
            @Nullable TimeExpression nextTime) {
        boolean ofFigure =
                next != null && next.isLevel() && next.start - time.end() <= 1 && folded.startsWith("的", next.end);
        boolean of = ofFigure
                || OF.matcher(folded).region(time.end(), folded.length()).lookingAt()
                || folded.startsWith("水平", time.end())
                || (next != null && next.isLevel() && words.isPeak(time.end()))
                || (next != null && words.isOfThatYear(time, next));
        boolean alsoCompared = spoken.baseUntil > 0
                && spoken.baseUntil < time.start()
                && COMPARED_TOO
                        .matcher(folded)
                        .region(spoken.baseUntil, time.start())
                        .matches();
        if (alsoCompared && spoken.main != null && when.compareTo(spoken.main) < 0) {
            spoken.bases.add(when);
            spoken.baseUntil = time.end(); // 分别比上月末和上年同期高1.3个和1.5个百分点
            if (next != null && (ofFigure || (of && next.start - time.end() <= 1))) {
                next.time = when;
                next.timeSaid = true;
            }
            return;
        }
        boolean ofOther = next != null
                && next.isLevel()
                && next.start - time.end() <= 1
                && spoken.main != null
                && spoken.mainInSentence
                && when.compareTo(spoken.main) < 0
                && words.precededBy(time.start(), "及", "以及", "和", "与")
                && HELD_AGAINST
                        .matcher(folded)
                        .region(layout.clauseStart(sentence, time.start()), time.start())
                        .find();
        if (ofOther && next != null) {
            next.time = when; // 低于市场预期及4月的8.4%
            next.timeSaid = true;
            return;
        }
        if (folded.startsWith("水平", time.end()) && words.precededBy(time.start(), "至", "到")) {
            return; // 降至2017年水平: as low as then, and not then
        }
        if (words.precededBy(time.start(), "由", "从", "自")
                || words.precededBy(time.start(), "较", "比", "相比", "于", "与", "和", "较之", "同")
                || (of
                        && words.precededBy(
                                time.start(), "是", "为", "只有", "仅为", "相当于", "恢复至", "恢复到", "不到", "不足", "超过", "约为"))) {
            if (words.precededBy(time.start(), "和") && !of && spoken.baseUntil + 1 != time.start()) {
                main(when, time);
                return;
            }
            spoken.baseUntil = time.end();
            spoken.bases.clear();
            spoken.bases.add(when);
            spoken.basesUsed = 0;
            spoken.base = when;
            spoken.pairBase = when;
            boolean direct = next != null
                    && next.start - time.end() <= 14
                    && (next.isLevel() || (next.kind == MentionKind.MULTIPLE && next.bare))
                    && (nextTime == null || nextTime.start() > next.start)
                    && layout.clauseStart(sentence, next.start) <= time.start()
                    && (of || next.start == time.end() || words.precededBy(time.start(), "由", "从", "自"));
            if (direct
                    && next != null
                    && !(next.kind == MentionKind.SHARE
                            && !words.precededBy(time.start(), "由", "从", "自", "较", "比", "于"))) {
                next.time = when;
                next.timeSaid = true;
                if (next.kind == MentionKind.SHARE) {
                    next.cue = "from";
                }
            }
            return;
        }
        boolean earlier = spoken.main != null
                && spoken.mainInSentence
                && when.compareTo(spoken.main) < 0
                && folded.substring(spoken.mainAt, time.start()).indexOf(';') < 0
                && folded.substring(spoken.mainAt, time.start()).indexOf('；') < 0;
        boolean previousPart = earlier
                && spoken.main != null
                && spoken.main.grain() == when.grain()
                && !when.grain().isYear();
        boolean back = spoken.main == null
                && spoken.spokeOfNow
                && when.year() < When.lastYear(published)
                && (time.start() > sentence.start() + OPENING || !Character.isDigit(folded.charAt(time.start())));
        boolean anchored = back
                || (time.type() == TimeType.AGO && (spoken.main != null || spoken.spokeOfNow))
                || (spoken.main != null
                        && (time.type() == TimeType.ANCHORED_YEARS
                                || time.type() == TimeType.YEAR_BEFORE
                                || time.type() == TimeType.ANCHORED_PREVIOUS));
        boolean bracketed = spoken.main != null
                && when.compareTo(spoken.main) < 0
                && time.start() > sentence.start()
                && "(（".indexOf(folded.charAt(time.start() - 1)) >= 0
                && next != null
                && next.start < closing(time.end());
        if (bracketed) {
            spoken.scoped = when; // 溢利79.3百萬元(2024年同期:86.4百萬元),減少8.2%
            spoken.scopedUntil = closing(time.end());
            return;
        }
        if (anchored || previousPart || (earlier && time.type() != TimeType.PARTIAL)) {
            spoken.scoped = when;
            boolean apart =
                    time.end() < folded.length() && ",，:：".indexOf(folded.charAt(time.end())) >= 0; // 上年同期:47.1亿元
            spoken.scopedUntil = layout.clauseEnd(sentence, Math.min(time.end() + (apart ? 1 : 0), sentence.end() - 1));
            spoken.base = when;
            return;
        }
        main(when, time);
    }

    /** Where the brackets close that are open at an index. */
    private int closing(int index) {
        int end = index;
        while (end < folded.length() && ")）。\n".indexOf(folded.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void main(When when, TimeExpression time) {
        if (spoken.main != null
                && when.compareTo(spoken.main) > 0
                && spoken.mainInSentence
                && time.type() != TimeType.SAME) {
            spoken.base = spoken.main;
        }
        // 3月当月…, 其中第三季度…: a part of the time spoken of, with which the next sentence goes on
        boolean aside = spoken.main != null
                && time.type() == TimeType.PARTIAL
                && when.isSinglePartOf(spoken.main)
                && (folded.startsWith("当", time.end())
                        || folded.startsWith("环比", time.end())
                        || folded.startsWith("单", time.end())
                        || words.precededBy(time.start(), "其中", "其中,", "其中，", "其中:"));
        spoken.aside = aside ? spoken.main : spoken.aside;
        boolean foreseen = when.year() == published.getYear() && words.precededBy(time.start(), AHEAD);
        if (when.year() <= published.getYear() && !foreseen) {
            spoken.past = when;
        }
        spoken.main = when;
        spoken.firstInSentence = spoken.firstInSentence == null ? when : spoken.firstInSentence;
        spoken.opening = spoken.opening == null ? when : spoken.opening;
        spoken.mainAt = time.start();
        spoken.mainInSentence = true;
        spoken.scoped = null;
        if (time.type() != TimeType.SAME) {
            spoken.spanFrom = null;
            spoken.spanTo = null;
        }
    }

    // ---- figures ----

    private void give(List<Found> figures, int f) {
        Found figure = figures.get(f);
        if (spoken.unnamed) {
            figure.isUndated = true;
            return;
        }
        // 由上年的13.2:32.3:54.5调整为…: the shares of one structure are of one time
        Found before = f > 0 ? figures.get(f - 1) : null;
        if (figure.role.equals("structure")
                && before != null
                && before.role.equals("structure")
                && figure.start == before.end + 1) {
            figure.time = before.time;
            figure.timeSaid = before.timeSaid;
            return;
        }
        boolean ofEarlier = figure.kind == MentionKind.SHARE
                && before != null
                && before.isLevel()
                && folded.startsWith("的", before.end)
                && figure.start == before.end + 1
                && spoken.main != null
                && before.time != null
                && before.time.compareTo(spoken.main) < 0;
        if (ofEarlier && before != null) {
            figure.from = before.time; // 恢复到2019年400万人次的77.5%
            figure.time = spoken.main;
            figure.timeSaid = true;
            return;
        }
        When said = spoken.scoped != null && figure.start < spoken.scopedUntil ? spoken.scoped : spoken.main;
        When now = said != null ? said : When.year(When.lastYear(published));
        boolean claim = claims.isClaim(figure);
        if (claim) {
            claims.claim(figure, now, f > 0 ? figures.get(f - 1) : null);
        } else if (figure.time == null) {
            boolean scoped = said != null && said.equals(spoken.scoped);
            levels.level(figure, now, scoped);
        }
        if (figure.isLevel() && !claim && words.precededBy(figure.start, "由", "从", "自") && figure.time != null) {
            spoken.base = figure.time;
            spoken.pairBase = figure.time;
        }
    }
}
