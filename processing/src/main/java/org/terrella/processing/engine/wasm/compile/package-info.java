/** Takes part in the compilation of the engine; none of it is in the engine. */
package org.terrella.processing.engine.wasm.compile;
