/** Characters, without the tables of Unicode. */
package org.terrella.text;
