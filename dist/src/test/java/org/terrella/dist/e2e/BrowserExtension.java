package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.terrella.dist.StaticServer;

/** Starts one browser and one server for all tests, and a new profile for each test. */
final class BrowserExtension implements BeforeAllCallback, ParameterResolver, AfterEachCallback {
  /** A published site seldom has a host to itself. */
  private static final String PREFIX = "/some/sub/path/";

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  /** What lasts from the first browser test to the last. */
  private record Shared(Chromium chromium, StaticServer server) implements AutoCloseable {
    static Shared start() {
      Path site = Path.of(System.getProperty("terrella.site", "target/site"));
      if (!Files.exists(site.resolve("index.html"))) {
        throw new IllegalStateException("The site is not assembled: " + site);
      }
      try {
        return new Shared(
            Chromium.start(Chromium.find().orElseThrow()), StaticServer.start(site, PREFIX, 0));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {
      chromium.close();
      server.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> browser = Chromium.find();
    assumeTrue(
        browser.isPresent(),
        "No Chrome or Chromium was found; name one with -Dterrella.browser=PATH.");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Site resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    Site site =
        new Site(
            shared.chromium.browser(),
            shared.server,
            parameter.isAnnotated(WithServiceWorker.class)
                ? ServiceWorkerPolicy.ALLOW
                : ServiceWorkerPolicy.BLOCK);
    context.getStore(NAMESPACE).put(Site.class, site);
    return site;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Site site = context.getStore(NAMESPACE).remove(Site.class, Site.class);
    if (site == null) {
      return;
    }
    // A failed test keeps its own message; what the page said is added to it.
    try (site) {
      if (context.getExecutionException().isEmpty()) {
        site.assertNoProblems();
      } else {
        site.problems()
            .forEach(
                problem ->
                    context
                        .getExecutionException()
                        .get()
                        .addSuppressed(new AssertionError("The page said: " + problem)));
      }
    }
  }
}
