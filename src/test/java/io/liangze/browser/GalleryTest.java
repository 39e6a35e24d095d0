package io.liangze.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.liangze.shared.Format;
import io.liangze.shared.Grant;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** All parts in all looks, under the policy that browsers are given; the pictures lie in target/screenshots/parts. */
class GalleryTest {

    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'";
    private static final Path PICTURES = Path.of("target/screenshots/parts");

    private static final Map<String, String> PAGES = new HashMap<>();
    private static final TemplateEngine TEMPLATES = templates();
    private static HttpServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        PAGES.put("/board/side", "");   // what the side bar asks for
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", GalleryTest::answer);
        server.start();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getenv().getOrDefault("LIANGZE_TEST_BROWSER", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "gallery/parts, light, normal, zh, 1366", "gallery/parts, dark, normal, zh, 1366", "gallery/parts, light, large, zh, 1366",
        "gallery/parts, light, normal, en, 1366", "gallery/parts, light, normal, zh, 390", "gallery/parts, light, large, zh, 390",
        "gallery/list, light, normal, zh, 1366", "gallery/list, dark, normal, zh, 1366", "gallery/list, light, normal, zh, 390",
        "gallery/phone, light, normal, zh, 390", "gallery/phone, dark, normal, zh, 390", "gallery/phone, light, large, zh, 390",
        "identity/signIn, light, normal, zh, 1366", "identity/signIn, dark, normal, en, 1366", "identity/signIn, light, normal, zh, 390",
        "identity/password, light, normal, zh, 1366", "identity/password, light, large, zh, 390",
        "shared/refused, light, normal, zh, 1366", "shared/refused, light, normal, en, 390"})
    void a_page_keeps_its_width_and_the_policy(String template, String theme, String type, String language, int width) {
        var screen = screen(theme, type, Locale.forLanguageTag(language), template.startsWith("identity"));
        PAGES.put("/page", rendered(template, screen));
        var complaints = Collections.synchronizedList(new ArrayList<String>());

        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, width < 500 ? 844 : 768))) {
            page.onConsoleMessage(message -> { if (message.type().equals("error")) complaints.add(message.text()); });
            page.onPageError(complaints::add);
            page.navigate(address());
            var name = "%s-%s-%s-%s-%d.png".formatted(template.replaceFirst(".*/", ""), theme, type, language, width);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(template.endsWith("parts")).setPath(PICTURES.resolve(name)));

            assertThat(complaints).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            assertThat(page.evaluate(ICONS_UNDRAWN)).isEqualTo(List.of());
        }
    }

    @Test
    void a_formal_act_asks_once_and_does_nothing_when_it_is_thought_over() {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768))) {
            PAGES.put("/page", rendered("gallery/parts", screen("light", "normal", Locale.CHINESE, false)));
            var sent = new ArrayList<String>();
            page.navigate(address());
            page.onRequest(request -> { if (request.method().equals("POST")) sent.add(request.url()); });

            page.locator(".btn-formal").click();

            assertThat(page.locator("dialog.ask p").textContent()).startsWith("移送后由县市场监管局办理。");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("ask.png")));
            page.locator("dialog.ask [value=no]").click();
            assertThat(page.locator("dialog.ask").isVisible()).isFalse();
            assertThat(sent).isEmpty();
            page.locator(".btn-formal").click();
            page.waitForRequest("**/x", () -> page.locator("dialog.ask [value=yes]").click());
        }
    }

    @Test
    void the_side_bar_is_called_on_a_phone_and_leaves_on_escape() {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 844))) {
            PAGES.put("/page", rendered("gallery/list", screen("light", "normal", Locale.CHINESE, false)));
            page.navigate(address());

            page.locator(".menu").click();

            assertThat(page.locator(".side a[aria-current=page]").isVisible()).isTrue();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("menu.png")));
            page.keyboard().press("Escape");
            assertThat(page.locator(".side").isVisible()).isFalse();
        }
    }

    @Test
    void the_display_menu_says_what_is_chosen() {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 768))) {
            PAGES.put("/page", rendered("gallery/list", screen("dark", "normal", Locale.CHINESE, false)));
            page.navigate(address());

            page.locator("details.pop > summary").first().click();

            assertThat(page.locator("button[aria-pressed=true]").allTextContents()).containsExactly("深色", "标准", "中文");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("display.png")));
            page.locator("details.pop > summary").last().click();
            assertThat(page.locator("details.pop[open]").count()).isEqualTo(1);
        }
    }

    private static String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
    }

    /** Icons that the sprite lacks draw nothing. */
    private static final String ICONS_UNDRAWN = """
        Array.from(document.querySelectorAll("svg.ti use"))
          .filter(use => use.getBoundingClientRect().width === 0 && use.closest("svg").getBoundingClientRect().width > 0)
          .map(use => use.getAttribute("href"))""";

    private static String rendered(String template, Screen screen) {
        var model = new HashMap<String, Object>(Map.of("screen", screen));
        switch (template) {
            case "gallery/list" -> model.put("page", new io.liangze.shared.Page<>(
                List.of("老王面馆", "南昌县稻香小学食堂", "赣味瓦罐汤馆", "万家福超市澄湖路店", "庐陵酒店"), "360121", 9876L));
            case "identity/signIn" -> model.putAll(Map.of("error", "账号或密码不对。", "username", "13800000000", "flaws", List.of()));
            case "identity/password" -> model.put("flaws", List.of(new Refusal.Flaw("repeated", "value.unfit")));
            case "shared/refused" -> model.put("refusal", Refusal.absent("path"));
            default -> { }
        }
        var output = new StringOutput();
        TEMPLATES.render(template + ".jte", model, output);
        return output.toString();
    }

    private static Screen screen(String theme, String type, Locale locale, boolean nobody) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared", "messages/gallery", "messages/identity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var scope = new Scope(UUID.randomUUID(), "章敏", null, List.of(Grant.at(Role.OFFICE, "360121000000")));
        return new Screen(locale, messages, "0123", nobody ? null : scope, "南昌县", theme, type, "/tasks",
            new Format(locale, messages, LocalDate.of(2026, 11, 24), ZoneId.of("Asia/Shanghai")));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var page = PAGES.get(path);
        byte[] body = page != null ? page.getBytes(StandardCharsets.UTF_8) : resource(path);
        exchange.getResponseHeaders().set("Content-Type", type(path));
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] resource(String path) throws IOException {
        var name = path.startsWith("/webjars/") ? "/META-INF/resources" + path : path;
        try (var found = GalleryTest.class.getResourceAsStream(name)) {
            return found == null ? null : found.readAllBytes();
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> "text/html;charset=UTF-8";
        };
    }

    /** The product's templates, and those of the tests beside them. */
    private static TemplateEngine templates() {
        var own = new DirectoryCodeResolver(Path.of("src/test/jte"));
        var product = new DirectoryCodeResolver(Path.of("src/main/jte"));
        var both = new CodeResolver() {
            @Override public String resolve(String name) { return own.exists(name) ? own.resolve(name) : product.resolve(name); }
            @Override public boolean exists(String name) { return own.exists(name) || product.exists(name); }
            @Override public long getLastModified(String name) { return 0; }
            @Override public List<String> resolveAllTemplateNames() { return product.resolveAllTemplateNames(); }
        };
        return TemplateEngine.create(both, Path.of("target/gallery-classes"), ContentType.Html);
    }
}
