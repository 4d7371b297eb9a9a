// Models to and from the files of QGIS that end in .model3.
import { Reader } from './model3/reader.js';
import { ModelError } from './model3/variants.js';
import { modelFile } from './model3/writer.js';

/** JSON: the model without an id, or {code, message} that says why it cannot be used. */
export function readModel(xml, algorithms) {
  try {
    const reader = new Reader(xml, JSON.parse(algorithms));
    const model = reader.model();
    reader.demand();
    return JSON.stringify(model);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return JSON.stringify({ code: error.code, message: error.message });
  }
}

/** algorithms: JSON of their descriptions, files: JSON, for each layer the file that it comes from. */
export const writeModel = (model, algorithms, files) => modelFile(JSON.parse(model), JSON.parse(algorithms), JSON.parse(files));
