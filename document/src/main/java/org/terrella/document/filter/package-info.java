/** Which features of a layer are shown. */
package org.terrella.document.filter;
