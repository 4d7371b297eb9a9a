/**
 * The engine: it owns the feature tables, reads and writes files and runs algorithms as jobs.
 *
 * <p>The protocol. Page and engine, and the engine's owner and its workers, exchange {@link
 * org.terrella.processing.engine.Message}s: a request number, a kind, a short JSON header, arrays
 * that are transferred, and at times a browser object such as a Blob. Every request is answered by
 * any number of {@code progress} messages and then one {@code result} (or {@code file}, whose
 * attachment is a Blob) or one {@code error} with the same number. {@link
 * org.terrella.processing.engine.EngineOwner} lists the requests of the page, {@link
 * org.terrella.processing.engine.ReaderNode} and {@link org.terrella.processing.engine.ComputeNode}
 * those of the owner to workers without and with the algorithms.
 */
package org.terrella.processing.engine;
