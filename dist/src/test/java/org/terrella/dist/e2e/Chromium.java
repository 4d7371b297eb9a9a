package org.terrella.dist.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chrome or Chromium of this machine, without a display. */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> PLACES =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--enable-precise-memory-info",
          // Nothing but this machine can be reached, so that a site which asks for more fails.
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost");

  /** WebGL without a graphics card. The whole page is then composed that way, which is slow. */
  private static final List<String> IMITATED_GRAPHICS =
      List.of("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts the browser at this path, with WebGL. */
  public static Chromium start(Path executable) {
    return start(executable, Stream.concat(FLAGS.stream(), IMITATED_GRAPHICS.stream()).toList());
  }

  /** Starts the browser at this path, without WebGL: what it shows is composed by the processor. */
  public static Chromium startWithoutGraphics(Path executable) {
    return start(executable, FLAGS);
  }

  private static Chromium start(Path executable, List<String> flags) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(flags));
    return new Chromium(playwright, browser);
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /**
   * The browser that the property {@code terrella.browser} names, otherwise the first one found.
   */
  public static Optional<Path> find() {
    String named = System.getProperty("terrella.browser", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    Stream<String> environment =
        Stream.of("CHROMIUM", "CHROME_PATH").map(System::getenv).filter(path -> path != null);
    Stream<String> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> folder + "/" + name));
    return Stream.of(environment, onPath, PLACES.stream())
        .flatMap(paths -> paths)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
