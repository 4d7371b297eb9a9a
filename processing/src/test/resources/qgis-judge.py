"""Runs algorithms and expressions in QGIS: qgis-judge.py <questions.json> <answers.jsonl> <first>

Questions are {tables, runs, expressions}; each run and each expression gets a line, from
question <first> on, after one with QGIS's version.
"""
import json
import sys

from qgis.core import *
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QMetaType, QTime, QVariant, Qt

TYPES = {
    "boolean": QVariant.Bool, "integer": QVariant.Int, "integer64": QVariant.LongLong, "real": QVariant.Double,
    "text": QVariant.String, "date": QVariant.Date, "time": QVariant.Time, "datetime": QVariant.DateTime,
    "json": QVariant.String, "binary": QVariant.ByteArray,
}
LABELS = {code: label for label, code in TYPES.items() if label != "json"}


def moment(text):
    return QDateTime.fromString(text, Qt.ISODateWithMs)


READERS = {
    "date": lambda text: QDate.fromString(text, Qt.ISODate),
    "time": lambda text: QTime.fromString(text, Qt.ISODateWithMs),
    "datetime": moment,
    "binary": lambda text: QByteArray.fromBase64(text.encode()),
}


def layer_of(table):
    """A new layer in memory; its geometries are WKT."""
    kind = table["geometry"] + ("?crs=" + table["crs"] if table["crs"] else "")
    layer = QgsVectorLayer(kind, table["name"], "memory")
    assert layer.isValid(), kind
    fields = [QgsField(name, TYPES[label]) for name, label in table["fields"]]
    assert layer.dataProvider().addAttributes(fields), table["fields"]
    layer.updateFields()
    features = []
    for wkt, values in table["rows"]:
        feature = QgsFeature(layer.fields())
        if wkt is not None and table["geometry"] != "None":
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes([
            QVariant(TYPES[label]) if value is None else READERS.get(label, lambda same: same)(value)
            for value, (_, label) in zip(values, table["fields"])
        ])
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    assert added, layer.dataProvider().lastError()
    return layer


def plain(value):
    """A value as JSON that keeps its type apart from others."""
    if value is None or isinstance(value, QVariant) and value.isNull():
        return None
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (QDate, QTime, QDateTime)):
        if value.isNull():
            return None
        return value.toString(Qt.ISODate if isinstance(value, QDate) else Qt.ISODateWithMs)
    if isinstance(value, (QByteArray, bytes)):
        return bytes(QByteArray(value).toBase64()).decode()
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(member) for member in value]
    if isinstance(value, QgsGeometry):
        return {"wkb": wkb(value)}
    if isinstance(value, QgsInterval):
        return {"seconds": value.seconds()}
    return {"other": str(value)}


def wkb(geometry):
    """Curves as straight lines and triangles as polygons, which is what layers have here."""
    if not geometry.isNull() and QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if not geometry.isNull() and QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Triangle:
        geometry = QgsGeometry(QgsPolygon(geometry.constGet().exteriorRing().clone()))
    return None if geometry.isNull() else bytes(geometry.asWkb()).hex()


def features_of(layer):
    key = ""
    if not isinstance(layer, QgsVectorLayer):
        layer = QgsVectorLayer(layer, "result", "ogr")
        assert layer.isValid(), layer.source()
        key = "fid"
    names = [(i, field) for i, field in enumerate(layer.fields()) if field.name() != key]
    fields = [[field.name(), LABELS.get(field.type(), field.typeName())] for _, field in names]
    rows = [
        [wkb(feature.geometry()), [plain(feature.attributes()[i]) for i, _ in names]] for feature in layer.getFeatures()
    ]
    return {"geometry": QgsWkbTypes.displayString(layer.wkbType()), "fields": fields, "rows": rows}


