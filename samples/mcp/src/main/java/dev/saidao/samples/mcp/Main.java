package dev.saidao.samples.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A server on standard input and output, which ends when its input does. */
public final class Main {

    private static final String INSTRUCTIONS =
            "Checks published figures exactly. Pass numbers as texts, as they are printed: rounding and words such as 'over' count. "
                    + "Do not compute with figures that contradict each other without saying so.";

    private Main() {}

    /**
     * Runs it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        McpJsonMapper mapper = McpJsonDefaults.getMapper();
        McpServer.sync(new StdioServerTransportProvider(mapper))
                .serverInfo("saidao", "0.1.0")
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(true)
                .tools(tools(mapper))
                .build();
    }

    private static List<SyncToolSpecification> tools(McpJsonMapper mapper) {
        try (InputStream stream = Objects.requireNonNull(Main.class.getResourceAsStream("tools.json"), "tools.json")) {
            List<Tool> tools = mapper.readValue(stream.readAllBytes(), new TypeRef<>() {});
            return tools.stream().map(tool -> specification(tool, mapper)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SyncToolSpecification specification(Tool tool, McpJsonMapper mapper) {
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler((exchange, request) -> result(tool.name(), request.arguments(), mapper))
                .build();
    }

    /** What cannot be read is an answer to the assistant, which may correct itself, and no error of the protocol. */
    private static CallToolResult result(String tool, Map<String, Object> arguments, McpJsonMapper mapper) {
        try {
            Map<String, Object> answer = Tools.call(tool, arguments);
            return CallToolResult.builder()
                    .structuredContent(answer)
                    .addTextContent(mapper.writeValueAsString(answer))
                    .build();
        } catch (IllegalArgumentException | IOException e) {
            return CallToolResult.builder()
                    .isError(true)
                    .addTextContent(String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
