/** Building blocks of panels: elements, dialogs, menus. Text from files only ever becomes text. */
package org.terrella.workbench.ui;
