package org.contractethics.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One browser for the whole test run; every person gets a context, as with a private window. Playwright allows one thread only. */
final class Chromium {

    static final int WIDTH = 1366;
    static final int HEIGHT = 900;

    /** Long enough for the first page of a busy machine; a page that answers is never waited for. */
    private static final double PATIENCE_MILLIS = 60_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright driver;
    private static @Nullable Browser browser;

    private Chromium() {}

    static BrowserContext newContext(String baseUrl, boolean scripts) {
        if (browser == null) {
            browser = launch();
        }
        // without transitions axe never measures a colour half way between two themes
        var options = new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(WIDTH, HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE);
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    private static Browser launch() {
        driver = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        BrowserTools.node().orElseThrow().toString())));
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(BrowserTools.chromium().orElseThrow())
                        .setArgs(FLAGS));
    }

    static void close() {
        if (driver != null) {
            driver.close();
            driver = null;
            browser = null;
        }
    }
}
