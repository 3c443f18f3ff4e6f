package dev.saidao.core.reading;

import dev.saidao.core.reading.Layout.Sentence;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of whom or what figures are: the words before the indicator in its clause; where there are none, those of the figure
 * before; and under a numbered heading what it is headed by.
 */
final class SubjectPass {

    private static final int LONGEST = 60;
    /** Indicators whose words name who is counted. */
    private static final Set<String> NAMING =
            Set.of("talents", "companies", "employed", "population", "visits", "stock", "capacity", "employees");

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:#+ *|赛道[一二三四五六七八九十]+ *|第[一二三四五六七八九十\\d]+[章节部分]+ *|[一二三四五六七八九十]+、 *|[(（][一二三四五六七八九十\\d]+[)）] *|\\d{1,2}(?:\\.\\d{1,2})*[.、)]? +)(.{2,40})$");
    /** Headings that name the place of a section and not what it is about. */
    private static final Pattern GENERAL = Pattern.compile(
            "(?i)综合|概述|概况|总体情况|总体|前言|引言|结论|摘要|背景|(?:发展|指导|总体|主要|基本|重点|保障|组织|政策|资金|工作|规划)*(?:基础|目标|要求|任务|举措|措施|保障|现状|思想|思路|原则|形势|环境|背景|成效|支持|实施|情况)|overview|summary|introduction|conclusions?|highlights|key findings");

    private static final Pattern LEADING = Pattern.compile(
            "^(?:[,，。;;:、 ]|据|预计|预测|到|其中|目前|当前|截至|数据显示|显示(?![面屏器])|以及|和|及|而|则|将|在(?![校职岗册研建])|从|由|使|达|the |an |a |of |in |by |and |while |with |that |its )+");
    private static final Pattern TRAILING =
            Pattern.compile("(?:的|在|将|(?<!华)为|达|已|约|占|实现|完成|产生| of| is| was| has| had| will| the)+$");

    /** The last characters of what {@link #TRAILING} is about. */
    private static final String TRAILS = "的在将为达已约占现成生fsdle";

    /** What is done with what is counted says of nobody. */
    private static final Pattern VERB = Pattern.compile("(?<=.)(?:累计|合计|共)?(?:完成|实现|拥有)(?=.)");
    /** 中部、西部和东北地区分别完成软件业务: the names of a list, and what is said of each. */
    private static final Pattern LIST = Pattern.compile("([^、]*[、和及与].*?)(?:分别|依次)(.*)");

    private static final Pattern LIST_MARK = Pattern.compile("、|以及|[和及与]");

    private final PageScan scan;

    SubjectPass(PageScan scan) {
        this.scan = scan;
    }

    void run() {
        String heading = "";
        String last = "";
        int paragraph = -1;
        for (int s = 0; s < scan.bySentence.size(); s++) {
            Sentence sentence = scan.layout.sentences().get(s);
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                last = "";
            }
            if (sentence.heading()) {
                String line = scan.text
                        .original()
                        .substring(sentence.start(), sentence.end())
                        .strip();
                Matcher numbered = NUMBERED.matcher(line);
                // a heading without a number ends what a numbered one was about
                String named = numbered.matches() ? numbered.group(1).strip() : "";
                heading = GENERAL.matcher(named).matches() ? "" : named;
            }
            for (Found figure : scan.bySentence.get(s)) {
                String own = own(sentence, figure, scan.bySentence.get(s));
                last = own.isEmpty() ? last : own;
                figure.subject = heading.isEmpty() ? last : heading;
            }
            share(scan.bySentence.get(s));
        }
    }

    /** Gives as many figures of one unit in a row as a list has names each its own. */
    private static void share(List<Found> figures) {
        int first = 0;
        while (first < figures.size()) {
            Found figure = figures.get(first);
            int end = first + 1;
            while (end < figures.size()
                    && figures.get(end).sameUnit(figure)
                    && figures.get(end).subject.equals(figure.subject)) {
                end++;
            }
            Matcher list = LIST.matcher(figure.subject);
            if (end - first > 1 && list.matches()) {
                String[] names = LIST_MARK.split(list.group(1));
                for (int i = first; i < end && names.length == end - first; i++) {
                    figures.get(i).subject = bare(names[i - first] + list.group(2));
                }
            }
            first = end;
        }
    }

    private static String bare(String subject) {
        return VERB.matcher(subject).replaceFirst("");
    }

    /** Where the words end that say of whom, of an indicator that names who is counted with it. */
    private int end(int indicatorAt) {
        ReadingVocabulary.Entry word = scan.marks.at(WordKind.INDICATOR, indicatorAt);
        boolean names = word != null && NAMING.contains(word.meaning());
        return indicatorAt + (names && word != null ? word.word().length() : 0);
    }

    private String own(Sentence sentence, Found figure, List<Found> figures) {
        if (!figure.ownName.isEmpty() && figure.whoAt < 0) {
            return figure.ownName;
        }
        int at = Math.max(figure.indicatorAt, figure.whoAt);
        if (at < 0 || figure.role.equals("cell")) {
            return figure.role.equals("cell") ? figure.subject : "";
        }
        int start = scan.layout.clauseStart(sentence, at);
        for (Found other : figures) {
            start = other.end <= at ? Math.max(start, other.end) : start;
        }
        int end = end(at);
        int head = Math.max(start, at);
        String words = scan.text.original().substring(start, head);
        for (TimeExpression time : scan.timesBySentence.get(figure.sentence)) {
            if (time.start() >= start && time.end() <= at) {
                words = words.replace(scan.text.original().substring(time.start(), time.end()), "");
            }
        }
        String led = LEADING.matcher(words.stripLeading()).replaceFirst("")
                + scan.text.original().substring(head, Math.max(head, end));
        if (led.startsWith("占")) {
            return ""; // of what it is a share, and not whose
        }
        boolean trails = !led.isEmpty() && TRAILS.indexOf(led.charAt(led.length() - 1)) >= 0;
        String subject = bare(trails ? TRAILING.matcher(led).replaceFirst("").strip() : led.strip());
        return subject.length() > LONGEST ? subject.substring(subject.length() - LONGEST) : subject;
    }
}
