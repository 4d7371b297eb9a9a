package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.terrella.json.Json;
import org.terrella.json.JsonObject;

/**
 * Files that were cut off or of which bits flipped: a typed error or what could be read, soon, and
 * the next file opens. {@code -Dterrella.flips=10000} tries so many of each format at the workers,
 * {@code -Dterrella.page.flips=1000} so many through the whole page.
 */
@BrowserTest
class DamageTest {
  private static final int CUTS = Integer.getInteger("terrella.cuts", 64);
  private static final int FLIPS = Integer.getInteger("terrella.flips", 1000);
  private static final int PAGE_CUTS = Integer.getInteger("terrella.page.cuts", 3);
  private static final int PAGE_FLIPS = Integer.getInteger("terrella.page.flips", 3);
  private static final double MOST_SECONDS = 5;

  private static final String TRY =
      """
      async ([path, contents]) => {
        const wrong = [];
        let [added, refused, slowest] = [0, 0, 0];
        for (const [what, base64] of contents) {
          await terrella.execute('files:write', { path, base64 });
          const start = performance.now();
          const late = new Promise((_, reject) => setTimeout(() => reject(Object.assign(new Error('no answer'), { code: '' })), 20000));
          try {
            const { layerIds } = await Promise.race([late, terrella.execute('layer:add-file', { path })]);
            added++;
            for (const layerId of layerIds) await terrella.execute('layer:remove', { layerId });
          } catch ({ code, message }) {
            refused++;
            if (!/^[a-z]+(-[a-z]+)*$/.test(code) || code === 'engine-failed' || code === 'internal') wrong.push(`${what}: ${code} (${message})`);
          }
          const seconds = (performance.now() - start) / 1000;
          slowest = Math.max(slowest, seconds);
          if (seconds > %s) wrong.push(`${what}: ${seconds.toFixed(1)} s`);
        }
        return JSON.stringify({ wrong: wrong.slice(0, 10), count: wrong.length, added, refused, slowest });
      }"""
          .formatted(MOST_SECONDS);

