package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of reading, over texts put together of figures, words, marks and rubbish in both languages. */
class PageReaderProperties {

    private static final LocalDate PUBLISHED = LocalDate.parse("2026-03-27");

    private static final List<String> PIECES = List.of(
            "2025年",
            "2024—2030年",
            "去年",
            "上半年",
            "第三季度",
            "市场规模",
            "全球",
            "占",
            "其中",
            "同比增长",
            "下降",
            "较",
            "由",
            "到",
            "为",
            "合计",
            "分别为",
            "预计",
            "52亿元",
            "12.5%",
            "三成半",
            "两千家",
            "百分之十",
            "翻一番",
            "4.0:42.0:54.0",
            "5G-A",
            "L3",
            "12345热线",
            "约",
            "以上",
            "每万人",
            "200名",
            "3,100",
            "-1.4",
            "１２％",
            "億",
            "。",
            ",",
            "，",
            ";",
            "(",
            ")",
            "\n",
            " ",
            "In 2025 ",
            "revenue ",
            "rose ",
            "by ",
            "to ",
            "from ",
            "USD 4.2 billion ",
            "€94.0m ",
            "8% ",
            "one in four ",
            "half ",
            "between ",
            "and ",
            "per 10,000 people ",
            "2.3 times ",
            "H1 2024 ",
            "a year earlier ",
            "ISO 9001 ",
            "COVID-19 ",
            "7th ",
            "Table 4 ",
            "\u202e",
            "\u200f",
            "\ud83d\ude00",
            "<b>",
            "1.2.3",
            "99999999999999999999999999999999999999999999",
            "%",
            "¥350 bn ",
            "0.1 of a percentage point ",
            "总收入",
            "的",
            "1400多",
            "十大",
            "二零二五年",
            "$",
            "N",
            "0",
            "7",
            "90 ");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMinSize(0).ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    private static PageReading read(String text) {
        return PageReader.withDefaults().read(text, PUBLISHED);
    }

    @Property(tries = 400)
    void places_giveBackTheText(@ForAll("texts") String text) {
        PageReading reading = read(text);

        assertThat(reading.mentions())
                .allSatisfy(mention -> assertThat(text.substring(mention.start(), mention.end()))
                        .isEqualTo(mention.text()));
        assertThat(reading.leftOut())
                .allSatisfy(number ->
                        assertThat(text.substring(number.start(), number.end())).isEqualTo(number.text()));
    }

