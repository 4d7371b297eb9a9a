/** The application: its panels and its start. */
package org.terrella.webapp;
