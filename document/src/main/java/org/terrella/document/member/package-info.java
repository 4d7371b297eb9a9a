/** Typed reading of JSON objects, and writing back that keeps what it does not know. */
package org.terrella.document.member;
