import { startBrowser, type Browser } from './src/browser.ts';

/*
 * `npm run check:explorer [-- http://127.0.0.1:4000]`: opens the explorer of a running centre in a headless Chromium.
 * Ends with 0 when it works, 1 when it doesn't, 2 when there is no browser or no centre to try it with.
 */
const NOTHING_TO_TRY = 2;
const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const button = (label: string) => `document.querySelector('button[aria-label*="${label}"]')`;
const response = `(document.querySelector('.graphiql-response')?.innerText ?? '')`;
const status = `(document.querySelector('#one-window [role=status]')?.textContent ?? '')`;

const answers = await fetch(`${address}/health/ready`).catch(() => undefined);
const browser = answers?.ok === true ? await startBrowser(process.env) : undefined;
if (browser === undefined) {
  console.error(
    answers?.ok === true
      ? 'NOT CHECKED: there is no chromium on the PATH.'
      : `NOT CHECKED: no centre answers at ${address}: run npm start first.`,
  );
  process.exitCode = NOTHING_TO_TRY;
} else {
  await check(browser).finally(() => browser.stop());
}

async function check(chromium: Browser): Promise<void> {
  for (const audience of ['citizens', 'departments', 'analysts']) {
    const page = await chromium.open(`${address}/?for=${audience}`);
    await page.until(`document.querySelectorAll('.graphiql-tab-button').length > 1`);
    await tell(
      `${audience}: its operations are ready`,
      async () =>
        (await page.evaluate(`document.querySelector('#one-window [aria-current]')?.search`)) ===
        `?for=${audience}`,
    );
    if (audience === 'departments') {
      await page.until(`document.querySelectorAll('#one-window select').length === 2`);
      await page.evaluate(
        `{ const as = document.querySelector('#one-window select'); as.value = 'officer'; as.onchange(); }`,
      );
    }
    await page.until(`${button('Execute')} !== null`);
    await page.evaluate(`${button('Execute')}.click()`);
    await page.until(`/"(data|errors)"/.test(${response})`);
    await tell(`${audience}: a query is answered`, async () =>
      /"data":\s*\{/.test(String(await page.evaluate(response))),
    );
    await page.evaluate(`${button('Documentation')}.click()`);
    await page.until(`document.querySelector('.graphiql-doc-explorer a') !== null`);
    await tell(`${audience}: the schema opens`, () => Promise.resolve(true));
    await tell(`${audience}: nobody complains`, async () => (await page.evaluate(status)) === '');
    const others = [...page.hosts].filter((host) => host !== new URL(address).host);
    await tell(`${audience}: no other host is asked ${others.join(' ')}`, () =>
      Promise.resolve(others.length === 0 && page.hosts.size === 1),
    );
  }
}

async function tell(what: string, holds: () => Promise<boolean>): Promise<void> {
  const isTrue = await holds();
  console.log(`${isTrue ? 'ok    ' : 'FAILED'} ${what}`);
  if (!isTrue) process.exitCode = 1;
}
