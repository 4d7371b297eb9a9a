package org.terrella.dist.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The workers start and do their work under a sub-path. */
@BrowserTest
class WorkersTest {
  private static final String PAINT =
      """
      async () => {
        const worker = new Worker(fileOf('painter.js'), { type: 'module' });
        const { port1, port2 } = new MessageChannel();
        worker.postMessage({ type: 'port', port: port2 }, [port2]);
        port1.postMessage({
          type: 'table', key: 'k', projection: 'EPSG:3857', stride: 2, types: Int8Array.of(3), partOffsets: Int32Array.of(0, 1),
          ringOffsets: Int32Array.of(0, 1), vertexOffsets: Int32Array.of(0, 5),
          coordinates: Float64Array.of(0, 0, 50, 0, 50, 100, 0, 100, 0, 0), partTypes: null, fields: {},
        });
        const answer = await new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
          worker.onerror = (e) => reject(new Error(e.message));
          worker.postMessage({
            type: 'paint', id: 1, key: 'k', projection: 'EPSG:3857', extent: [0, 0, 100, 100], resolution: 1, pixelRatio: 1, size: 100,
            style: JSON.stringify([{ 'fill-color': 'rgb(255, 0, 0)' }]),
          });
        });
        const context = new OffscreenCanvas(100, 100).getContext('2d');
        context.drawImage(answer.bitmap, 0, 0);
        return [25, 75].map((x) => context.getImageData(x, 50, 1, 1).data.join(' ')).join(', ');
      }""";

  @Test
  void thePainterPaintsHalfATile(Site site) {
    Object pixels = site.openBlank().page().evaluate(PAINT);
    assertEquals("255 0 0 255, 0 0 0 0", pixels);
  }
}
