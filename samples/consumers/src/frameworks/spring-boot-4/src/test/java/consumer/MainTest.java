package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saidao.core.audit.AuditReport;
import dev.saidao.core.audit.Auditor;
import dev.saidao.core.dossier.Dossier;
import dev.saidao.core.dossier.Dossiers;
import dev.saidao.core.json.SaidaoJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MainTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper mapper;

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void page_givesADossier_whichIsAudited() throws Exception {
        HttpResponse<String> page = post("/page?published=2026-01-14", "text/plain;charset=UTF-8",
                "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body() + "\n").isEqualTo(SaidaoJson.write(SaidaoJson.read(page.body(), Dossier.class)));

        HttpResponse<String> audit = post("/audit", "application/json", page.body());
        assertThat(audit.statusCode()).as(audit.body()).isEqualTo(200);
        JsonNode answer = mapper.readTree(audit.body());
        // (98/52)^(1/4) - 1 = 17.2%
        assertThat(answer.get("contradictions").asInt()).isEqualTo(1);
        assertThat(answer.get("report").get("findings").get(0).get("verdict").asString()).isNotEmpty();
    }

    @Test
    void documents_areOurs() throws Exception {
        Dossier dossier = Dossiers.latest();
        AuditReport report = Auditor.withDefaults().audit(dossier.figures(), dossier.relations());

        assertThat(mapper.writeValueAsString(dossier) + "\n").isEqualTo(SaidaoJson.write(dossier));
        assertThat(mapper.readValue(SaidaoJson.write(dossier), Dossier.class)).isEqualTo(dossier);
        Main.Answer answer = new Main.Answer(0, report);
        assertThat(mapper.readValue(mapper.writeValueAsString(answer), Main.Answer.class)).isEqualTo(answer);
    }

    @Test
    void documents_thatAreWrong_areRefused() throws Exception {
        HttpResponse<String> refused = post("/audit", "application/json", "{\"format\": \"saidao-dossier/1\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }
}
