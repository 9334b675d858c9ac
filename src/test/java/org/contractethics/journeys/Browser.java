package org.contractethics.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.contractethics.local.DemonstrationPeople;
import org.contractethics.local.LocalServices;
import org.jspecify.annotations.Nullable;

/**
 * One person at one screen. Sign-in goes through Keycloak's own page. What the browser complains about is collected all the way, and
 * {@link #inspect} holds the page against everything a page must be.
 */
public final class Browser implements AutoCloseable {

    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int MAGNIFIED_WIDTH = 320;
    private static final int MAGNIFIED_HEIGHT = 256;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Cookies by person. Keycloak spends a second of processor time on each password. */
    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();

    /** Addresses without ids, each with a CSS class that stood there: a state of a page that has none but these looks no other. */
    private static final Set<String> SEEN_IN_THE_DARK = ConcurrentHashMap.newKeySet();

    private static final String CLASSES =
            "() => [...new Set([...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]))]";

    private final String baseUrl;
    private final BrowserContext context;
    private final @Nullable String owner;
    private final Page page;
    private final Complaints complaints;

    private Browser(String baseUrl, BrowserContext context, @Nullable String owner) {
        this.baseUrl = baseUrl;
        this.context = context;
        this.owner = owner;
        this.page = context.newPage();
        this.complaints = new Complaints(baseUrl);
        complaints.listenTo(page);
    }

    /** Nobody signed in yet. */
    public static Browser open() {
        return new Browser(address(), Chromium.newContext(address(), true), null);
    }

    /** Nobody signed in, and no script runs. */
    public static Browser withoutScripts() {
        return new Browser(address(), Chromium.newContext(address(), false), null);
    }

    /**
     * Through Keycloak the first time; later with the cookies of that time, as in a browser left open. Where to begin is for the
     * journey to say.
     */
    public static Browser signedInAs(String username) {
        Browser browser = new Browser(address(), Chromium.newContext(address(), true), username);
        browser.context.addCookies(SESSIONS.getOrDefault(username, List.of()));
        if (!SESSIONS.containsKey(username)) {
            browser.signIn(username);
            SESSIONS.put(username, browser.context.cookies());
        }
        return browser;
    }

    private static String address() {
        return LocalServices.forPurpose(LocalServices.Purpose.TEST).baseUrl();
    }

    /** For everything that has no word of its own here. */
    public Page page() {
        return page;
    }

    public Browser go(String path) {
        page.navigate(path);
        return path.contains("/declaration") ? this : declared();
    }

    /** Signs the declaration of interests where the page asks for it, as it does before somebody's first act in a review. */
    public Browser declared() {
        if (page.locator("form[action$='/declaration']").count() > 0) {
            page.locator("input[name=interest][value=NONE]").check();
            page.locator("main form button").click();
        }
        return this;
    }

    /**
     * Opens the start page, is sent to Keycloak, and comes back. Again where it refuses: as it does to somebody whom another process
     * signs in at the same moment.
     */
    public void signIn(String username) {
        // a page belongs to one thread
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(() -> letIn(username));
    }

