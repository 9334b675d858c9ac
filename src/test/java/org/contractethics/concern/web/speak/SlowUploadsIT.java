package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.local.LocalServices;
import org.junit.jupiter.api.Test;

/** Bad input 12: what is announced and does not come. */
@IntegrationTest
class SlowUploadsIT {

    private static final String HEAD =
            """
            POST /speak/en/check HTTP/1.1\r
            Host: localhost\r
            Content-Type: multipart/form-data; boundary=b\r
            Content-Length: 27000000\r
            \r
            """;

    @Test
    void uploads_that_are_announced_and_do_not_come_keep_nobody_from_sending_files() throws IOException {
        List<Socket> announced = new ArrayList<>();
        try {
            for (int number = 0; number < 6; number++) {
                announced.add(announce());
            }
            Stranger stranger = new Stranger();
            Map<String, byte[]> file =
                    Map.of("note.txt", "a line of text\n".repeat(90_000).getBytes(StandardCharsets.UTF_8));

            HttpResponse<String> check = stranger.upload(
                    "/speak/en/check",
                    Stranger.hidden(stranger.get("/speak/en/file")),
                    Map.of("topic", "END_USE", "text", "They plan it for Monday."),
                    file);

            assertThat(check.statusCode()).isEqualTo(200);
            assertThat(check.body()).contains("note.txt");
        } finally {
            for (Socket socket : announced) {
                socket.close();
            }
        }
    }

    private static Socket announce() throws IOException {
        URI base =
                URI.create(LocalServices.forPurpose(LocalServices.Purpose.TEST).baseUrl());
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
