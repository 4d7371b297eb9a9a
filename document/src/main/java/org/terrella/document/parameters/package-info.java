/** The types of sources and layers, and what each can be told. */
package org.terrella.document.parameters;
