/** Commands: everything a person can do, in one list that menus, keys and scripts share. */
package org.terrella.workbench.command;
