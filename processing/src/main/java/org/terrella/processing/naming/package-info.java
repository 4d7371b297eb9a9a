/** What is said about names that are not known. */
package org.terrella.processing.naming;
