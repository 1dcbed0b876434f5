/** In a chunk: when it has run, the loader says whose the tag is. */
export const tell = (): void => undefined;
