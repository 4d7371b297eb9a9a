/** The page's side of the engine and of the painter. */
package org.terrella.workbench.engine;
