/** Running algorithms, and remembering what was run. */
package org.terrella.webapp.processing;
