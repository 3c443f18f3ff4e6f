package dev.saidao.samples.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process of its own, asked by the client of the SDK. */
class ServerTest {

    private static McpSyncClient client;

    @BeforeAll
    static void start() {
        ServerParameters server = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .build();
        client = McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(2))
                .build();
        client.initialize();
    }

    @AfterAll
    static void stop() {
        client.closeGracefully();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static Map<?, ?> answer(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).as("%s", result.content()).isNotEqualTo(true);
        return (Map<?, ?>) result.structuredContent();
    }

    private static String refusal(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).isTrue();
        return ((TextContent) result.content().get(0)).text();
    }

    @Test
    void tools_areListed_withWhatTheyTake() {
        List<Tool> tools = client.listTools().tools();

        assertThat(tools)
                .extracting(Tool::name)
                .containsExactlyInAnyOrder("read_page", "audit_claims", "parse_figure", "growth", "on_track");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.inputSchema()).containsEntry("type", "object").containsKey("required");
        });
    }

    private static String text(Map<?, ?> answer, String field) {
        return Objects.requireNonNull(answer.get(field), field).toString();
    }

    private static List<?> list(Map<?, ?> answer, String field) {
        return (List<?>) Objects.requireNonNull(answer.get(field), field);
    }

    /** (98/52)^(1/4) - 1 = 17.2%. */
    @Test
    void readPage_findsTheContradiction() {
        Map<?, ?> page = answer(
                "read_page",
                Map.of("text", "2024年市场规模为52亿元,预计2028年达到98亿元,2024—2028年复合增速为12.0%。", "published", "2026-01-14"));

        assertThat(list(page, "figures")).hasSize(3);
        Map<?, ?> relation = (Map<?, ?>) list(page, "relations").get(0);
        assertThat(relation.get("kind")).isEqualTo("growth");
        assertThat(relation.get("verdict")).isEqualTo("contradicts");
        assertThat(text(relation, "reason")).contains("16.74").contains("17.6");
    }

    /** 10 × 1.3³ = 21.97. */
    @Test
    void auditClaims_judgesEach() {
        Map<String, Object> right = Map.of(
                "id",
                "right",
                "unit",
                "CNY bn",
                "start_value",
                "10",
                "start_year",
                "2021",
                "end_value",
                "21.97",
                "end_year",
                "2024",
                "rate",
                "30%");
        Map<String, Object> wrong = Map.of(
                "id",
                "wrong",
                "unit",
                "CNY bn",
                "start_value",
                "10",
                "start_year",
                "2021",
                "end_value",
                "219.7",
                "end_year",
                "2024",
                "rate",
                "30%");
        Map<String, Object> none = Map.of(
                "id",
                "none",
                "unit",
                "CNY bn",
                "start_value",
                "plenty",
                "start_year",
                "2021",
                "end_value",
                "219.7",
                "end_year",
                "2024",
                "rate",
                "30%");

        List<?> claims = list(answer("audit_claims", Map.of("claims", List.of(right, wrong, none))), "claims");
        assertThat(claims)
                .extracting(claim -> ((Map<?, ?>) claim).get("verdict"))
                .isEqualTo(List.of("agrees", "contradicts", "refused"));
        assertThat(text((Map<?, ?>) claims.get(1), "repairs")).contains("end/10");
    }

    @Test
    void parseFigure_isExact() {
        Map<?, ?> figure = answer("parse_figure", Map.of("text", "2388亿元"));

        assertThat(figure.get("value")).isEqualTo("238800000000");
        assertThat(text(figure, "unit")).contains("CNY");
        assertThat(text(figure, "bounds")).contains("238750000000", "238850000000");
        assertThat(refusal("parse_figure", Map.of("text", "some day"))).contains("some day");
    }

    /** 238.8 / 1.73⁵ = 15.41. */
    @Test
    void growth_solvesForWhatIsMissing() {
        Map<?, ?> base =
                answer("growth", Map.of("end", "2388亿元", "rate", "73% a year", "first_year", 2025, "last_year", 2030));

        assertThat(text(base, "point")).startsWith("15410");
        assertThat(text(base, "explanation")).contains("base = end / (1 + rate)^years");
        assertThat(refusal("growth", Map.of("end", "2388亿元", "first_year", 2025, "last_year", 2030)))
                .contains("Exactly two");
    }

    /** From 10 to 20 in two years, where 100 is wanted ten years after the start. */
    @Test
    void onTrack_saysTheStatus() {
        Map<?, ?> status = answer(
                "on_track",
                Map.of(
                        "base_year",
                        "2020",
                        "base_value",
                        "10",
                        "current_year",
                        "2022",
                        "current_value",
                        "20",
                        "target",
                        "100",
                        "target_year",
                        "2030",
                        "direction",
                        "up",
                        "scheme",
                        "eurostat"));

        assertThat(list(status, "statuses")).hasSize(1);
        assertThat(text(status, "reason")).isNotBlank();
    }

    @Test
    void arguments_thatTheSchemaDoesNotHave_areRefused() {
        CallToolResult result = call("parse_figure", Map.of("figure", "5"));

        assertThat(result.isError()).isTrue();
    }
}
