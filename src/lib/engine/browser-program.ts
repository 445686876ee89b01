/** What the page's engine is made of: one file to load, on first need. */
export { createBrowserEngine } from './browser';
export { remembered } from './remembered';
export { together } from './together';
