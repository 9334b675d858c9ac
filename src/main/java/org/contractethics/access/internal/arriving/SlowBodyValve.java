package org.contractethics.access.internal.arriving;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/** Puts an {@link ArrivingBody} in front of what the server reads, and answers 408 where it was given up. The connection ends with it. */
final class SlowBodyValve extends ValveBase {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            </main>
            </body>
            </html>
            """;

    private static final String SLOW = PAGE.formatted(
            "This took too long to arrive",
            "What you sent came too slowly, so it was not waited for. Nothing of it was stored. Go back, and send it again with a better"
                    + " connection, or with fewer or smaller files.");

    private static final String BUSY = PAGE.formatted(
            "This is not possible at the moment",
            "Too many files are on their way. Nothing of yours was stored. Go back, and send it again in a few minutes.");

    private final ArrivingBodies bodies;

    SlowBodyValve(ArrivingBodies bodies) {
        super(true);
        this.bodies = bodies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        InputBuffer server = request.getCoyoteRequest().getInputBuffer();
        ArrivingBody body = new ArrivingBody(server, bodies);
        request.getCoyoteRequest().setInputBuffer(body);
        body.announceIn(request);
        try {
            getNext().invoke(request, response);
            if (body.isGivenUp()) {
                answer(body.refusal(), request, response);
            } else if (!request.isAsync()) {
                drain(body, request, response);
            }
        } finally {
            request.getCoyoteRequest().setInputBuffer(server);
            bodies.leave(body);
        }
    }

    /** Otherwise the server would read the rest itself, with nobody to look how slowly it comes. */
    private static void drain(ArrivingBody body, Request request, Response response) {
        try {
            body.drain(mostDrained(request));
        } catch (IOException tooSlowOrGone) {
            close(request, response);
        }
    }

    private static long mostDrained(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol
                ? protocol.getMaxSwallowSize()
                : 0;
    }

    private static void answer(int status, Request request, Response response) throws IOException {
        close(request, response);
        if (response.isCommitted()) {
            return;
        }
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        response.setSuspended(false);
        response.setErrorReported();
        // keeps the headers that were set before anything was read: those of the anonymous pages are the strictest
        response.resetBuffer(true);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        String page = status == HttpServletResponse.SC_REQUEST_TIMEOUT ? SLOW : BUSY;
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }

    private static void close(Request request, Response response) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
    }
}
