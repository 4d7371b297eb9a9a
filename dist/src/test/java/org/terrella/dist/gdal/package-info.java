/** GDAL in its worker, tried on real files. */
package org.terrella.dist.gdal;
