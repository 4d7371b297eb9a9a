package org.terrella.webapp.publish;

import org.teavm.jso.file.Blob;
import org.terrella.document.Layer;
import org.terrella.document.Source;
import org.terrella.interop.browser.Blobs;
import org.terrella.json.JsonObject;
import org.terrella.webapp.App;
import org.terrella.webapp.data.Format;
import org.terrella.webapp.data.RasterExport;
import org.terrella.workbench.job.Job;

/** Rasters as they go out: as they are where a browser reads them well, else cloud-optimized. */
final class RasterData {
  /** Above this, reading a picture of the whole without smaller ones takes long. */
  private static final int LARGE = 512;

  private final App app;
  private final Job job;

  RasterData(App app, Job job) {
    this.app = app;
    this.job = job;
  }

  /**
   * A file as cloud-optimized GeoTIFF, of the same values; waits.
   *
   * @param path of the file in the workspace
   * @param shape of what it becomes a part of, as in {@code publish:}
   * @return null where it goes as it is
   */
  Blob converted(Layer layer, Source source, String path, String shape) {
    // Another Terrella has GDAL as well.
    if (shape.equals("map-zip") || source.parameters().optArray("urls").size() > 1) {
      return null;
    }
    Blob file = app.workspace.read(path);
    String head = Blobs.head(file, Format.HEAD);
    boolean beside = !source.parameters().optObject("additionalFiles").isEmpty();
    boolean tiff = Format.of(Format.fileName(path), head) == Format.GEOTIFF && !beside;
    boolean read = tiff || Format.isNetcdf(head) || Format.isZippedZarr(path);
    if (read && !(tiff && shape.equals("folder") && isFlat(source))) {
      return null;
    }
    RasterExport export = new RasterExport(app, job);
    return export
        .files(layer, RasterExport.Format.COG, "", "near", Format.stem(path))
        .get(0)
        .blob();
  }

  /** Whether it is large and has no smaller pictures of itself. */
  private boolean isFlat(Source source) {
    JsonObject raster = app.rasters.open(source, job);
    return Math.max(raster.integer("width"), raster.integer("height")) > LARGE
        && raster.optArray("overviews").isEmpty();
  }
}
