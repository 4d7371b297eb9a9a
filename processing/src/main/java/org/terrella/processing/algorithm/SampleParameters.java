package org.terrella.processing.algorithm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;
import org.terrella.processing.feature.FeatureTable;

/** With what algorithms are run for their pictures, where defaults would show less. */
final class SampleParameters {
  /** Layers for the main input, where any other shows less. */
  private static final Map<String, FeatureTable> INPUTS = new LinkedHashMap<>();

  /** Parameters of which the picture is clear. */
  private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

  static {
    for (String id :
        List.of(
            "filterbygeometry",
            "buffer",
            "boundingboxes",
            "convexhull",
            "centroids",
            "setzvalue")) {
      INPUTS.put("native:" + id, SampleLayers.MIXED);
    }
    for (String id : List.of("bufferbym", "extractmvalues")) {
      INPUTS.put("native:" + id, measured());
    }
    for (String id : List.of("simplifygeometries", "smoothgeometry", "extractvertices")) {
      INPUTS.put("native:" + id, SampleLayers.LINES);
    }
    INPUTS.put("qgis:variabledistancebuffer", SampleLayers.POINTS);
    INPUTS.put("native:fixgeometries", SampleLayers.BROKEN);
    INPUTS.put("qgis:checkvalidity", SampleLayers.BROKEN);
    INPUTS.put("native:polygonize", SampleLayers.CROSSING);
    INPUTS.put("native:mergelines", SampleLayers.CHAINS);
    INPUTS.put("native:deleteduplicategeometries", SampleLayers.DOUBLED);
    INPUTS.put("native:removeduplicatesbyattribute", SampleLayers.DOUBLED);
    INPUTS.put("native:extractbyextent", SampleLayers.POINTS);
    INPUTS.put("native:extractbylocation", SampleLayers.POINTS);
    INPUTS.put("native:extractwithindistance", SampleLayers.POINTS);
    INPUTS.put("native:randomextract", SampleLayers.POINTS);
    INPUTS.put("native:selectbylocation", SampleLayers.POINTS);
    INPUTS.put("native:selectwithindistance", SampleLayers.POINTS);
    INPUTS.put("qgis:randomselection", SampleLayers.POINTS);
    INPUTS.put("qgis:randomselectionwithinsubsets", SampleLayers.POINTS);
    INPUTS.put("qgis:randomextractwithinsubsets", SampleLayers.POINTS);
    INPUTS.put("native:meancoordinates", SampleLayers.POINTS);
    INPUTS.put("qgis:minimumboundinggeometry", SampleLayers.POINTS);
    for (String id :
        List.of(
            "shortestpathpointtopoint",
            "shortestpathpointtolayer",
            "shortestpathlayertopoint",
            "serviceareafrompoint",
            "serviceareafromlayer")) {
      INPUTS.put("native:" + id, SampleLayers.NETWORK);
      of("native:" + id, "'START_POINT': '10,10', 'END_POINT': '88,60', 'TRAVEL_COST2': 50");
    }
    INPUTS.put("native:splitwithlines", SampleLayers.POLYGONS);
    INPUTS.put("qgis:concavehull", SampleLayers.POINTS);
    INPUTS.put("qgis:knearestconcavehull", SampleLayers.POINTS);
    INPUTS.put("gdal:buffervectors", SampleLayers.MIXED);
    of("qgis:eliminateselectedpolygons", "'INPUT': {'selected': [1]}, 'MODE': 0");
    of("gdal:buffervectors", "'DISTANCE': 7");
    of("gdal:clipvectorbyextent", "'EXTENT': '20,70,15,55'");
    of("gdal:offsetcurve", "'DISTANCE': 5");
    of("gdal:onesidebuffer", "'DISTANCE': 7");
    of("native:affinetransform", "'DELTA_X': 25, 'DELTA_Y': 12, 'SCALE_X': 0.6, 'SCALE_Y': 0.6");
    of("native:arrayoffsetlines", "'COUNT': 3, 'OFFSET': 4");
    of("native:arraytranslatedfeatures", "'COUNT': 2, 'DELTA_X': 9, 'DELTA_Y': 6");
    of("native:buffer", "'DISTANCE': 7");
    of("native:creategrid", "'TYPE': 2, 'EXTENT': '0,96,0,64', 'HSPACING': 16, 'VSPACING': 16");
    of("native:dbscanclustering", "'EPS': 25, 'MIN_SIZE': 2");
    of("native:densifygeometriesgivenaninterval", "'INTERVAL': 6");
    of("native:extendlines", "'START_DISTANCE': 8, 'END_DISTANCE': 8");
    of("native:extenttolayer", "'INPUT': '10,80,10,55'");
    of("native:extractbyattribute", "'FIELD': 'class', 'VALUE': '1'");
    of("native:extractbyexpression", "'EXPRESSION': '\\\"class\\\" = 1'");
    of("native:extractbyextent", "'EXTENT': '20,70,15,55'");
    of("native:extractwithindistance", "'DISTANCE': 8");
    of("native:selectwithindistance", "'DISTANCE': 8");
    of("native:fieldcalculator", "'FIELD_NAME': 'double', 'FORMULA': '\\\"size\\\" * 2'");
    of("native:geometrybyexpression", "'EXPRESSION': 'buffer(centroid($geometry), 7)'");
    of("native:interpolatepoint", "'DISTANCE': 30");
    of("native:kmeansclustering", "'CLUSTERS': 3");
    of("native:linesubstring", "'START_DISTANCE': 8, 'END_DISTANCE': 30");
    of("native:multiringconstantbuffer", "'RINGS': 3, 'DISTANCE': 4");
    of("native:offsetline", "'DISTANCE': 5");
    of("native:orderbyexpression", "'EXPRESSION': '\\\"size\\\"'");
    of("native:pointsalonglines", "'DISTANCE': 9");
    of("native:pointtolayer", "'INPUT': '50,35'");
    of("native:projectpointcartesian", "'BEARING': 60, 'DISTANCE': 14");
    of("native:randompointsinextent", "'EXTENT': '5,95,5,65', 'POINTS_NUMBER': 12");
    of("native:randompointsinpolygons", "'POINTS_NUMBER': 4");
    of("native:randompointsonlines", "'POINTS_NUMBER': 4");
    of("native:randomextract", "'NUMBER': 4");
    of("qgis:randomselection", "'NUMBER': 4");
    of("qgis:selectbyattribute", "'FIELD': 'class', 'VALUE': '1'");
    of("qgis:selectbyexpression", "'EXPRESSION': '\\\"class\\\" = 1'");
    of("native:rectanglesovalsdiamonds", "'WIDTH': 14, 'HEIGHT': 9");
    of(
        "native:refactorfields",
        "'FIELDS_MAPPING': [{'name': 'title', 'type': 10, 'expression': 'upper(\\\"name\\\")'},"
            + " {'name': 'part', 'type': 6, 'expression': '\\\"size\\\" / 10'}]");
    of("native:renametablefield", "'FIELD': 'class', 'NEW_NAME': 'kind'");
    of("native:retainfields", "'FIELDS': ['class', 'name']");
    of("native:rotatefeatures", "'ANGLE': 30");
    of("native:simplifygeometries", "'TOLERANCE': 8");
    of("native:singlesidedbuffer", "'DISTANCE': 7");
    of("native:smoothgeometry", "'ITERATIONS': 3");
    of("native:snappointstogrid", "'HSPACING': 12, 'VSPACING': 12");
    of("native:splitfeaturesbycharacter", "'FIELD': 'name', 'CHAR': ' '");
    of("native:splitlinesbylength", "'LENGTH': 12");
    of("native:snapgeometries", "'TOLERANCE': 14");
    of("native:stdbscanclustering", "'EPS': 25, 'MIN_SIZE': 2");
    of("native:subdivide", "'MAX_NODES': 8");
    of("native:taperedbuffer", "'START_WIDTH': 1, 'END_WIDTH': 12");
    of("native:transect", "'LENGTH': 8");
    of("native:translategeometry", "'DELTA_X': 14, 'DELTA_Y': 9");
    of("native:wedgebuffers", "'OUTER_RADIUS': 12, 'AZIMUTH': 45, 'WIDTH': 70");
    of("qgis:pointsdisplacement", "'PROXIMITY': 25, 'DISTANCE': 8");
    of("qgis:randompointsalongline", "'POINTS_NUMBER': 12");
    of("qgis:randompointsinlayerbounds", "'POINTS_NUMBER': 12");
    of("qgis:randompointsinsidepolygons", "'VALUE': 4");
    of(
        "qgis:rectanglesovalsdiamondsvariable",
        "'WIDTH': 'size', 'HEIGHT': 'size', 'ROTATION': 'size'");
    of("qgis:regularpoints", "'EXTENT': '0,96,0,64', 'SPACING': 12");
    of("qgis:randomextractwithinsubsets", "'NUMBER': 2");
    of("qgis:randomselectionwithinsubsets", "'NUMBER': 2");
    of("qgis:statisticsbycategories", "'VALUES_FIELD_NAME': 'size'");
    of("qgis:texttofloat", "'FIELD': 'share'");
    of("qgis:variabledistancebuffer", "'FIELD': 'size'");
    of("qgis:voronoipolygons", "'BUFFER': 10");
  }

  private SampleParameters() {}

  /** The layer for the main input; null for the usual one. */
  static FeatureTable input(String id) {
    return INPUTS.get(id);
  }

  /** Parameters that an algorithm can be run with. */
  static JsonObject of(AlgorithmDescription algorithm) {
    JsonObject json = SampleRuns.parameters(algorithm);
    JsonObject own = Json.parseObject(PARAMETERS.getOrDefault(algorithm.id(), "{}"));
    for (ParameterDescription parameter : algorithm.parameters()) {
      if (own.has(parameter.name())) {
        json = json.with(parameter.name(), own.get(parameter.name()));
      }
    }
    return json;
  }

  /** Lines with a measure. */
  private static FeatureTable measured() {
    return AlgorithmRun.run(
            Algorithms.get("native:setmvalue"),
            Map.of("INPUT", List.of(SampleLayers.LINES)),
            JsonObject.of().with("M_VALUE", 7),
            Progress.NONE)
        .table("OUTPUT");
  }

  private static void of(String id, String json) {
    PARAMETERS.put(id, "{" + json.replace('\'', '"') + "}");
  }
}
