/** The commands of the application. */
package org.terrella.webapp.command;
