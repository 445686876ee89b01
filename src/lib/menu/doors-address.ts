/**
 * What opens the menus of a page without a program of its own: `doors.ts`, under the name that
 * vite.config.ts gives it in a build.
 */
export const MENU_DOORS = import.meta.env.DEV ? '/src/lib/menu/doors.ts' : '/_app/menu.js';
