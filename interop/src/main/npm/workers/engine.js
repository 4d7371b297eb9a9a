// Loads the engine and hands it every message; messages that come before it is ready wait.
// The worker's name says its role: "owner" keeps the tables, "reader" reads files, "compute" runs algorithms. The owner fetches and
// compiles both programs, each when first needed, and sends the workers that it starts, whose names end in " fed", the compiled one.
import { load } from 'terrella:engine-runtime';

const [role, fed] = self.name.split(' ');
const waiting = [];
let heard = () => {};
self.onmessage = (event) => {
  waiting.push(event);
  heard();
};
const failed = (error) =>
  self.postMessage({ id: 0, kind: 'fatal', header: JSON.stringify({ message: String(error?.message || error) }), buffers: [] });

/** The compiled program of a role; what failed to come is asked for again the next time. */
const programs = new Map();
function program(role) {
  const file = role === 'compute' ? 'algorithms.wasm' : 'engine.wasm';
  if (!programs.has(file)) {
    const options = { builtins: ['js-string'] };
    const compiled = self.terrellaFile
      ? self.terrellaFile(file).then((bytes) => WebAssembly.compile(bytes, options))
      : compileFetched(new URL(ENGINE_FILES[file], SCRIPT_URL), options);
    compiled.catch(() => programs.delete(file));
    programs.set(file, compiled);
  }
  return programs.get(file);
}

async function compileFetched(url, options) {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url.pathname} is missing from this site (${reply.status})`);
  // Some hosts serve it as any bytes, which browsers do not compile as they come.
  const isNamed = reply.headers.get('Content-Type')?.startsWith('application/wasm');
  return isNamed ? WebAssembly.compileStreaming(reply, options) : WebAssembly.compile(await reply.arrayBuffer(), options);
}

/** The compiled program that the owner sends. */
async function sent() {
  for (;;) {
    const at = waiting.findIndex(({ data }) => 'program' in data);
    if (at >= 0) {
      const { program, reason } = waiting.splice(at, 1)[0].data;
      if (!program) throw new Error(reason);
      return program;
    }
    await new Promise((resolve) => (heard = resolve));
  }
}

/** The address of this script, of one without a site made anew: what the page made is out of reach here. */
let script = self.location.href;
async function remakeScript() {
  script = URL.createObjectURL(new Blob([await self.terrellaFile('worker:engine.js')], { type: 'text/javascript' }));
}

self.terrellaStart = (role) => {
  const worker = new Worker(script, { type: self.terrellaFile ? 'classic' : 'module', name: `${role} fed` });
  program(role).then(
    (program) => worker.postMessage({ program }),
    (error) => worker.postMessage({ program: null, reason: `the engine could not be loaded: ${error?.message || error}` }),
  );
  return worker;
};

async function start() {
  if (self.terrellaFile && !fed) await remakeScript();
  const module = await (fed ? sent() : program(role));
  // TeaVM's loader takes an address or bytes and compiles them itself; it is given what is compiled already.
  const { compile } = WebAssembly;
  WebAssembly.compile = async () => module;
  const engine = await load(module);
  WebAssembly.compile = compile;
  engine.exports.main([role]);
  const receive = self.terrellaReceive;
  self.onmessage = (event) => {
    try {
      receive(event);
    } catch (error) {
      failed(error);
    }
  };
  for (const event of waiting) self.onmessage(event);
}

start().catch(failed);
