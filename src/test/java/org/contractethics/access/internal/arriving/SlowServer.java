package org.contractethics.access.internal.arriving;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A server of its own with a page that reads what it is sent, in the ways in which the application does. */
final class SlowServer implements AutoCloseable {

    private static final int MOST = 30 * 1024 * 1024;

    private final WebServer server;

    /** @param bounded whether slow senders are given up; else the server does what it does by itself */
    SlowServer(ArrivingSettings settings, int threads, boolean bounded) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.addConnectorCustomizers(connector -> {
            AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
            protocol.setMaxThreads(threads);
            protocol.setMaxSwallowSize(MOST);
        });
        if (bounded) {
            new SlowSenders(settings).customize(factory);
        }
        server = factory.getWebServer(context -> {
            var page = context.addServlet("page", new Page());
            page.addMapping("/*");
            page.setMultipartConfig(new MultipartConfigElement("", MOST, MOST, MOST));
        });
        server.start();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** A connection with the head of a request, whose body is up to the caller. */
    Socket begin(String path, String type, String length) throws IOException {
        Socket socket = connect();
        send(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + length
                        + "\r\n\r\n");
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** All that the server says until it closes the connection. */
    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The status of a form that is sent at once, on a connection of its own. */
    int file() throws IOException {
        try (Socket socket =
                begin("/form", "application/x-www-form-urlencoded", "Connection: close\r\nContent-Length: 6")) {
            send(socket, "text=x");
            return Integer.parseInt(rest(socket).substring(9, 12));
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getRequestURI()) {
                case "/form" -> response.getWriter().print(request.getParameter("text"));
                case "/parts" -> response.getWriter().print(request.getParts().size());
                case "/unread" -> response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                default -> response.getWriter().print(length(request.getInputStream()));
            }
        }

        private static long length(InputStream body) throws IOException {
            return body.readAllBytes().length;
        }
    }
}
