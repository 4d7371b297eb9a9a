package org.terrella.processing.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.error.TerrellaException;
import org.terrella.json.JsonObject;

/** Every algorithm shows what it does. */
class AlgorithmSampleTest {
  /** Those that change nothing of these layers: what they look at is not there. */
  private static final List<String> NOTHING =
      List.of(
          "antimeridiansplit",
          "assignprojection",
          "dropmzvalues",
          "explodehstorefield",
          "filterverticesbym",
          "filterverticesbyz",
          "forcerhr",
          "promotetomulti",
          "removeduplicatevertices",
          "removenullgeometries",
          "reprojectlayer",
          "segmentizebymaxangle",
          "segmentizebymaxdistance",
          "setmvalue",
          "setzvalue");

  @Test
  void everyAlgorithmIsSeenToDoSomething() {
    List<String> unseen = new ArrayList<>();
    for (Algorithm algorithm : Algorithms.all()) {
      String id = algorithm.description().id();
      try {
        if (AlgorithmSample.of(algorithm).isEmpty()) {
          unseen.add(id);
        }
      } catch (TerrellaException failure) {
        unseen.add(id + ": " + failure.getMessage());
      }
    }
    NOTHING.forEach(name -> unseen.remove("native:" + name));
    assertEquals(List.of(), unseen);
  }

  @Test
  void layersArePathsInABox() {
    JsonObject clip = AlgorithmSample.of(Algorithms.get("native:" + "clip"));
    assertTrue(clip.object("before").string("areas").startsWith("M"), clip.toString());
    assertTrue(clip.object("other").string("areas").endsWith("Z"), clip.toString());
    JsonObject centroids = AlgorithmSample.of(Algorithms.get("native:" + "centroids"));
    assertTrue(centroids.object("after").string("points").endsWith("h0"), centroids.toString());
  }

  @Test
  void newFieldsAreAmongThoseOfTables() {
    JsonObject added = AlgorithmSample.of(Algorithms.get("native:" + "fieldcalculator"));
    JsonObject after = added.array("tables").object(1);
    assertEquals("double", after.array("fields").string(3));
    assertEquals(
        2 * after.array("rows").array(0).number(1), after.array("rows").array(0).number(3));
  }
}
