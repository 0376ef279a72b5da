/**
 * An error that the person at the terminal can put right: it is told as one sentence that says what to do,
 * without a stack. Anything else that is thrown is a fault and shows its stack.
 * @param {string} text
 * @param {unknown} [cause]
 * @returns {Error}
 */
export function sentence(text, cause) {
  return Object.assign(new Error(text, { cause }), { name: 'Sentence' });
}

/**
 * Tells what went wrong on the error stream.
 * @param {unknown} error
 */
export function tell(error) {
  const text =
    error instanceof Error
      ? error.name === 'Sentence'
        ? error.message
        : (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`\n${text}\n`);
}
