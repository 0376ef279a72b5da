import { startBrowser, type Browser, type Page } from './src/browser.ts';

/*
 * `npm run check:explorer [-- http://127.0.0.1:4000]`: opens the explorer of a running centre in a headless Chromium.
 * Ends with 0 when it works, 1 when it doesn't, 2 when there is no browser or no centre to try it with.
 */
const NOTHING_TO_TRY = 2;
/** A telephone's width, in pixels. */
const TELEPHONE = 390;
const address = process.argv[2] ?? 'http://127.0.0.1:4000';
const button = (label: string) => `document.querySelector('button[aria-label*="${label}"]')`;
const editor = `(document.querySelector('.graphiql-query-editor')?.innerText ?? '')`;
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
  await checkAll(browser).finally(() => browser.stop());
}

async function checkAll(chromium: Browser): Promise<void> {
  await checkReload(chromium);
  await checkAudiences(chromium);
  await checkSubscription(chromium);
  await checkPersona(chromium);
  await checkTelephone(chromium);
}

/** In a browser that was never here, before any other page has stored something. */
async function checkReload(chromium: Browser): Promise<void> {
  const page = await chromium.open(`${address}/?for=citizens`);
  const hasExample = `/WhatCanBeAppliedFor/.test(${editor})`;
  await page.until(hasExample);
  for (const [how, act] of [
    ['a reload', 'location.reload()'],
    [
      'another language',
      `{ const words = [...document.querySelectorAll('#one-window select')].at(-1);
        words.value = 'zh'; words.onchange(); }`,
    ],
  ] as const) {
    await page.evaluate('window.isOld = true');
    await page.evaluate(act);
    await page.until(`window.isOld === undefined && ${editor} !== ''`);
    await tell(`the example is there after ${how}`, async () => {
      const isThere = await page.evaluate(hasExample);
      return isThere === true;
    });
  }
  await run(page);
  await tell('what can be applied for is what is open', async () =>
    /IN_SERVICE/.test(String(await page.evaluate(response))),
  );
}

async function checkSubscription(chromium: Browser): Promise<void> {
  const query = encodeURIComponent('subscription { disclosurePublished { id } }');
  const page = await chromium.open(`${address}/?for=citizens&query=${query}`);
  await page.until(`${button('Execute')} !== null`);
  await page.evaluate(`${button('Execute')}.click()`);
  await page.until(`${button('Stop')} !== null || /errors/.test(${response})`);
  await new Promise((later) => setTimeout(later, 2_000));
  await tell('a subscription stays open', async () => {
    const isOpen = await page.evaluate(`${button('Stop')} !== null && ${response}.trim() === ''`);
    return isOpen === true;
  });
}

async function checkPersona(chromium: Browser): Promise<void> {
  const page = await chromium.open(`${address}/?for=departments`);
  await page.until(`document.querySelectorAll('#one-window select').length === 2`);
  await page.evaluate(
    `{ const as = document.querySelector('#one-window select'); as.value = 'officer'; as.onchange(); }`,
  );
  await page.until(`/officer/.test(document.querySelector('#one-window .who')?.textContent ?? '')`);
  await tell('who one has become is said', () => Promise.resolve(true));
}

/** Nothing lies outside the screen of a telephone, and question and answer are wide enough to be read. */
async function checkTelephone(chromium: Browser): Promise<void> {
  // The citizens' tabs are kept, and the subscription is one of them by now.
  const page = await chromium.open(`${address}/?for=analysts`, TELEPHONE);
  await page.until(`${button('Execute')} !== null`);
  await run(page);
  const widths = `['.graphiql-query-editor', '.graphiql-response', '#one-window'].map((it) => {
    const { left, right, height } = document.querySelector(it).getBoundingClientRect();
    return height > 40 && left >= 0 && right <= innerWidth ? right - left : 0; })`;
  await tell('it can be used at 390 pixels', async () => {
    const shown = (await page.evaluate(widths)) as readonly number[];
    const fits = await page.evaluate(
      `innerWidth === ${TELEPHONE} && document.documentElement.scrollWidth <= innerWidth`,
    );
    return fits === true && Math.min(...shown) > TELEPHONE * 0.7;
  });
}

/** Executes what is in the editor, and waits for what is answered. */
async function run(page: Page): Promise<void> {
  await page.until(`${button('Execute')} !== null`);
  await page.evaluate(`${button('Execute')}.click()`);
  await page.until(`/"(data|errors)"/.test(${response})`);
}

async function checkAudiences(chromium: Browser): Promise<void> {
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
    await run(page);
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
