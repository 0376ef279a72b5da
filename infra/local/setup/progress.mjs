const REPEAT_MS = 10_000;
const DRAW_MS = 1_000;

/**
 * Shows what is going on: one line a step, redrawn on a terminal, repeated now and then where there is none.
 * @param {{ write(text: string): unknown, isTTY?: boolean }} out
 */
export function createProgress(out = process.stderr) {
  const redraws = out.isTTY === true;

  /**
   * @template Result
   * @param {string} name what is being done, as a person would say it
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  async function step(name, work) {
    const began = Date.now();
    const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
    const draw = () => out.write(redraws ? `\r  … ${name} (${seconds()} s) ` : `  … ${name}\n`);
    draw();
    const timer = setInterval(
      () => (redraws ? draw() : out.write(`  … ${name}, still (${seconds()} s)\n`)),
      redraws ? DRAW_MS : REPEAT_MS,
    );
    try {
      const result = await work();
      out.write(`${redraws ? '\r' : ''}  ✓ ${name} (${seconds()} s) \n`);
      return result;
    } catch (error) {
      out.write(`${redraws ? '\r' : ''}  ✗ ${name} (${seconds()} s) \n`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  return {
    step,
    /** @param {string} text */
    say: (text) => {
      out.write(`${text}\n`);
    },
  };
}
