/** Nothing of its own: the module is proj4j, linked to exact arithmetic. */
package org.terrella.proj4j;