def given(algorithm, run, tables):
    parameters = dict(run["parameters"])
    for name, inputs in run["inputs"].items():
        layers = [layer_of(tables[table]) for table in inputs]
        if name in run["selected"]:
            layers[0].selectByIds([row + 1 for row in run["selected"][name]])
        QgsProject.instance().addMapLayers(layers, False)
        definition = algorithm.parameterDefinition(name)
        parameters[name] = layers if definition.type() == "multilayer" else layers[0]
    known = {definition.name() for definition in algorithm.parameterDefinitions()}
    for sink in run["sinks"]:
        parameters[sink] = "TEMPORARY_OUTPUT"
    return {name: value for name, value in parameters.items() if name in known}


def answer(run, tables):
    algorithm = QgsApplication.processingRegistry().algorithmById(run["id"])
    if algorithm is None:
        return {"unknown": run["id"]}
    QgsProject.instance().removeAllMapLayers()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    QgsProject.instance().setEllipsoid("EPSG:7030")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
    try:
        parameters = given(algorithm, run, tables)
        results = processing.run(run["id"], parameters, context=context, feedback=QgsProcessingFeedback(False))
        layers = {sink: features_of(results[sink]) for sink in run["sinks"] if sink in results}
        values = {name: plain(value) for name, value in results.items() if name not in layers and not isinstance(value, QgsVectorLayer)}
        if run["selects"]:
            values = {"SELECTION": sorted(key - 1 for key in parameters["INPUT"].selectedFeatureIds())}
        return {"tables": layers, "values": values}
    except QgsProcessingException as refusal:
        # Errors of Python reach us as texts of several lines.
        text = str(refusal)
        return {"broken" if "Traceback" in text or "Error: " in text else "error": text}
    except Exception as failure:
        return {"broken": repr(failure)}


def evaluate(question, tables, cache):
    """The values of an expression for some rows; an error for one that cannot be read."""
    if not cache:
        QgsProject.instance().removeAllMapLayers()
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        QgsProject.instance().setEllipsoid("EPSG:7030")
        for name, table in tables.items():
            cache[name] = layer_of(table)
        QgsProject.instance().addMapLayers(list(cache.values()), False)
    layer = cache[question["table"]]
    expression = QgsExpression(question["text"])
    if expression.hasParserError():
        return {"error": expression.parserErrorString()}
    measure = QgsDistanceArea()
    measure.setEllipsoid("EPSG:7030")
    crs = QgsCoordinateReferenceSystem(tables[question["table"]]["crs"])
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    expression.setGeomCalculator(measure)
    expression.setDistanceUnits(QgsUnitTypes.DistanceMeters)
    expression.setAreaUnits(QgsUnitTypes.AreaSquareMeters)
    values = []
    for feature in layer.getFeatures():
        if feature.id() - 1 not in question["rows"]:
            continue
        wkt = tables[question["table"]]["rows"][feature.id() - 1][0]
        feature.setGeometry(QgsGeometry() if wkt is None else QgsGeometry.fromWkt(wkt))
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        # Names that are newer than some versions of QGIS.
        for name, value in {"geometry": feature.geometry(), "id": feature.id(), "layer_crs": crs.authid()}.items():
            context.lastScope().setVariable(name, value)
        expression.prepare(context)
        value = expression.evaluate(context)
        failed = expression.hasEvalError()
        values.append({"error": expression.evalErrorString()} if failed else {"value": plain(value)})
    return {"values": values}


def main(questions, answers, first):
    with open(questions, encoding="utf-8") as file:
        asked = json.load(file)
    with open(answers, "w", encoding="utf-8") as out:
        out.write(json.dumps({"version": Qgis.QGIS_VERSION}) + "\n")
        for run in asked.get("runs", [])[first:]:
            out.write(json.dumps(answer(run, asked["tables"])) + "\n")
            out.flush()
        layers = {}
        for question in asked.get("expressions", [])[first:]:
            out.write(json.dumps(evaluate(question, asked["tables"], layers)) + "\n")
            out.flush()


application = QgsApplication([], False)
application.initQgis()
import processing
from processing.core.Processing import Processing
from qgis.analysis import QgsNativeAlgorithms

Processing.initialize()
if not QgsApplication.processingRegistry().providerById("native"):
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