    @Property(tries = 400)
    void digits_areAllAccountedFor(@ForAll("texts") String text) {
        PageReading reading = read(text);
        boolean[] covered = new boolean[text.length()];
        reading.mentions().forEach(mention -> java.util.Arrays.fill(covered, mention.start(), mention.end(), true));
        reading.leftOut().forEach(number -> java.util.Arrays.fill(covered, number.start(), number.end(), true));
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && !covered[i]) {
                lost.add(i);
            }
        }
        assertThat(lost).as(text).isEmpty();
    }

    @Property(tries = 200)
    void verdicts_areGivenForAll(@ForAll("texts") String text) {
        assertThatCode(() -> read(text).relations().forEach(relation -> {
                    assertThat(relation.verdict()).isNotNull();
                    relation.reason();
                    relation.implied();
                }))
                .doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void reading_isIndependentOfOtherParagraphs(@ForAll("texts") String text) {
        String own = "正文。" + text.replace("\n", " ") + "。";
        String other = "这一段没有数字,也与前后无关,只是为了说明读法不受影响而写的一句较长的话。";

        assertThat(shown(read(other + "\n" + own + "\n" + other))).isEqualTo(shown(read(own)));
    }

    /**
     * A sentence without a number and without a time says nothing of the figures behind it in its paragraph; but Chinese beside
     * it tells whose ¥ is meant.
     */
    @Property(tries = 200)
    void reading_isIndependentOfSentencesThatItDoesNotReferTo(@ForAll("texts") String text) {
        String own = text.replace("\n", " ").replace("¥", "$") + "。";
        String other = "企业围绕整机和零部件形成较为完整的链条。";

        assertThat(shown(read(other + own))).isEqualTo(shown(read("正文。" + own)));
    }

    /** What is said once behind a list is said of all its members: 4.1、5.2、6.6亿元 is 4.1亿元、5.2亿元、6.6亿元. */
    @Property(tries = 300)
    void unitsSaidOnceBehindAList_areOfAllMembers(
            @ForAll("listed") List<Integer> tenths, @ForAll("listUnits") String unit, @ForAll boolean isSlashed) {
        boolean chinese = unit.charAt(0) > 0x7f;
        List<String> numbers =
                tenths.stream().map(tenth -> tenth / 10 + "." + tenth % 10).toList();
        String text = chinese ? "2023年分别为%s。" : "There were %s in 2023.";
        List<String> each = numbers.stream().map(number -> number + unit).toList();

        List<Mention> once =
                read(text.formatted(list(numbers, chinese, isSlashed) + unit)).mentions();
        List<Mention> always =
                read(text.formatted(list(each, chinese, isSlashed))).mentions();

        assertThat(once)
                .extracting(Mention::value)
                .usingElementComparator(java.math.BigDecimal::compareTo)
                .containsExactlyElementsOf(always.stream().map(Mention::value).toList());
        assertThat(once)
                .extracting(Mention::unit)
                .isEqualTo(always.stream().map(Mention::unit).toList());
        assertThat(once)
                .extracting(Mention::kind)
                .isEqualTo(always.stream().map(Mention::kind).toList());
    }

    private static String list(List<String> members, boolean chinese, boolean isSlashed) {
        if (isSlashed) {
            return String.join("/", members);
        }
        int last = members.size() - 1;
        return chinese
                ? String.join("、", members)
                : String.join(", ", members.subList(0, last)) + " and " + members.get(last);
    }

    @Provide
    Arbitrary<List<Integer>> listed() {
        return Arbitraries.integers()
                .between(11, 99)
                .filter(tenth -> tenth % 10 != 0)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> listUnits() {
        return Arbitraries.of(
                "亿元",
                "万元",
                "亿美元",
                "万吨",
                "万辆",
                "万人",
                "亿千瓦时",
                " million tonnes",
                " million people",
                " billion euros",
                " thousand cars");
    }

    /** Spaces between numbers and their Chinese units are how a text is set, and not what it says. */
    @Property(tries = 100)
    void values_areTheSameWithSpacesBeforeUnits(
            @ForAll @net.jqwik.api.constraints.IntRange(min = 2, max = 99_999) int number,
            @ForAll("units") String unit) {
        String text = "2025年该市有%s" + unit + ",其余不计。";

        assertThat(read(String.format(text, number + " ")).mentions())
                .extracting(mention -> mention.value() + mention.unit() + mention.time())
                .isEqualTo(read(String.format(text, number)).mentions().stream()
                        .map(mention -> mention.value() + mention.unit() + mention.time())
                        .toList());
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("亿元", "万元", "万人", "家企业", "个项目", "亿美元", "名学生");
    }

    @Property(tries = 200)
    void addingAPage_addsFiguresOnly(@ForAll("texts") String first, @ForAll("texts") String second) {
        String one = "正文。" + first.replace("\n", " ") + "。";
        String two = "正文。" + second.replace("\n", " ") + "。";
        List<String> both = new ArrayList<>(shown(read(one)));
        both.addAll(shown(read(two)));

        assertThat(shown(read(one + "\n" + two))).isEqualTo(both);
    }

    private static List<String> shown(PageReading reading) {
        return reading.mentions().stream()
                .map(mention -> mention.text() + "|" + mention.kind() + "|" + mention.value() + "|" + mention.unit()
                        + "|" + mention.time() + "|" + mention.qualifier())
                .toList();
    }
}
