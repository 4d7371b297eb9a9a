package org.terrella.processing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/**
 * QGIS on this machine, as the judge of what is computed here. Its Python is that of the
 * environment variable {@code QGIS_PYTHON}, else that of Debian's packages; tests are skipped where
 * there is none, or another version.
 */
public final class Qgis {
  /** The version whose differences are recorded; later ones have others. */
  private static final String VERSION = "3.22";

  private static final String SCRIPT = "/qgis-judge.py";
  private static final String PYTHON = "/usr/bin/python3";
  private static final String MODULES = "/usr/share/qgis/python:/usr/share/qgis/python/plugins";

  private Qgis() {}

  /** Answers of QGIS, one for each question, in their order; skips the test without QGIS. */
  public static List<JsonObject> answers(JsonObject questions) {
    String own = System.getenv("QGIS_PYTHON");
    assumeTrue(
        own != null || Files.exists(Path.of("/usr/bin/qgis_process")),
        "QGIS is not installed here: neither QGIS_PYTHON nor /usr/bin/qgis_process");
    try {
      Path folder = Files.createTempDirectory("qgis-judge");
      Path asked = Files.writeString(folder.resolve("questions.json"), questions.toString());
      Path script = folder.resolve("judge.py");
      try (InputStream in = Qgis.class.getResourceAsStream(SCRIPT)) {
        Files.copy(in, script);
      }
      Path answered = folder.resolve("answers.jsonl");
      Path log = folder.resolve("log.txt");
      int count = questions.optArray("runs").size() + questions.optArray("expressions").size();
      List<JsonObject> answers = new ArrayList<>();
      while (answers.size() < count) {
        int before = answers.size();
        String python = own == null ? PYTHON : own;
        ProcessBuilder process =
            new ProcessBuilder(python, script + "", asked + "", answered + "", before + "");
        process.environment().put("QT_QPA_PLATFORM", "offscreen");
        process.environment().put("XDG_RUNTIME_DIR", folder.toString());
        process.environment().put("TZ", "UTC");
        process.environment().put("QT_HASH_SEED", "0");
        process.environment().put("PYTHONHASHSEED", "0");
        if (own == null) {
          process.environment().put("PYTHONPATH", MODULES);
        }
        process.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertTrue(Files.exists(answered), () -> read(log));
        List<String> lines = Files.readAllLines(answered);
        String version = Json.parseObject(lines.get(0)).string("version");
        assumeTrue(version.startsWith(VERSION), "QGIS " + version + " here, not " + VERSION);
        for (String line : lines.subList(1, lines.size())) {
          answers.add(Json.parseObject(line));
        }
        Files.delete(answered);
        if (answers.size() < count) {
          answers.add(JsonObject.of().with("broken", "ended: " + read(log)));
        }
      }
      for (Path file : List.of(asked, script, log, folder)) {
        Files.deleteIfExists(file);
      }
      return answers;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path log) {
    try {
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      return text;
    } catch (IOException e) {
      return e.toString();
    }
  }
}
