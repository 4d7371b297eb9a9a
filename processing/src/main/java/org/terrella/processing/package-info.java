/** What can be computed: feature tables, formats, algorithms, and the engine that runs jobs. */
package org.terrella.processing;
