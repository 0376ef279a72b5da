/** As in `package.json`, which a spec holds it against: a bundled program has no such file beside it. */
export const VERSION = '0.1.0';
