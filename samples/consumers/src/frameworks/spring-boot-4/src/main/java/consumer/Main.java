package consumer;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.json.SaidaoJson;
import dev.saidao.core.reading.PageReader;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A service on Jackson 3, whose requests and answers are, or hold, the library's own documents. */
@SpringBootApplication
@RestController
public class Main {

    /** A document of ours in an answer of its own. */
    public record Answer(int contradictions, AuditReport report) {}

    public static void main(String[] arguments) {
        SpringApplication.run(Main.class, arguments);
    }

    /** The mapper that reads and writes as the library does: strictly, and decimals as strings. */
    @Bean
    JsonMapper mapper() {
        return SaidaoJson.mapper();
    }

    @PostMapping("/page")
    Dossier page(@RequestBody String text, @RequestParam LocalDate published) {
        return PageReader.withDefaults().read(text, published).toDossier("page", Label.same("page"));
    }

    @PostMapping("/audit")
    Answer audit(@RequestBody Dossier dossier) {
        AuditReport report = Auditor.withDefaults().audit(dossier.figures(), dossier.relations());
        long contradictions = report.findings().stream()
                .filter(finding -> finding.verdict().code().equals("contradicts"))
                .count();
        return new Answer((int) contradictions, report);
    }
}
