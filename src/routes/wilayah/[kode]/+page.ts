/** The page is read, not worked with: without a program it is half as heavy, 1,104 times. */
export const csr = false;
