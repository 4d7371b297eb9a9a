/** The open map in the shapes in which it is handed over. */
package org.terrella.webapp.publish;
