/** Models: several steps of processing as one algorithm, saved with the map. */
package org.terrella.document.model;
