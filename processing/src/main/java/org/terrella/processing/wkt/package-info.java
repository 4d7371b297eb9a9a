/** Well-known text of geometries (OGC 06-103r4, section 7). */
package org.terrella.processing.wkt;
