package dev.saidao.samples.benchmarks;

import dev.saidao.core.reading.PageReader;
import dev.saidao.core.reading.PageReading;
import edu.stanford.nlp.ie.NumberNormalizer;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.time.LocalDate;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading of pages, with and without the audit of their relations, beside a plain regular-expression scan for numbers, and
 * of English pages beside Stanford CoreNLP, which finds sentences and numbers by rules, but neither periods nor relations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PageReadingBenchmark {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d,]*(?:\\.\\d+)?%?");
    private static final LocalDate PUBLISHED = LocalDate.parse("2026-03-27");
    private static final String CHINESE = "智能装备行业保持较快发展。2025年,全市智能装备产业实现营业收入386.2亿元,同比增长12.4%,占全市工业的比重为18.6%。"
            + "企业围绕整机、零部件和系统集成形成较为完整的链条,产品广泛应用于汽车、电子、新能源等行业,国际市场不断拓展。"
            + "下一步,将加强关键核心技术攻关,完善人才培养和金融支持政策,推动产业向高端化、智能化、绿色化方向发展。\n";
    private static final String ENGLISH =
            "The company makes sensors for cars and factories and sells them in many markets. Revenue rose 8% to "
                    + "$540 million in 2025, from $500 million a year earlier. Demand was strong in industrial automation, while orders from "
                    + "carmakers recovered only slowly, the management said, and it expects the trend to continue this year.\n";

    /** How often the two paragraphs stand one behind the other. */
    @Param({"100", "400"})
    private int paragraphs;

    private final StanfordCoreNLP sentences = new StanfordCoreNLP(tokensOnly());
    private String text = "";
    private String english = "";

    /** Created by the benchmark harness. */
    public PageReadingBenchmark() {}

    /** Puts the text together. */
    @Setup
    public void text() {
        text = (CHINESE + ENGLISH).repeat(paragraphs);
        english = ENGLISH.repeat(paragraphs);
    }

    private static Properties tokensOnly() {
        Properties tokens = new Properties();
        tokens.setProperty("annotators", "tokenize");
        return tokens;
    }

    /** {@return how many numbers a plain scan finds} */
    @Benchmark
    public int plainScan() {
        return numbers(text);
    }

    /** {@return what is read} */
    @Benchmark
    public PageReading read() {
        return PageReader.withDefaults().read(text, PUBLISHED);
    }

    /** {@return how many contradictions are found} */
    @Benchmark
    public int readAndAudit() {
        return PageReader.withDefaults().read(text, PUBLISHED).contradictions().size();
    }

    /** {@return how many numbers a plain scan finds in the English paragraphs} */
    @Benchmark
    public int plainScanOfEnglish() {
        return numbers(english);
    }

    /** {@return what is read of the English paragraphs} */
    @Benchmark
    public PageReading readEnglish() {
        return PageReader.withDefaults().read(english, PUBLISHED);
    }

    /** {@return how many words and numbers another extractor finds in the English paragraphs} */
    @Benchmark
    public int otherExtractorOfEnglish() {
        Annotation annotated = new Annotation(english);
        sentences.annotate(annotated);
        return annotated.get(CoreAnnotations.SentencesAnnotation.class).stream()
                .mapToInt(sentence ->
                        NumberNormalizer.findAndMergeNumbers(sentence).size())
                .sum();
    }

    private static int numbers(String text) {
        Matcher matcher = NUMBER.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
