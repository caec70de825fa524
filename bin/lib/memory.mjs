/**
 * Flags of V8 that keep the program small beside its database on an office machine: a table of a hundred
 * thousand rows passes through as short-lived objects, and by itself V8 lets them pile up to several
 * times what is alive before it collects them.
 */
export const memoryFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
