/** Where everything is in one file: what comes on demand is there. */
export const onDemand = <T>(_file: string, load: () => Promise<T>): Promise<T> => load();
