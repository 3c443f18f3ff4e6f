package dev.saidao.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.saidao.core.audit.Verdict;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.figure.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PageReaderTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2026-03-27");

    private static PageReading read(String text) {
        return PageReader.withDefaults().read(text, PUBLISHED);
    }

    @Test
    void read_growthThatDoesNotFit_contradicts() {
        // 380 × 1.15^4 is 665: both years are printed, so there are four steps
        PageReading reading = read("2025年国内传感器市场规模为380亿元,预计2029年将达到790亿元,2025—2029年复合增速为15.0%。");

        assertThat(reading.mentions())
                .extracting(Mention::text, Mention::time)
                .containsExactly(tuple("380亿元", "2025"), tuple("790亿元", "2029"), tuple("15.0%", "2025/2029"));
        assertThat(reading.contradictions()).singleElement().satisfies(relation -> {
            assertThat(relation.kind()).isEqualTo("growth");
            assertThat(relation.sureness()).isEqualTo(Sureness.STATED);
            assertThat(relation.finding()).isPresent();
        });
    }

    @Test
    void read_placesGiveBackTheText() {
        PageReading reading = read("In 2025 sales rose 5.4% to €210.8m (2024: €200.0m).");

        assertThat(reading.mentions())
                .hasSize(3)
                .allSatisfy(mention -> assertThat(reading.text().substring(mention.start(), mention.end()))
                        .isEqualTo(mention.text()));
        assertThat(reading.relations())
                .singleElement()
                .satisfies(
                        relation -> assertThat(relation.verdict().isAgreement()).isTrue());
    }

    @Test
    void read_numbersThatAreNoFigures_areLeftOutWithTheReason() {
        PageReading reading =
                read("In 2024 the ISO 9001 audit, the 7th of its kind, covered Table 4. COVID-19 was over.");

        assertThat(reading.mentions()).isEmpty();
        assertThat(reading.leftOut())
                .extracting(LeftOut::text, LeftOut::reason)
                .containsExactly(
                        tuple("In 2024".substring(3), LeftOut.Reason.DATE),
                        tuple("9001", LeftOut.Reason.NAME),
                        tuple("7th", LeftOut.Reason.ORDINAL),
                        tuple("4", LeftOut.Reason.ORDINAL),
                        tuple("COVID-19", LeftOut.Reason.NAME));
    }

    @Test
    void read_unprintedMember_saysWhereItMustLie() {
        // 43.05 to 43.15 divided by 1.075 to 1.085: closed form
        PageReading reading = read("2025年公司营业收入43.1亿元,同比增长8%。");

        assertThat(reading.relations()).singleElement().satisfies(relation -> {
            assertThat(relation.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(relation.members().get(0).isUnprinted()).isTrue();
            assertThat(relation.implied().orElseThrow().lower().orElseThrow())
                    .isBetween(new BigDecimal("3967000000"), new BigDecimal("3968000000"));
        });
    }

    @Test
    void with_ownWords_readsThem() {
        ReadingVocabulary words = ReadingVocabulary.withDefaults().plus("unit count wafers: 片晶圆\nqualifier about: 差不多");

        PageReading reading = PageReader.withDefaults().with(words).read("月产能差不多30000片晶圆。", PUBLISHED);

        assertThat(reading.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.unit()).isEqualTo("wafers");
            assertThat(mention.qualifier()).isEqualTo("about");
        });
    }

    @Test
    void plus_lineOfAnotherForm_isRefused() {
        assertThatThrownBy(() -> ReadingVocabulary.withDefaults().plus("no colon here"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Line must be 'kind detail: word, word': no colon here");
    }

    /** A line that holds the end of a sentence and has none at its own end was broken at its width. */
    @Test
    void linesOfAParagraph_areJoined_whereANumberBeginsTheNext() {
        for (String before : new String[] {"of every", "for all the"}) {
            String paragraph =
                    "The paper counts 2.25 million engineers in the capital. They are 20% of the employed, or 200 "
                            + before + "\n10,000 employed persons.";
            assertThat(read(paragraph).mentions())
                    .as(before)
                    .extracting(mention -> mention.text().replace('\n', ' '))
                    .isEqualTo(read(paragraph.replace('\n', ' ')).mentions().stream()
                            .map(Mention::text)
                            .toList());
        }
    }

    @Test
    void toDossier_keepsFiguresAndRelations() {
        Dossier dossier = read("2025年收入56.4亿元,上年同期为50.0亿元,同比增长12.8%。").toDossier("2027", Label.same("page"));

        assertThat(dossier.figures()).hasSize(3);
        assertThat(dossier.figures().get(0).printed().orElseThrow().amount()).isEqualByComparingTo("5640000000");
        assertThat(dossier.relations()).hasSize(1);
    }

    /** Found by a property: the density took the sign of the next amount for a word of its own. */
    @Test
    void read_currencyBehindADensity_belongsToTheAmount() {
        PageReading reading = read("90 per 10,000 people USD 4.2 billion ");

        assertThat(reading.mentions()).extracting(Mention::text).contains("USD 4.2 billion");
        assertThat(reading.mentions().get(0).end())
                .isLessThanOrEqualTo(reading.mentions().get(1).start());
    }

    /** Found by a property: the density took the minus of the next number for a word of its own. */
    @Test
    void read_signBehindADensity_belongsToTheNextNumber() {
        PageReading reading = read("200名per 10,000 people -1.4");

        assertThat(reading.mentions()).hasSize(1);
        assertThat(reading.mentions().get(0).text()).isEqualTo("200名per 10,000 people");
    }

    @Test
    void read_subjects_areWholeNamesWithoutTheVerb() {
        assertThat(read("2025年华为营业收入8800亿元,从业人员约20万人,在岗人员3000名。").mentions())
                .extracting(Mention::subject)
                .containsExactly("华为", "从业人员", "在岗人员");
        assertThat(read("2025年甲区拥有科技企业400家。").mentions())
                .extracting(Mention::subject)
                .containsExactly("甲区科技企业");
    }

    @Test
    void read_shareOfAWhole_isOfTheOneBefore() {
        assertThat(read("2025年软件产品收入240亿元,占全行业收入的比重为21.7%。").mentions())
                .extracting(Mention::subject)
                .containsExactly("软件产品", "软件产品");
    }

    @Test
    void read_respectively_eachFigureHasItsOwnSubject() {
        assertThat(read("2025年东部、中部和西部分别完成软件业务收入90亿元、30亿元和20亿元,同比分别增长13.5%、11.0%和10.2%。")
                        .mentions())
                .extracting(Mention::subject)
                .containsExactly("东部软件业务", "中部软件业务", "西部软件业务", "东部软件业务", "中部软件业务", "西部软件业务");
        assertThat(read("2025年东部、中部和西部分别完成软件业务收入90亿元、30亿元。").mentions())
                .extracting(Mention::subject)
                .containsOnly("东部、中部和西部分别软件业务");
    }

    @Test
    void read_yearsToCome_areTargetsUnderSuchAHeading_elseForecasts() {
        assertThat(read("二、发展目标\n到2030年,机器人市场规模达到1300亿元。").mentions())
                .extracting(Mention::status, Mention::subject)
                .containsExactly(tuple(Status.TARGET, "机器人"));
        assertThat(read("The market is worth $3 billion in 2030.").mentions())
                .extracting(Mention::status)
                .containsExactly(Status.FORECAST);
        assertThat(read("The market was worth $3 billion in 2025.").mentions())
                .extracting(Mention::status)
                .containsExactly(Status.OBSERVED);
    }

    @Test
    void read_aFifthOfWhom_isOfThoseNamedBefore() {
        assertThat(read("The company employs 2,300 people, a fifth of whom work in research.")
                        .relations())
                .singleElement()
                .satisfies(relation -> assertThat(relation.members())
                        .extracting(
                                member -> member.role(),
                                member -> member.mention().orElse("?"))
                        .containsExactly(tuple("part", "?"), tuple("whole", "f1"), tuple("share", "f2")));
    }

    @Test
    void read_englishSubject_isThatBeforeTheIndicator() {
        assertThat(read("Installed electrolyser capacity stood at 2.4 GW in 2025. The goal for 2030 is 10 GW.")
                        .mentions())
                .extracting(Mention::subject)
                .containsOnly("Installed electrolyser capacity");
    }
}