  /** Two workers share the damaged files, one for each core of a small machine. */
  private static final String READ_DAMAGED =
      """
      async ([name, base64, script, cuts, flips]) => {
        const sound = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const isPack = /\\.(zip|gz)$/.test(name) && !name.endsWith('.gdb.zip');
        const stem = (name) => name.slice(0, name.lastIndexOf('.'));
        const isMain = ({ name: entry }) => (name.startsWith('envi') ? /\\.dat$/ : /\\.(shp|tab|mif|geojson|sqlite|dt0)$/).test(entry);
        const isConverted = /\\.(grib2|png|asc)$|dt0\\.gz$|envi\\.zip$/.test(name);
        const wrong = [];
        let [opened, refused, slowest, restarts] = [0, 0, 0, 0];
        function reader() {
          let worker, count = 0;
          const end = () => { worker?.terminate(); worker = undefined; };
          const call = (request) => new Promise((resolve, reject) => {
            worker ??= new Worker(fileOf(script), { type: script === 'raster.js' ? 'module' : 'classic' });
            const late = setTimeout(() => { end(); reject({ code: 'No answer', message: request.op }); }, 20000);
            worker.onerror = (event) => event.preventDefault();
            worker.onmessage = ({ data: { progress, warning, result, error } }) => {
              if (progress !== undefined || warning !== undefined) return;
              clearTimeout(late);
              if (!error) return resolve(result);
              if (error.code === 'engine-failed') { end(); restarts++; }
              reject(error);
            };
            worker.postMessage({ id: ++count, ...request });
          });
          /** How many bytes of FlatGeobuf the file's layers are, or of TIFF its pixels. */
          const read = async (bytes) => {
            if (script === 'raster.js') {
              await call({ type: 'open', key: 'r', spec: { files: [{ blob: new Blob([bytes]) }] } });
              try {
                return (await call({ type: 'write', key: 'r', picture: false })).size;
              } finally {
                worker?.postMessage({ type: 'drop', key: 'r' });
              }
            }
            let files = [{ name, blob: new Blob([bytes]) }];
            if (isPack) {
              const { entries } = await call({ op: 'unpack', ...files[0] });
              const first = entries.find(isMain);
              if (!first) throw { code: 'malformed-input', message: 'nothing to read' };
              files = [first, ...entries.filter((entry) => entry !== first && stem(entry.name) === stem(first.name))];
            }
            if (isConverted) return (await call({ op: 'raster', files, table: '' })).bytes.length;
            const { dataset, layers } = await call({ op: 'open', files });
            try {
              let size = 0;
              for (const layer of layers) {
                const { bytes } = await call({ op: 'read', dataset, layer: layer.name });
                size += bytes.length ?? bytes.size;
              }
              return size;
            } finally {
              if (worker) await call({ op: 'close', dataset });
            }
          };
          return { read, end };
        }
        let seed = 1;
        const random = (most) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * most); };
        function* damaged() {
          for (let i = 0; i < cuts; i++) { const length = Math.floor((sound.length * i) / cuts); yield [`cut at ${length}`, sound.slice(0, length)]; }
          for (let i = 0; i < flips; i++) {
            const bytes = sound.slice(), at = random(bytes.length), bit = random(8);
            bytes[at] ^= 1 << bit;
            yield [`byte ${at}, bit ${bit}`, bytes];
          }
        }
        const all = damaged();
        const begin = performance.now();
        await Promise.all([reader(), reader()].map(async ({ read, end }) => {
          try {
            const before = await read(sound);
            for (const [what, bytes] of all) {
              const start = performance.now();
              try { await read(bytes); opened++; } catch ({ code, message }) {
                refused++;
                if (!/^[a-z]+(-[a-z]+)*$/.test(code) || code === 'engine-failed') wrong.push(`${what}: ${code} (${message})`);
              }
              const seconds = (performance.now() - start) / 1000;
              slowest = Math.max(slowest, seconds);
              if (seconds > 5) wrong.push(`${what}: ${seconds.toFixed(1)} s`);
            }
            if ((await read(sound)) !== before) wrong.push('is read otherwise after the damaged ones');
          } catch ({ message }) {
            wrong.push(`cannot be read when it is sound: ${message}`);
          } finally {
            end();
          }
        }));
        return JSON.stringify({ wrong: wrong.slice(0, 10), opened, refused, slowest, restarts, seconds: (performance.now() - begin) / 1000 });
      }""";

