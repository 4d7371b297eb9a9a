package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The same work on hosts that differ in all that hosts differ in. */
@BrowserTest
class HostsTest {
  private static final Path FOLDER = Path.of(System.getProperty("terrella.site", "target/site"));

  @Test
  void aHostThatKnowsFewTypesUnderASubPath(Site site) throws IOException {
    try (PlainHost host = new PlainHost(FOLDER, "/people/ada/atlas/")) {
      site.allow(host.address()).expect("not a supported stylesheet MIME type");
      Site.openAt(site.page(), host.address());
      assertStyled(site);
      DayOfWork.with(site);
    }
  }

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

  @Test
  void aUsualHost(Site site) {
    site.open();
    DayOfWork.with(site);
    assertTrue(
        site.answers().stream()
            .allMatch(answer -> answer.status() == 200 || answer.status() == 304),
        site.answers().toString());
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
