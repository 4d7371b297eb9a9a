/** Messages to the person. */
package org.terrella.workbench.message;
