package io.liangze.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.liangze.LiangzeTest;
import io.liangze.identity.GivenAccounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The application in a real browser, as desktop (1366×768) or phone (390×844). A test class extends it, signs in, walks
 * as a person would, and takes pictures on the way: they lie in {@code target/screenshots/<class>}. A page that writes an
 * error to the console, or is wider than its screen, fails the test at its end.
 */
@LiangzeTest
abstract class Browser {

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;

    @LocalServerPort
    private int port;

    private final List<BrowserContext> opened = new ArrayList<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);   // a busy machine is no fault
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getenv().getOrDefault("LIANGZE_TEST_BROWSER", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void quit() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
        opened.clear();
        var said = List.copyOf(complaints);
        complaints.clear();
        if (!said.isEmpty()) throw new AssertionError("The browser complained: " + said);
    }

    /** An office's screen. */
    Page desktop() {
        return open(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 768));
    }

    /** An official's phone, in the field at that place. */
    Page phone(double latitude, double longitude) {
        return open(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2)
            .setHasTouch(true).setIsMobile(true).setGeolocation(latitude, longitude).setPermissions(List.of("geolocation")));
    }

    private Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = browser.newContext(options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setBaseURL("http://127.0.0.1:" + port));
        opened.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> { if (message.type().equals("error")) complaints.add(message.text()); });
        page.onPageError(complaints::add);
        return page;
    }

    /** By the form, as a person does, and on to that page. */
    void signIn(Page page, String username, String path) {
        signIn(page, username, GivenAccounts.PASSWORD, path);
    }

    /** For the first time, with the code that was handed out: a password of one's own comes first. */
    void signInWithCode(Page page, String username, String code) {
        signIn(page, username, code, "/home");
        page.waitForURL("**/password");
        page.locator("[name=newPassword]").fill(GivenAccounts.PASSWORD);
        page.locator("[name=repeated]").fill(GivenAccounts.PASSWORD);
        page.locator("form.stack [type=submit]").click();
        page.waitForURL(url -> !url.contains("/password"));
    }

    private static void signIn(Page page, String username, String password, String path) {
        page.navigate("/sign-in?next=" + path);
        page.locator("#username").fill(username);
        page.locator("[name=password]").fill(password);
        page.locator("form.stack [type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** What the test expects a page to complain about: an answer of 4xx is written to the console, too. */
    void forgive() {
        complaints.clear();
    }

    /** A picture of what is seen now; wider than the screen is a fault. */
    void shoot(Page page, String name) {
        shoot(page, name, false);
    }

    /** A picture of the whole page, also of what must be scrolled to. */
    void shootWhole(Page page, String name) {
        shoot(page, name, true);
    }

    private void shoot(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setCaret(ScreenshotCaret.INITIAL)   // hiding it would write styles
            .setPath(Path.of("target/screenshots", getClass().getSimpleName(), name + ".png")));
        var wide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (wide > 0) complaints.add(name + " is wider than the screen by " + wide);
    }
}
