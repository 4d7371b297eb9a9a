/** Data on their way into the map: formats, sources, coordinate systems. */
package org.terrella.webapp.data;
