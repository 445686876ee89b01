// One file for every unknown address of a static host, in both languages: it cannot know which was
// meant, and needs no program.
export const csr = false;
export const trailingSlash = 'never';
