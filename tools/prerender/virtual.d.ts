/** Defines every element: the package's own modules for npm users, as the build has just written them. */
declare module 'virtual:elements' {}
