/** The open map on paper: its layout, the files that it becomes, and the dialog for both. */
package org.terrella.webapp.figure;
