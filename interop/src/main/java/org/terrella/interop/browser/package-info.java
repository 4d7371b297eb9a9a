/** The browser itself: promises, storage, object literals. */
package org.terrella.interop.browser;
