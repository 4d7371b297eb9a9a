// Loads the engine and hands it every message; messages that come before it is ready wait.
// The worker's name says its role: "owner" keeps the tables, "compute" works on slices.
// The owner fetches and compiles the engine; the compute workers that it starts get the compiled module.
import { load } from 'terrella:engine-runtime';

const waiting = [];
self.onmessage = (event) => waiting.push(event);
const failed = (error) =>
  self.postMessage({ id: 0, kind: 'fatal', header: JSON.stringify({ message: String(error?.message || error) }), buffers: [] });

/** The compiled engine that the owner sent ahead of all messages, or null when this worker was started by another. */
async function sentModule() {
  while (!waiting.length) await new Promise((resolve) => setTimeout(resolve, 1));
  return waiting[0].data.engine instanceof WebAssembly.Module ? waiting.shift().data.engine : null;
}

const compiled = async () => WebAssembly.compileStreaming(fetch(new URL('./engine.wasm', import.meta.url)), { builtins: ['js-string'] });

try {
  const module = (self.name === 'compute' && (await sentModule())) || (await compiled());
  // TeaVM's loader takes an address or bytes and compiles them itself; it is given what is compiled already.
  const { compile } = WebAssembly;
  WebAssembly.compile = async () => module;
  const engine = await load(module);
  WebAssembly.compile = compile;
  self.terrellaCompute = () => {
    const worker = new Worker(self.location.href, { type: 'module', name: 'compute' });
    worker.postMessage({ engine: module });
    return worker;
  };
  engine.exports.main([self.name]);
  const receive = self.terrellaReceive;
  self.onmessage = (event) => {
    try {
      receive(event);
    } catch (error) {
      failed(error);
    }
  };
  for (const event of waiting) self.onmessage(event);
} catch (error) {
  failed(error);
}
