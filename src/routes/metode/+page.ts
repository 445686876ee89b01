/** The page is read, not worked with: it needs no program. */
export const csr = false;
