/** The frame: commands, panels, jobs, the workspace of files and the client of the engine. */
package org.terrella.workbench;
