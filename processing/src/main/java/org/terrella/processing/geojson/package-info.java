/** GeoJSON (RFC 7946 and the older form of 2008) to feature tables and back. */
package org.terrella.processing.geojson;