    private boolean letIn(String username) {
        go("/");
        page.locator("#username").fill(username);
        page.locator("#password").fill(DemonstrationPeople.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(baseUrl) + "/.*|.*/login-actions/authenticate.*"));
        return page.url().startsWith(baseUrl);
    }

    /** By the button every page has; ends at the page that says so. */
    public void signOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL("**/signed-out");
        if (owner != null) {
            SESSIONS.remove(owner);
        }
    }

    /** Waits for the words: what a click brings may still be on its way. */
    public static void shows(Locator place, String... words) {
        for (String word : words) {
            PlaywrightAssertions.assertThat(place).containsText(word);
        }
    }

    /** Arabic words begin at the right edge of this paragraph; what it says is left as it is. */
    public static void readsFromTheRight(Locator paragraph) {
        Object gap = paragraph.evaluate(
                """
                element => {
                    const nodes = [...element.childNodes];
                    element.textContent = '\u0646\u0637\u0627\u0644\u0628 \u0628\u0625\u0646\u0647\u0627\u0621 \u0627\u0644\u0639\u0642\u062f.';
                    const words = document.createRange();
                    words.selectNodeContents(element);
                    const gap = element.getBoundingClientRect().right - words.getBoundingClientRect().right;
                    element.replaceChildren(...nodes);
                    return Math.round(gap);
                }""");
        assertThat(((Number) gap).intValue())
                .as("pixels between Arabic words and the right edge")
                .isZero();
    }

    /** Where we are, without host and query. */
    public String path() {
        return URI.create(page.url()).getPath();
    }

    /** A picture of the whole page, where {@code -Djourneys.pictures=true} asks for them: drawing one costs more than most checks. */
    public void screenshot(String name) {
        if (!Boolean.getBoolean("journeys.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /**
     * Holds the open page against what every page must be: one heading, no accessibility violation in light and dark, nothing to scroll
     * sideways on a phone, and a silent console. Where pictures are wanted it leaves three: {@code name-light}, {@code name-dark},
     * {@code name-phone}.
     */
    public void inspect(String name) {
        assertThat(page.title()).as("title of " + name).isNotBlank();
        assertThat(page.locator("h1").count()).as("h1 headings of " + name).isEqualTo(1);
        screenshot(name + "-light");
        assertThat(Accessibility.violations(page)).as("axe on " + name).isEmpty();
        List<String> news = newInTheDark();
        if (!news.isEmpty() || Boolean.getBoolean("journeys.pictures")) {
            inspectInTheDark(name, news);
        }
        checkOnPhone(name + "-phone");
        assertThat(complaints.all()).as("console at " + name).isEmpty();
    }

    private void inspectInTheDark(String name, List<String> classes) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        awaitDrawn(Chromium.WIDTH);
        screenshot(name + "-dark");
        assertThat(Accessibility.violationsOfContrast(page, classes))
                .as("axe on " + name + " in the dark")
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Classes of this page that nobody saw at its address yet. */
    private List<String> newInTheDark() {
        String address = URI.create(page.url()).getPath().replaceAll("[0-9a-f-]{36}|[0-9]+", "*");
        return ((List<?>) page.evaluate(CLASSES))
                .stream()
                        .map(String::valueOf)
                        .filter(styled -> SEEN_IN_THE_DARK.add(address + " " + styled))
                        .toList();
    }

    /**
     * Until the page is drawn as the browser was just told: a colour scheme reaches its script, and a size its layout, with a later
     * frame only.
     */
    private void awaitDrawn(int width) {
        page.evaluate(
                """
                async width => {
                    const frame = () => new Promise(requestAnimationFrame);
                    const moving = () => document.getAnimations().some(one => one instanceof CSSTransition);
                    for (let n = 0, calm = 0; n < 200 && calm < 3; n++) {
                        await frame();
                        calm = moving() || window.innerWidth !== width ? 0 : calm + 1;
                    }
                }""",
                width);
    }

    private void checkOnPhone(String name) {
        inWindow(PHONE_WIDTH, PHONE_HEIGHT, () -> {
            screenshot(name);
            checkOverhang(name);
        });
    }

    /** At 400 % of a screen of 1,280 points nothing is scrolled sideways (WCAG 2.2, 1.4.10). */
    public void checkMagnified() {
        inWindow(MAGNIFIED_WIDTH, MAGNIFIED_HEIGHT, () -> checkOverhang(page.url()));
    }

    private void inWindow(int width, int height, Runnable check) {
        page.setViewportSize(width, height);
        awaitDrawn(width);
        check.run();
        // what the journey clicks next, Playwright waits for
        page.setViewportSize(Chromium.WIDTH, Chromium.HEIGHT);
    }

    private void checkOverhang(String where) {
        Object overhang =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overhang).intValue())
                .as("pixels to scroll sideways at " + where)
                .isZero();
    }

    @Override
    public void close() {
        context.close();
    }
}
