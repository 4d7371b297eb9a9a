package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonNull;
import org.terrella.json.JsonObject;
import org.terrella.json.JsonString;
import org.terrella.processing.feature.Crs;
import org.terrella.processing.feature.FeatureTable;

class ParametersTest {
  private static final FeatureTable POINT = Tables.ofWkt(Crs.UNKNOWN, "POINT (0 0)");

  @Test
  void missingOnesTakeTheDefaultsOfQgis() {
    Parameters parameters =
        Parameters.of(Algorithms.get("native:buffer").description(), JsonObject.of());
    assertEquals(10, parameters.distance("DISTANCE").value());
    assertEquals(5, parameters.integer("SEGMENTS"));
    assertEquals(0, parameters.choice("JOIN_STYLE"));
    assertEquals(2, parameters.number("MITER_LIMIT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'DISTANC': 1} | DISTANC ; Did you mean DISTANCE?",
        "{'DISTANCE': 'far'} | DISTANCE ; number or {value, unit} ; a string",
        "{'DISTANCE': {'value': 1, 'unit': 'furlongs'}} | DISTANCE ; furlongs ; kilometers",
        "{'DISTANCE': {'value': 1, 'unit': 'meters'}} | DISTANCE ; coordinate reference system",
        "{'DISTANCE': 1e999} | DISTANCE ; too large",
        "{'SEGMENTS': 0} | SEGMENTS ; at least 1",
        "{'SEGMENTS': 1.5} | SEGMENTS ; whole",
        "{'JOIN_STYLE': 3} | JOIN_STYLE ; from 0 to 2",
        "{'JOIN_STYLE': 'Sharp'} | JOIN_STYLE ; Sharp ; Bevel",
        "{'DISSOLVE': 1} | DISSOLVE ; true or false"
      })
  void wrongOnesAreNamed(String json, String expected) {
    TerrellaException e =
        assertThrows(TerrellaException.class, () -> Tables.run("native:buffer", POINT, json));
    assertEquals("invalid-argument", e.code());
    for (String piece : expected.split(" ; ")) {
      assertTrue(e.getMessage().contains(piece), e.getMessage());
    }
  }

  @Test
  void fieldMustExist() {
    TerrellaException e =
        assertThrows(
            TerrellaException.class,
            () -> Tables.run("native:dissolve", POINT, "{'FIELD': 'clas'}"));
    assertTrue(e.getMessage().contains("Did you mean class?"), e.getMessage());
  }

  @Test
  void unknownAlgorithmIsNamedWithThoseLikeIt() {
    TerrellaException e =
        assertThrows(TerrellaException.class, () -> Algorithms.get("native:bufer"));
    assertEquals("not-found", e.code());
    assertTrue(e.getMessage().contains("Did you mean native:buffer"), e.getMessage());
  }

  @Test
  void descriptionsAreThoseOfQgis() throws Exception {
    Path folder = Path.of("").toAbsolutePath();
    Path file = null;
    for (; folder != null && file == null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared/reference/qgis-processing-interface.jsonl");
      file = Files.exists(candidate) ? candidate : null;
    }
    Assumptions.assumeTrue(file != null, "shared/reference is not here");
    int compared = 0;
    for (String line : Files.readAllLines(file)) {
      JsonObject theirs = Json.parseObject(line);
      for (Algorithm algorithm : Algorithms.all()) {
        if (algorithm.description().id().equals(theirs.string("id"))) {
          compareParameters(theirs, algorithm.description().toJson());
          compared++;
        }
      }
    }
    assertEquals(Algorithms.all().size(), compared);
  }

  private static void compareParameters(JsonObject theirs, JsonObject ours) {
    assertEquals(theirs.string("group"), ours.string("group"));
    assertEquals(theirs.array("outputs"), ours.array("outputs"), () -> ours.string("id"));
    assertEquals(theirs.array("parameters").size(), ours.array("parameters").size());
    for (int i = 0; i < theirs.array("parameters").size(); i++) {
      JsonObject their = theirs.array("parameters").object(i);
      assertEquals(
          their.optBool("dataDefined", false),
          ours.array("parameters").object(i).optBool("dynamic", false),
          () -> ours.string("id"));
      their = their.without("dataDefined");
      if (their.optString("type", "").equals("string")
          && their.opt("default", JsonNull.NULL).equals(new JsonString("NULL"))) {
        // The collector's word for a default that is no text at all.
        their = their.without("default");
      }
      JsonObject our =
          ours.array("parameters")
              .object(i)
              .without("label")
              .without("createdByDefault")
              .without("ellipsoidal")
              .without("dynamic")
              .without("selection");
      // Ours limits the segments, which QGIS does not.
      assertEquals(
          their,
          our.string("name").equals("SEGMENTS") && !their.has("max") ? our.without("max") : our,
          () -> ours.string("id"));
    }
  }
}
