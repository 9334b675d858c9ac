package org.contractethics.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.contractethics.access.internal.ProblemDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What people read where the server refuses an address before the application sees it, such as one with {@code %00} or
 * {@code %5C}, or where the page of failures fails itself. Nothing of the request is repeated, and nothing is told of the server.
 */
@Component
class UnreadableAddresses implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String API = "/api/";

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(UnreadableAddresses::answerPlainly);
    }

    private static void answerPlainly(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        // a host adds a valve of the class it knows unless it has one
        host.setErrorReportValveClass(PlainReport.class.getName());
        host.getPipeline().addValve(new PlainReport());
    }

    /** Instead of Tomcat's own page. */
    static final class PlainReport extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            boolean api = String.valueOf(request.getRequestURI()).startsWith(API);
            byte[] text = (api ? problem(status) : page(status)).getBytes(StandardCharsets.UTF_8);
            response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            try {
                response.getOutputStream().write(text);
                response.finishResponse();
            } catch (IOException e) {
                // whoever asked has gone
                container.getLogger().debug("no answer could be written", e);
            }
        }

        private static String page(int status) {
            return """
                    <!DOCTYPE html>
                    <html lang="en">
                    <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>%1$s – Contract ethics review</title>
                    </head>
                    <body>
                    <main>
                    <h1>%1$s</h1>
                    <p>%2$s</p>
                    <p><a href="/">Go to your start page</a></p>
                    </main>
                    </body>
                    </html>
                    """
                    .formatted(heading(status), sentence(status));
        }

        private static String problem(int status) {
            return """
                    {"type": "%s%s", "title": "%s", "status": %s, "detail": "%s"}
                    """
                    .formatted(
                            ProblemDocuments.TYPES,
                            status < 500 ? "malformed" : "failure",
                            heading(status),
                            status,
                            sentence(status));
        }

        private static String heading(int status) {
            return status < 500 ? "This address cannot be read" : "Something went wrong on our side";
        }

        private static String sentence(int status) {
            return status < 500
                    ? "It holds characters that no address here has. Nothing was changed. Look whether it was copied"
                            + " as a whole, or mistyped."
                    : "Nothing was half done: what was not saved as a whole was not saved at all. Try again in a"
                            + " moment.";
        }
    }
}
