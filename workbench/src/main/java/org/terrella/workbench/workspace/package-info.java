/** The tree of files that the browser keeps for this site. */
package org.terrella.workbench.workspace;
