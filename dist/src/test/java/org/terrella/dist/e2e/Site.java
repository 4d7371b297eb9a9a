package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.terrella.dist.StaticServer;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonValue;

/**
 * The site in a page of a fresh profile. Errors on the console, uncaught errors, dialogs and
 * requests that leave the origin are collected; each fails the test.
 */
public final class Site implements AutoCloseable {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int NARROW = 400;

  /** Runs before the page's own scripts and notes how long its thread was busy without a pause. */
  private static final String WATCH_TASKS =
      """
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) window.longTasks.push([startTime, duration]);
      }).observe({ type: 'longtask', buffered: true });
      """;

  private static final String NAME_FILES =
      """
      async () => {
        const { files } = await (await fetch('files.json')).json();
        window.fileOf = (name) => new URL(files.find((file) => file.name === name).file, location.href).href;
      }""";

  private static final String EXECUTE =
      """
      async ([id, args]) => {
        await terrella.ready;
        try {
          return JSON.stringify({ result: (await terrella.execute(id, JSON.parse(args))) ?? null });
        } catch (error) {
          return JSON.stringify({ code: String(error.code ?? ''), message: String(error.message ?? error) });
        }
      }""";

  private final StaticServer server;
  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();
  private final List<String> stubbed = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  Site(Browser browser, StaticServer server, ServiceWorkerPolicy policy) {
    this.server = server;
    server.forget();
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setAcceptDownloads(true)
                .setServiceWorkers(policy)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
    context.setDefaultTimeout(60_000);
    context.addInitScript(WATCH_TASKS);
    context.onConsoleMessage(this::heard);
    context.onWebError(
        error -> {
          if (expected.stream().noneMatch(error.error()::contains)) {
            problems.add("uncaught: " + error.error());
          }
        });
    context.onDialog(
        dialog -> {
          problems.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    context.onRequest(
        request -> {
          String url = request.url();
          boolean own = url.startsWith(server.origin() + "/") || url.matches("(blob|data):.*");
          if (!own && stubbed.stream().noneMatch(url::startsWith)) {
            problems.add("request to elsewhere: " + url);
          }
        });
    // Chromium asks every host for this, whatever the page says. Where the browser hands over
    // requests it passes by service workers.
    if (policy == ServiceWorkerPolicy.BLOCK) {
      context.route(
          "**/favicon.ico", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
    }
    page = context.newPage();
  }

  private void heard(ConsoleMessage message) {
    String problem = "console: " + message.text() + " (" + message.location() + ")";
    if (message.type().equals("error") && expected.stream().noneMatch(problem::contains)) {
      problems.add(problem);
    }
  }

  /** Opens the application and waits until it can be used. */
  public Site open() {
    openAt(page, server.address());
    return this;
  }

  /** Opens the application at an address, in another page of the same profile. */
  static void openAt(Page page, String address) {
    page.navigate(address);
    awaitReady(page);
  }

  /** Waits for the application; a page that never gets there fails instead of waiting for ever. */
  private static void awaitReady(Page page) {
    page.waitForFunction("() => window.terrella !== undefined");
    page.evaluate(
        "() => Promise.race([terrella.ready.then(() => 0), new Promise((_, reject) =>"
            + " setTimeout(() => reject(new Error('the page was not ready in time')), 45000))])");
  }

  /** The address of the application. */
  public String address() {
    return server.address();
  }

  /** Loads the page again, as a user would, and waits until it can be used. */
  public Site reload() {
    page.reload();
    awaitReady(page);
    return this;
  }

  /**
   * Opens a page of the same origin that runs nothing, for tests of the workers alone; {@code
   * fileOf(name)} is the address of a file of the site there.
   */
  public Site openBlank() {
    page.navigate(server.address() + "licences.txt");
    page.evaluate(NAME_FILES);
    return this;
  }

  /** Answers requests whose address begins so, wherever they go, in place of their server. */
  public Site stub(String prefix, Consumer<Route> answer) {
    stubbed.add(prefix);
    context.route(url -> url.startsWith(prefix), answer);
    return this;
  }

  /** Requests whose address begins so are part of the test. */
  public Site allow(String prefix) {
    stubbed.add(prefix);
    return this;
  }

  /** Errors on the console with this text are part of the test. */
  public Site expect(String text) {
    expected.add(text);
    return this;
  }

  /** Scheme, host and port of the site. */
  public String origin() {
    return server.origin();
  }

  public Page page() {
    return page;
  }

  /** What the server sent so far, since the test began. */
  public List<StaticServer.Answer> answers() {
    return server.answers();
  }

  /**
   * Runs a command.
   *
   * @throws CommandFailure if the command rejects
   */
  public JsonValue execute(String id, JsonObject arguments) {
    String answer = (String) page.evaluate(EXECUTE, List.of(id, Json.write(arguments)));
    JsonObject json = Json.parseObject(answer);
    if (json.has("message")) {
      throw new CommandFailure(json.string("code"), json.string("message"));
    }
    return json.get("result");
  }

  /** Runs a command whose result is an object. */
  public JsonObject executeObject(String id, JsonObject arguments) {
    return (JsonObject) execute(id, arguments);
  }

  /** Forgets how long the page's thread was busy so far. */
  public void forgetTasks() {
    page.evaluate("() => { window.longTasks = []; }");
  }

  /** The longest time, in milliseconds, that the page's thread was busy without a pause. */
  public double longestTask() {
    // The observer hears of a task a little after its end.
    Object longest =
        page.evaluate(
            "async () => { await new Promise(r => setTimeout(r, 100));"
                + " return Math.max(0, ...window.longTasks.map(t => t[1])); }");
    return ((Number) longest).doubleValue();
  }

  /** Pictures of the page, wide and narrow, light and dark: {@code NAME-WIDTH-THEME.png}. */
  public void screenshots(String name) {
    Path folder = Path.of(System.getProperty("terrella.screenshots", "target/screenshots"));
    for (int width : new int[] {WIDTH, NARROW}) {
      page.setViewportSize(width, HEIGHT);
      for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        setTheme(theme);
        // Tiles are painted in workers, and the page does not say when the last one has come.
        page.waitForTimeout(1000);
        String file = name + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
      }
    }
    page.setViewportSize(WIDTH, HEIGHT);
    setTheme(ColorScheme.LIGHT);
  }

  /** What the system prefers counts at the start only; afterwards the person chooses. */
  private void setTheme(ColorScheme theme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    String wanted = theme.name().toLowerCase(Locale.ROOT);
    // A page whose person has not chosen yet follows the system, a moment later on a busy machine.
    for (int i = 0; i < 15 && !theme().equals(wanted); i++) {
      page.waitForTimeout(100);
    }
    if (!theme().equals(wanted)) {
      // The button may lie under an open dialog.
      page.getByLabel("Light or dark").dispatchEvent("click");
      page.waitForFunction("wanted => document.documentElement.dataset.theme === wanted", wanted);
    }
  }

  private String theme() {
    return (String) page.evaluate("() => document.documentElement.dataset.theme || 'light'");
  }

  public List<String> problems() {
    return List.copyOf(problems);
  }

  void assertNoProblems() {
    assertEquals("", String.join("\n", problems), "The page must stay without errors");
  }

  @Override
  public void close() {
    context.close();
  }
}
