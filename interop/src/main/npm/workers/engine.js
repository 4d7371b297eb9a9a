// Loads the engine and hands it every message; messages that come before it is ready wait.
// The worker's name says its role: "owner" keeps the tables, "compute" works on slices.
import { load } from 'terrella:engine-runtime';

const waiting = [];
self.onmessage = (event) => waiting.push(event);
const failed = (error) =>
  self.postMessage({ id: 0, kind: 'fatal', header: JSON.stringify({ message: String(error?.message || error) }), buffers: [] });
try {
  const engine = await load(new URL('./engine.wasm', import.meta.url).href);
  engine.exports.main([self.name]);
  const ready = self.terrellaReceive;
  self.onmessage = (event) => {
    try {
      ready(event);
    } catch (error) {
      failed(error);
    }
  };
  for (const event of waiting) self.onmessage(event);
} catch (error) {
  failed(error);
}
