package org.contractethics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Elasticsearch from the small distribution of its integration tests, completed by the {@link AnalysisPlugin}. */
final class ElasticsearchServer {

    static final int USUAL_PORT = 19200;
    static final String VERSION = "8.19.21";

    private static final String PROGRAM = "elasticsearch-" + VERSION;

    /** Half the memory and a third of the start of the server's own choice; enough for some thousand documents. */
    private static final String JAVA_OPTIONS = "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1 -XX:-AlwaysPreTouch";

    /** Only the distribution's core is there: each setting is one of the core. A nearly full disk must not make indexes read-only. */
    private static final String SETTINGS =
            """
            cluster.name: contract-ethics-local
            discovery.type: single-node
            xpack.security.enabled: false
            network.host: 127.0.0.1
            http.port: %d
            transport.port: %d
            path.data: %s
            path.logs: %s
            cluster.routing.allocation.disk.threshold_enabled: false
            """;

    private static final String LOGGING =
            """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;

    private final LocalFolder folder;
    private final int port;

    ElasticsearchServer(LocalFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    void start() throws IOException {
        Path program = folder.openProgram(PROGRAM);
        AnalysisPlugin.installInto(program);
        Path state = folder.state("elasticsearch");
        configure(state);
        folder.handOver(state);
        Map<String, String> environment = Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", state.resolve("config").toString(),
                "ES_TMPDIR", state.resolve("tmp").toString(),
                "ES_JAVA_OPTS", JAVA_OPTIONS,
                "HOME", state.toString());
        List<String> command = List.of(program.resolve("bin/elasticsearch").toString());
        ServerProcess.start(
                        "Elasticsearch", folder.log("elasticsearch"), "TERM", environment, folder.unprivileged(command))
                .awaitReady(Duration.ofMinutes(4), this::answers);
    }

    private void configure(Path state) throws IOException {
        Path config = Files.createDirectories(state.resolve("config"));
        Path data = Files.createDirectories(state.resolve("data"));
        Path logs = Files.createDirectories(state.resolve("logs"));
        Files.createDirectories(state.resolve("tmp"));
        Files.writeString(config.resolve("elasticsearch.yml"), SETTINGS.formatted(port, Ports.free(), data, logs));
        Files.writeString(config.resolve("jvm.options"), "-XX:+UseG1GC\n-Djava.io.tmpdir=${ES_TMPDIR}\n");
        Files.writeString(config.resolve("log4j2.properties"), LOGGING);
    }

    private boolean answers() {
        return Http.answersOk("http://localhost:%d/_cluster/health?wait_for_status=yellow&timeout=1s".formatted(port));
    }
}
