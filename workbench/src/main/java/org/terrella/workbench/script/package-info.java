/** The scripting object on the page. */
package org.terrella.workbench.script;
