/** Story maps; nothing is here yet. */
package org.terrella.storymaps;
