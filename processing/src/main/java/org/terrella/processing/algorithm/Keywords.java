package org.terrella.processing.algorithm;

import java.util.HashMap;
import java.util.Map;

/** Words by which people look for an algorithm and that its name does not have. */
final class Keywords {
  private static final Map<String, String> WORDS = new HashMap<>();

  static {
    of("gdal:buffervectors", "grow zone distance");
    of("gdal:clipvectorbyextent", "cut crop rectangle");
    of("gdal:clipvectorbypolygon", "cut crop mask");
    of("gdal:dissolve", "merge union unite");
    of("gdal:offsetcurve", "parallel shift");
    of("gdal:onesidebuffer", "single side zone");
    of("gdal:pointsalonglines", "share fraction");
    of("native:addautoincrementalfield", "number id sequence row counter index");
    of("native:addfieldtoattributestable", "new column create attribute");
    of("native:adduniquevalueindexfield", "category code class id number");
    of("native:addxyfields", "coordinates longitude latitude x y columns");
    of("native:affinetransform", "scale move shift rotate resize stretch");
    of("native:aggregate", "group summarise sum mean dissolve pivot");
    of("native:angletonearest", "direction bearing azimuth closest");
    of("native:antimeridiansplit", "dateline 180 geodesic");
    of("native:arrayoffsetlines", "parallel repeat copies offset");
    of("native:arraytranslatedfeatures", "repeat copies duplicate shift");
    of("native:assignprojection", "crs coordinate system define set");
    of("native:boundary", "outline edge border ring perimeter");
    of("native:boundingboxes", "envelope extent rectangle bounds mbr");
    of("native:buffer", "grow shrink expand enlarge margin zone distance around within proximity");
    of("native:bufferbym", "measure width zone variable");
    of("native:calculatevectoroverlaps", "coverage percent share area intersect");
    of("native:centroids", "centre center middle midpoint points");
    of("native:clip", "cut crop mask trim within cookie");
    of("native:collect", "multipart group combine merge single multi");
    of("native:convexhull", "envelope rubber band outline surround wrap");
    of("native:countpointsinpolygon", "number density sum join how many");
    of("native:creategrid", "fishnet hexagons cells tessellation squares");
    of("native:createpointslayerfromtable", "xy csv coordinates longitude latitude import");
    of("native:dbscanclustering", "cluster group density hotspots");
    of("native:deletecolumn", "remove drop field attribute");
    of("native:deleteduplicategeometries", "remove double unique same clean");
    of("native:deleteholes", "fill gaps islands rings donut");
    of("native:densifygeometries", "add vertices points refine");
    of("native:densifygeometriesgivenaninterval", "add vertices points refine distance");
    of("native:detectvectorchanges", "compare difference versions diff new gone");
    of("native:difference", "subtract erase cut minus remove outside");
    of("native:dissolve", "merge union unite join combine melt aggregate");
    of("native:dropgeometries", "table attributes without shape");
    of("native:dropmzvalues", "2d flatten height measure remove");
    of("native:explodehstorefield", "tags osm key value split pairs");
    of("native:explodelines", "segments split break");
    of("native:exportlayersinformation", "footprints bounds metadata");
    of("native:extendlines", "longer lengthen continue");
    of("native:extenttolayer", "bounding box rectangle create");
    of("native:extractbyattribute", "filter select query where field value");
    of("native:extractbyexpression", "filter select query where sql");
    of("native:extractbyextent", "clip crop box rectangle window cut");
    of("native:extractbylocation", "select inside within spatial filter intersects contains touch");
    of("native:extractmvalues", "measure statistics");
    of("native:extractspecificvertices", "start end first last point nodes");
    of("native:extractvertices", "nodes points corners");
    of("native:extractwithindistance", "near nearby close proximity select");
    of("native:extractzvalues", "height elevation altitude statistics");
    of("native:fieldcalculator", "compute column formula attribute expression");
    of("native:filterbygeometry", "split points lines polygons kinds type");
    of("native:filterverticesbym", "measure remove");
    of("native:filterverticesbyz", "height elevation remove");
    of("native:fixgeometries", "repair valid clean heal broken make");
    of("native:forcerhr", "orientation winding ring order clockwise right hand");
    of("native:geometrybyexpression", "generator create shape formula");
    of("native:hublines", "spider flow connect star spokes");
    of("native:interpolatepoint", "along line position milepost chainage");
    of("native:intersection", "overlap common cut both and");
    of("native:joinattributesbylocation", "spatial join transfer within intersect nearest");
    of("native:joinattributestable", "link lookup merge table relate key vlookup");
    of("native:joinbynearest", "closest neighbour distance hub proximity spatial join");
    of("native:kmeansclustering", "cluster group classify");
    of("native:lineintersections", "cross points junctions");
    of("native:linesubstring", "part section between distances cut trim");
    of("native:meancoordinates", "average mean centroid centre of gravity");
    of("native:mergelines", "join connect chain stitch combine");
    of("native:mergevectorlayers", "append combine union concatenate stack");
    of("native:minimumenclosingcircle", "bounding circle smallest around");
    of("native:multiparttosingleparts", "explode split parts single ungroup");
    of("native:multiringconstantbuffer", "rings zones concentric distance donut");
    of("native:nearestneighbouranalysis", "clustered dispersed pattern statistics");
    of("native:offsetline", "parallel shift side");
    of("native:orderbyexpression", "sort arrange rank");
    of("native:orientedminimumboundingbox", "rectangle rotated envelope smallest");
    of("native:orthogonalize", "right angles square buildings straighten");
    of("native:pointonsurface", "label inside centre point representative");
    of("native:pointsalonglines", "stations chainage every equal distance sample");
    of("native:pointstopath", "track connect gps lines join");
    of("native:pointtolayer", "create coordinate");
    of("native:poleofinaccessibility", "label centre inside visual inscribed");
    of("native:polygonfromlayerextent", "bounding box rectangle bounds envelope");
    of("native:polygonize", "lines to areas close faces");
    of("native:polygonstolines", "outline border convert boundary ring");
    of("native:projectpointcartesian", "move bearing azimuth direction shift");
    of("native:promotetomulti", "multipart convert multi");
    of("native:randomextract", "sample subset pick");
    of("native:randompointsinextent", "sample scatter");
    of("native:randompointsinpolygons", "sample scatter dots");
    of("native:randompointsonlines", "sample scatter");
    of("native:rectanglesovalsdiamonds", "ellipse square box shapes");
    of("native:refactorfields", "rename retype change columns order schema");
    of("native:removeduplicatesbyattribute", "unique distinct double same");
    of("native:removeduplicatevertices", "clean double nodes same");
    of("native:removenullgeometries", "empty missing clean");
    of("native:renametablefield", "column title attribute");
    of("native:reprojectlayer", "transform crs coordinate system convert project");
    of("native:retainfields", "keep columns select drop");
    of("native:reverselinedirection", "flip turn invert swap");
    of("native:rotatefeatures", "turn spin angle");
    of("native:segmentizebymaxangle", "curves arcs straight");
    of("native:segmentizebymaxdistance", "curves arcs straight");
    of("native:serviceareafromlayer", "network reach isochrone catchment distance time");
    of("native:serviceareafrompoint", "network reach isochrone catchment distance time");
    of("native:setmvalue", "measure");
    of("native:setzvalue", "height elevation 3d altitude");
    of("native:shortestpathlayertopoint", "network route routing navigation fastest");
    of("native:shortestpathpointtolayer", "network route routing navigation fastest");
    of("native:shortestpathpointtopoint", "network route routing navigation fastest directions");
    of(
        "native:simplifygeometries",
        "thin generalise generalize reduce vertices douglas smooth weed");
    of("native:singlesidedbuffer", "left right side zone margin");
    of("native:smoothgeometry", "round curve corners chaikin soften");
    of("native:snapgeometries", "align close gaps match");
    of("native:snappointstogrid", "round precision align raster");
    of("native:splitfeaturesbycharacter", "separate list text rows explode");
    of("native:splitlinesbylength", "cut segments divide pieces");
    of("native:splitwithlines", "cut divide break");
    of("native:stdbscanclustering", "cluster space time density");
    of("native:stringconcatenation", "join text");
    of("native:subdivide", "split tile pieces smaller");
    of("native:sumlinelengths", "density roads total length");
    of("native:swapxy", "flip latitude longitude exchange axis");
    of("native:symmetricaldifference", "xor either not both");
    of("native:taperedbuffer", "river widening zone");
    of("native:transect", "cross section perpendicular profile");
    of("native:translategeometry", "move shift displace");
    of("native:union", "overlay combine or merge");
    of("native:wedgebuffers", "sector pie cone view field of view");
    of("qgis:basicstatisticsforfields", "mean median sum minimum maximum summary describe");
    of("qgis:checkvalidity", "invalid errors topology self-intersection test");
    of("qgis:climbalongline", "slope ascent descent elevation height gain");
    of("qgis:concavehull", "outline alpha shape boundary wrap");
    of("qgis:convertgeometrytype", "points lines polygons change type");
    of("qgis:delaunaytriangulation", "tin triangles mesh");
    of("qgis:distancematrix", "nearest distances pairs table");
    of("qgis:distancetonearesthublinetohub", "nearest closest facility lines");
    of("qgis:distancetonearesthubpoints", "nearest closest facility");
    of("qgis:eliminateselectedpolygons", "slivers merge neighbours small areas remove join");
    of("qgis:exportaddgeometrycolumns", "area length perimeter measure size coordinates");
    of("qgis:joinbylocationsummary", "spatial join statistics mean sum count aggregate");
    of("qgis:keepnbiggestparts", "largest main island remove small");
    of("qgis:knearestconcavehull", "outline boundary wrap");
    of("qgis:linestopolygons", "close areas convert");
    of("qgis:listuniquevalues", "distinct categories unique");
    of("qgis:minimumboundinggeometry", "envelope circle hull rectangle around all");
    of("qgis:pointsdisplacement", "overlapping spread spiderfy");
    of("qgis:randomextractwithinsubsets", "sample stratified pick");
    of("native:selectbylocation", "inside within spatial intersects contains touch pick");
    of("native:selectwithindistance", "near around proximity radius pick");
    of("qgis:selectbyattribute", "query where field value pick");
    of("qgis:selectbyexpression", "query where sql pick");
    of("qgis:randomselection", "sample subset pick");
    of("qgis:randomselectionwithinsubsets", "sample stratified pick");
    of("qgis:randompointsalongline", "sample scatter");
    of("qgis:randompointsinlayerbounds", "sample scatter");
    of("qgis:randompointsinsidepolygons", "sample scatter dots density");
    of("qgis:rectanglesovalsdiamondsvariable", "ellipse square box shapes fields");
    of("qgis:regularpoints", "grid lattice sample");
    of("qgis:statisticsbycategories", "group pivot summary count mean sum");
    of("qgis:texttofloat", "number convert string parse");
    of("qgis:topologicalcoloring", "four colours map neighbours");
    of("qgis:variabledistancebuffer", "grow zone distance field");
    of("qgis:voronoipolygons", "thiessen dirichlet nearest catchment areas");
  }

  private Keywords() {}

  private static void of(String id, String words) {
    WORDS.put(id, words);
  }

  /** Words with blanks between them; empty where the name says it all. */
  static String of(String id) {
    return WORDS.getOrDefault(id, "");
  }
}
