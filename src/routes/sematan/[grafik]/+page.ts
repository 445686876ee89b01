/** The page stands in others' frames: no program comes along. */
export const csr = false;
