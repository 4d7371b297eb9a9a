/** The panels and bars around the map. */
package org.terrella.webapp.panel;
