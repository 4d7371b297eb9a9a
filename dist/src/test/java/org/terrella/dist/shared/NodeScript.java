package org.terrella.dist.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tests of the scripts of interop, written in JavaScript and run by Node.js. */
public final class NodeScript {
  private NodeScript() {}

  /** Runs {@code src/test/js/NAME}, which prints "ok: …" or what promise was broken. */
  public static void run(String name, String... arguments)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(Path.of("../interop/node_modules/yjs")),
        "npm packages are installed with the site");
    List<String> command = new ArrayList<>(List.of("node", "src/test/js/" + name));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(3, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.contains("ok: "), said);
  }
}
