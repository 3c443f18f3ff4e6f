package consumer;

import dev.saidao.core.audit.ClaimOutcome;
import dev.saidao.core.audit.ClaimReader;
import dev.saidao.core.audit.GrowthClaimAuditor;
import dev.saidao.core.audit.RankedChange;
import dev.saidao.core.figure.ReadingConvention;
import dev.saidao.core.reading.PageReader;
import dev.saidao.core.table.Row;
import dev.saidao.core.table.RowException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that audits claims and pages with answers of its own, on the Jackson that Spring Boot pins. */
@SpringBootApplication
@RestController
public class Main {

    /** What is said of a claim or of a relation of a page. */
    public record Answer(String id, String verdict, String reason, List<String> repairs) {}

    public static void main(String[] arguments) {
        SpringApplication.run(Main.class, arguments);
    }

    /** Claims as they are printed, with the columns of a claims file for names. */
    @PostMapping("/claims")
    List<Answer> claims(@RequestBody List<Map<String, String>> claims) {
        return claims.stream().map(Main::answer).toList();
    }

    private static Answer answer(Map<String, String> cells) {
        try {
            var columns = List.copyOf(cells.keySet());
            var row = ClaimReader.of(columns, ReadingConvention.withDefaults()).parse(Row.of(cells));
            if (row.claim().isEmpty()) {
                return new Answer(row.id(), "not-checkable", String.join(", ", row.missing()), List.of());
            }
            ClaimOutcome outcome = GrowthClaimAuditor.withDefaults().audit(row.claim().get());
            List<String> repairs =
                    outcome.repairs().stream().map(RankedChange::code).toList();
            return new Answer(row.id(), outcome.verdict().code(), outcome.reason(Locale.ENGLISH), repairs);
        } catch (RowException e) {
            return new Answer(cells.getOrDefault("id", ""), "refused", e.getMessage(), List.of());
        }
    }

    /** The text of a page. */
    @PostMapping("/page")
    List<Answer> page(@RequestBody String text, @RequestParam LocalDate published) {
        List<Answer> answers = new ArrayList<>();
        for (var relation : PageReader.withDefaults().read(text, published).relations()) {
            answers.add(new Answer(
                    relation.kind(), relation.verdict().code(), relation.reason().en(), List.of()));
        }
        return answers;
    }
}
