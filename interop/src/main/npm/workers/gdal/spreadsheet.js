// Sheets with columns of coordinates or of geometries as text. GDAL reads sheets as mere tables; a description of a virtual
// layer over them says where the geometry stands.
import { GEOMETRY_NAMES, X_NAMES, Y_NAMES } from './formats.js';

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const one = (fields, names) => names.map((name) => fields.find((field) => field.toLowerCase() === name)).find((field) => field !== undefined);

/** Opens the layers of a dataset again as spatial ones, where their columns tell of coordinates. */
export function spatialTables(gdal, dataset, file) {
  dataset.layers.forEach((layer, i) => {
    const [x, y, text] = [X_NAMES, Y_NAMES, GEOMETRY_NAMES].map((names) => one(layer.columns, names));
    if (layer.geometryType !== 'None' || !(text || (x && y))) return;
    const field = text ? `<GeometryField encoding="WKT" field="${escaped(text)}"/>` : `<GeometryField encoding="PointFromColumns" x="${escaped(x)}" y="${escaped(y)}"/>`;
    const described = `<OGRVRTDataSource><OGRVRTLayer name="${escaped(layer.name)}"><SrcDataSource relativeToVRT="1">${escaped(file)}</SrcDataSource><SrcLayer>${escaped(layer.source)}</SrcLayer>${field}</OGRVRTLayer></OGRVRTDataSource>`;
    gdal.library.fs.writeFile(`${dataset.folder}/sheet${i}.vrt`, described);
    const before = dataset.layers.length;
    gdal.attempt(dataset, `sheet${i}.vrt`, ['OGR_VRT'], []);
    dataset.layers[i] = dataset.layers.splice(before)[0];
  });
}
