package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A host that sends policies of its own; {@link ShapesTest} has the others. */
@BrowserTest
class HostsTest {
  private static final Path FOLDER = Path.of(System.getProperty("terrella.site", "target/site"));

  @Test
  void aStrictHostAtTheRoot(Site site) throws IOException {
    try (PlainHost host = new PlainHost(FOLDER, "/")) {
      host.strict = true;
      site.allow(host.address()).expect("not a supported stylesheet MIME type");
      Site.openAt(site.page(), host.address());
      assertStyled(site);
      DayOfWork.with(site);
    }
  }

  /** The look of the page and that of its controls have both come. */
  private static void assertStyled(Site site) {
    site.page()
        .waitForFunction(
            "() => getComputedStyle(document.documentElement).getPropertyValue('--wa-space-m')");
    assertEquals(
        "flex",
        site.page().evaluate("() => getComputedStyle(document.querySelector('.topbar')).display"));
  }
}
