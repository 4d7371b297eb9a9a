/** The engine in a web worker: the only classes of this room that know a browser. */
package org.terrella.processing.engine.wasm;
