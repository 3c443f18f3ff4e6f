package consumer;

import com.fasterxml.jackson.databind.Module;
import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.convention.Label;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.json.JsonReadException;
import dev.saidao.core.reading.PageReader;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A service whose requests and answers, written by Jackson 2, hold the library's own documents. */
@SpringBootApplication
@RestController
public class Main {

    /** A document of ours in an answer of its own. */
    public record Answer(int contradictions, AuditReport report) {}

    public static void main(String[] arguments) {
        SpringApplication.run(Main.class, arguments);
    }

    @Bean
    Module auditReports() {
        return SaidaoModules.of(AuditReport.class);
    }

    @Bean
    Module dossiers() {
        return SaidaoModules.of(Dossier.class);
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

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(JsonReadException e) {
        return e.getMessage();
    }
}
