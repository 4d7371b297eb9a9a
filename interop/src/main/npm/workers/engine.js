// Loads the engine and hands it every message; messages that come before it is ready wait.
// The worker's name says its role: "owner" keeps the tables, "reader" reads files, "compute" runs algorithms. The owner fetches and
// compiles both programs, each when first needed, and sends the workers that it starts, whose names end in " fed", the compiled one.
// The page starts them for an owner that is called "owner helped".
import { load } from 'terrella:engine-runtime';

const [role, how] = self.name.split(' ');
const fed = how === 'fed';

/** The page's end, where workers are started and broken ones told. */
let helpCame;
const helper = how === 'helped' ? new Promise((resolve) => (helpCame = resolve)) : null;
self.addEventListener('message', (event) => {
  const { terrellaHelper, terrellaPort } = event.data ?? {};
  if (!terrellaHelper && !terrellaPort) return;
  event.stopImmediatePropagation();
  if (terrellaHelper) {
    terrellaHelper.onmessage = ({ data: { failed, reason } }) => team.get(failed)?.onerror?.({ message: reason });
    helpCame(terrellaHelper);
  } else {
    // Who started this worker talks through a port from now on.
    terrellaPort.onmessage = (event) => self.onmessage(event);
    self.postMessage = (...message) => terrellaPort.postMessage(...message);
  }
});

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

/**
 * Starts a worker like this one. The page does so for its own owner: in Firefox (153) a worker that starts another one waits for the
 * page's thread, at times for ever. Elsewhere it is a worker of this worker.
 */
self.terrellaStart = (role) => {
  const worker = helper ? started(`${role} fed`) : new Worker(self.location.href, { type: 'module', name: `${role} fed` });
  // Programs do not pass between workers of a page without an address: each compiles its own.
  if (self.terrellaFile) return worker;
  program(role).then(
    (program) => worker.postMessage({ program }),
    (error) => worker.postMessage({ program: null, reason: `the engine could not be loaded: ${error?.message || error}` }),
  );
  return worker;
};

const team = new Map();
let count = 0;
function started(name) {
  const { port1, port2 } = new MessageChannel();
  const id = ++count;
  const worker = {
    onmessage: null,
    onerror: null,
    postMessage: (...message) => port1.postMessage(...message),
    terminate: () => {
      port1.close();
      team.delete(id);
      helper.then((page) => page.postMessage({ end: id }));
    },
  };
  port1.onmessage = (event) => worker.onmessage?.(event);
  team.set(id, worker);
  helper.then((page) => page.postMessage({ start: id, name, port: port2 }, [port2]));
  return worker;
}

async function start() {
  const module = await (fed && !self.terrellaFile ? sent() : program(role));
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
