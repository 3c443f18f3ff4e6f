package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MainTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper mapper;

    private JsonNode post(String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return mapper.readTree(response.body());
    }

    @Test
    void jackson_isTheOneThatBootPins() {
        assertThat(mapper.version().toString()).startsWith("2.19");
        assertThat(JsonProperty.class.getProtectionDomain().getCodeSource().getLocation().toString())
                .contains("jackson-annotations-2.19");
    }

    @Test
    void claims_areAudited() throws Exception {
        JsonNode answers = post("/claims", "application/json", """
                [{"id": "right", "unit": "CNY bn", "start_value": "10", "start_year": "2021", "end_value": "21.97",
                  "end_year": "2024", "rate": "30%"},
                 {"id": "ten times", "unit": "CNY bn", "start_value": "10", "start_year": "2021", "end_value": "219.7",
                  "end_year": "2024", "rate": "30%"},
                 {"id": "no rate", "unit": "CNY bn", "start_value": "10", "start_year": "2021", "end_value": "219.7",
                  "end_year": "2024", "rate": ""},
                 {"id": "no number", "unit": "CNY bn", "start_value": "plenty", "start_year": "2021", "end_value": "219.7",
                  "end_year": "2024", "rate": "30%"}]""");

        // 10 × 1.3³ = 21.97
        assertThat(answers.findValuesAsText("verdict"))
                .containsExactly("agrees", "contradicts", "not-checkable", "refused");
        assertThat(answers.get(1).get("repairs").toString()).contains("end/10");
        assertThat(answers.get(3).get("reason").asText()).contains("plenty");
    }

    @Test
    void page_isRead() throws Exception {
        JsonNode answers = post("/page?published=2026-01-14", "text/plain;charset=UTF-8",
                "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。");

        assertThat(answers.get(0).get("id").asText()).isEqualTo("growth");
        // (98/52)^(1/4) - 1 = 17.2%
        assertThat(answers.get(0).get("verdict").asText()).isEqualTo("contradicts");
    }
}
