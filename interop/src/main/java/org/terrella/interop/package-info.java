/** Typed declarations of the browser and npm libraries; no logic. */
package org.terrella.interop;
