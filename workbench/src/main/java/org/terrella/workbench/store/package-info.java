/** The open document: its edits, undo, and its file. */
package org.terrella.workbench.store;
