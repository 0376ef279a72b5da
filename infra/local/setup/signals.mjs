const EXIT_CODES = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
const LOOK_FOR_PARENT_MS = 1000;
/** A terminal's Ctrl-C can arrive twice at once: from the terminal and from npm, which passes it on. */
const SAME_MS = 1000;

/**
 * Calls `stop` once, when somebody wants this process to end: by a signal, or because the npm that runs it is gone.
 * Whoever insists with a second Ctrl-C ends it at once; the guard then ends the rest.
 * @param {(code: number) => void} stop gets the exit code that tells why
 */
export function onStopWanted(stop) {
  let askedAt = 0;
  const ask = (/** @type {number} */ code) => {
    if (askedAt === 0) {
      askedAt = Date.now();
      stop(code);
    } else if (Date.now() - askedAt > SAME_MS) process.exit(code);
  };
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      ask(code);
    });
  }
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && askedAt === 0) ask(EXIT_CODES.SIGHUP);
  }, LOOK_FOR_PARENT_MS).unref();
}