  @Test
  void damagedFiles(Site site) throws IOException {
    site.open();
    site.execute("document:new", JsonObject.of());
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      String name = file.getKey();
      // GDAL, where it is needed, is there before the time counts.
      attempt(site, name, List.of(List.of("sound", encoded(file.getValue()))), wrong);
      attempt(site, name, damaged(file.getValue()), wrong);
      attempt(site, name, List.of(List.of("sound again", encoded(file.getValue()))), wrong);
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void workersAndManyDamagedFiles(Site site) throws IOException {
    site.openBlank();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      String name = file.getKey();
      // The engine reads the first ones: GeoJsonReaderTest and FlatGeobufTest damage them. The
      // others are large, and small ones are of the same formats.
      if (name.matches(".*\\.(geojson|fgb)|cog_.*|rgb.tif|landsat.*|olinda.*")) {
        continue;
      }
      String script =
          name.matches(".*\\.(parquet|arrows)")
              ? "parquet.js"
              : name.matches(".*\\.(tif|nc|zarr.zip)") ? "raster.js" : "gdal.js";
      String base64 = Base64.getEncoder().encodeToString(file.getValue());
      JsonObject said =
          Json.parseObject(
              (String)
                  site.page()
                      .evaluate(
                          READ_DAMAGED,
                          List.of(
                              name.replace("gdb.zip", "places.gdb.zip"),
                              base64,
                              script,
                              CUTS,
                              FLIPS)));
      System.out.printf(
          "%-28s %4d opened, %4d refused, slowest %.1f s, %d restarts, %.0f s in all%n",
          name,
          said.integer("opened"),
          said.integer("refused"),
          said.number("slowest"),
          said.integer("restarts"),
          said.number("seconds"));
      said.array("wrong").strings().forEach(one -> wrong.add(name + ", " + one));
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void attempt(
      Site site, String name, List<List<String>> contents, List<String> wrong) {
    Object answer = site.page().evaluate(TRY, List.of("bad/" + name, contents));
    JsonObject said = Json.parseObject((String) answer);
    if (contents.size() > 1) {
      System.out.printf(
          "%-28s %4d tries: %4d opened, %4d refused, slowest %.1f s%n",
          name,
          contents.size(),
          said.integer("added"),
          said.integer("refused"),
          said.number("slowest"));
    } else if (said.integer("added") != 1) {
      wrong.add(name + " does not open when it is " + contents.get(0).get(0));
    }
    said.array("wrong").strings().forEach(one -> wrong.add(name + ", " + one));
  }

  /** A file cut at equal distances, and with one bit flipped at random. */
  private static List<List<String>> damaged(byte[] sound) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < PAGE_CUTS; i++) {
      int length = (int) ((long) sound.length * i / PAGE_CUTS);
      all.add(List.of("cut at " + length, encoded(Arrays.copyOf(sound, length))));
    }
    Random random = new Random(1);
    for (int i = 0; i < PAGE_FLIPS; i++) {
      int bit = random.nextInt(sound.length * 8);
      byte[] flipped = sound.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      all.add(List.of("bit " + bit, encoded(flipped)));
    }
    return all;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String csv = "name,lon,lat\nSäntis,9.343,47.249\nKap,18.5,-34.25\n";
    files.put("places.csv", csv.getBytes(StandardCharsets.UTF_8));
    String topology =
        "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,5]]],\"objects\":{\"o\":{\"type\":"
            + "\"LineString\",\"arcs\":[0]}}}";
    files.put("o.topojson", topology.getBytes(StandardCharsets.UTF_8));
    for (String name :
        List.of(
            "places.geojson",
            "places.xlsx",
            "places.ods",
            "places.dxf",
            "tab.zip",
            "mif.tar.gz",
            "plain.sqlite",
            "gdb.zip",
            "places.mbtiles",
            "1-1-0.pbf",
            "shp.tar.gz",
            "places.geojson.gz",
            "places.osm",
            "places.osm.pbf",
            "ramp.grib2",
            "n47.dt0.gz")) {
      files.put(name, FormatsTest.bytes(name));
    }
    files.put("quarters.tif", RasterDrawingTest.quarters());
    files.put("days2.zarr.zip", ZarrTest.days(2, "zlib").zip(""));
    files.put("days3.zarr.zip", ZarrTest.days(3, "gzip").zip(""));
    files.put("envi.zip", RasterArchivesTest.envi());
    files.put("red.png", ServiceStub.png(Color.RED, 64));
    String grid = "ncols 3\nnrows 2\nxllcorner 5\nyllcorner 40\ncellsize 0.5\n1 2 3\n4 5 6\n";
    files.put("grid.asc", grid.getBytes(StandardCharsets.US_ASCII));
    for (String path :
        List.of(
            "vector/fgb/poly00.fgb",
            "vector/parquet/natural-earth_cities_geo.parquet",
            "vector/parquet/vermont-utm_geo.parquet",
            "vector/arrow/natural-earth_cities.arrows",
            "vector/shapefile/two_layers.zip",
            "vector/gpx/quakes_waypoints.gpx",
            "vector/kml/ne_110m_cities.kml",
            "vector/gpkg/nybb_epsg2263.gpkg",
            "raster/cog/cog_rgb_mask.tif",
            "raster/cog/rgb.tif",
            "raster/netcdf/bcsd_obs_1999.nc",
            "raster/netcdf/gpm_imerg_nc4.nc",
            "raster/other/landsat_rgb_half.png",
            "raster/other/olinda_dem.asc")) {
      Optional<Path> file = TestFiles.find(path);
      if (file.isPresent()) {
        files.put(path.substring(path.lastIndexOf('/') + 1), Files.readAllBytes(file.get()));
      }
    }
    return files;
  }
}
