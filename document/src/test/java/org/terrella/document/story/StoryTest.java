package org.terrella.document.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.terrella.document.ClientView;
import org.terrella.document.JgisReader;
import org.terrella.document.MapDocument;
import org.terrella.document.MapView;
import org.terrella.error.TerrellaException;
import org.terrella.json.Json;
import org.terrella.json.JsonArray;
import org.terrella.json.JsonObject;

class StoryTest {
  private static final JsonObject STORY =
      Json.parseObject(
          """
          {"title": "T", "storyType": "Vertical Scroll", "storySegments": ["a", "b"],
           "showGradient": false, "presentationBgColor": "#171B2C", "markdownSegmentGap": true,
           "storyPanelOpacity": 0.5, "overlayContentWidth": "40%", "own": {"x": 1}}
          """);
  private static final JsonObject ANNOTATION =
      Json.parseObject(
          """
          {"label": "L", "position": {"x": 1.5, "y": -2}, "zoom": 3, "parent": "", "open": true,
           "contents": [{"value": "hello", "user": {"name": "A"}, "own": 1}], "own": 2}
          """);

  @Test
  void storiesGiveBackWhatTheyRead() {
    Story story = Story.of(STORY, "$");
    assertEquals(List.of("a", "b"), story.segments());
    assertEquals(0.5, story.presentation().panelOpacity());
    assertEquals(STORY, story.toJson(STORY));
    Story plain = new Story("New", List.of("s"));
    assertEquals(
        Json.parse("{\"title\": \"New\", \"storySegments\": [\"s\"]}"),
        plain.toJson(JsonObject.of()));
    assertEquals(plain, Story.of(plain.toJson(JsonObject.of()), "$"));
  }

  @Test
  void annotationsGiveBackWhatTheyRead() {
    Annotation annotation = Annotation.of(ANNOTATION, "$");
    assertEquals(1.5, annotation.x());
    assertEquals("hello", annotation.messages().get(0).text());
    assertEquals(ANNOTATION, annotation.toJson(ANNOTATION));
  }

  @Test
  void viewsGiveBackWhatTheyRead() {
    JsonObject options =
        Json.parseObject("{\"zoom\": 3.0, \"extent\": [0, 0, 1, 1], \"own\": [1], \"pitch\": 0}");
    MapView view = MapView.of(options);
    assertEquals("EPSG:3857", view.projection());
    assertEquals(options, view.toJson(options));
    JsonObject client = Json.parseObject("{\"extent\": [0, 0, 1, 1], \"zoom\": 2, \"own\": 1}");
    assertEquals(client, ClientView.of(client, "$").toJson(client));
  }

  @Test
  void presetsGiveBackWhatTheyRead() {
    JsonArray json = JsonArray.of(JsonObject.of().with("key", "species").with("value", "oak"));
    Preset preset = Preset.of(json, "$");
    assertEquals(List.of(new Preset.Attribute("species", "oak")), preset.attributes());
    assertEquals(json, preset.toJson());
    TerrellaException wrong =
        assertThrows(TerrellaException.class, () -> Preset.of(Json.parse("[{}]"), "$.presets.p"));
    assertEquals("$.presets.p[0].key: missing.", wrong.getMessage());
  }

  @Test
  void aDocumentGivesThemById() {
    MapDocument document =
        JgisReader.read(
                JsonObject.of()
                    .with("schemaVersion", "0.6.0")
                    .with("layers", JsonObject.of())
                    .with("sources", JsonObject.of())
                    .with("stories", JsonObject.of().with("s", STORY))
                    .with("annotations", JsonObject.of().with("a", ANNOTATION)))
            .document();
    assertEquals("T", document.story("s").title());
    assertEquals("L", document.annotation("a").label());
    assertEquals(
        "not-found", assertThrows(TerrellaException.class, () -> document.story("x")).code());
  }

  @Test
  void messagesNameThePath() {
    TerrellaException wrong =
        assertThrows(
            TerrellaException.class,
            () -> Story.of(Json.parse("{\"storySegments\": [\"a\", 1]}"), "$.stories.x"));
    assertTrue(wrong.getMessage().startsWith("$.stories.x.storySegments[1]:"));
    assertThrows(TerrellaException.class, () -> Annotation.of(Json.parse("{}"), "$"));
    assertThrows(TerrellaException.class, () -> Annotation.of(Json.parse("[]"), "$"));
    assertThrows(TerrellaException.class, () -> ClientView.of(Json.parse("1"), "$"));
  }
}
