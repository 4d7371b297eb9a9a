// Starts the page; what the browser lacks is said in words.
import { main } from './app.js';

const lacks = typeof WebAssembly !== 'object' ? 'WebAssembly' : typeof OffscreenCanvas !== 'function' ? 'OffscreenCanvas' : '';
if (lacks) document.body.textContent = `This browser has no ${lacks}, which Terrella needs. A current Chrome, Edge, Firefox or Safari has it.`;
else main([]);
