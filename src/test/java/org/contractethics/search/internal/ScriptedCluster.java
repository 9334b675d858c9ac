package org.contractethics.search.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Answers bulk calls as it was told, and remembers what it was sent. */
final class ScriptedCluster implements Closeable {

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Integer> sent = new ArrayList<>();

    private record Answer(int status, String body) {}

    ScriptedCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Each item with its status; an error of the type follows where the status is one. */
    ScriptedCluster items(String type, String reason, int... statuses) {
        var items = new ArrayList<String>();
        for (int status : statuses) {
            String error = status < 300 ? "" : ",\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}".formatted(type, reason);
            items.add("{\"index\":{\"_index\":\"i\",\"_id\":\"x\",\"status\":%d%s}}".formatted(status, error));
        }
        answers.add(new Answer(200, "{\"took\":1,\"errors\":true,\"items\":[%s]}".formatted(String.join(",", items))));
        return this;
    }

    ScriptedCluster wholeCall(int status, String type) {
        answers.add(new Answer(
                status,
                "{\"error\":{\"type\":\"%s\",\"reason\":\"r\",\"root_cause\":[]},\"status\":%d}"
                        .formatted(type, status)));
        return this;
    }

    /** How many operations came with each call. */
    List<Integer> sent() {
        return List.copyOf(sent);
    }

    private void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        sent.add((int) body.lines().count() / 2);
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(answer.status(), bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
