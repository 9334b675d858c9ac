package org.contractethics.journeys;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a browser holds against our own pages: script errors, breaches of the content security policy, files that do not load. */
final class Complaints {

    private static final Set<String> LOUD = Set.of("error", "warning");

    private final String baseUrl;
    private final List<String> all = new ArrayList<>();

    Complaints(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    void listenTo(Page page) {
        page.onConsoleMessage(message -> hear(page, message));
        page.onPageError(error -> all.add("script error: " + error));
        page.onResponse(this::hear);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** A refused page is often what a journey wants to see; files are judged by their responses. */
    private void hear(Page page, ConsoleMessage message) {
        boolean ours = page.url().startsWith(baseUrl);
        boolean answer = message.text().startsWith("Failed to load resource");
        if (ours && LOUD.contains(message.type()) && !answer) {
            all.add(message.type() + ": " + message.text() + " at " + page.url());
        }
    }

    private void hear(Response response) {
        boolean ours = response.url().startsWith(baseUrl);
        boolean document = "document".equals(response.request().resourceType());
        if (ours && !document && response.status() >= 400) {
            all.add(response.status() + ": " + response.url());
        }
    }
}
