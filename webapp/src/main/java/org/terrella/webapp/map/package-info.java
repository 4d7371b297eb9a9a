/** The map. */
package org.terrella.webapp.map;
