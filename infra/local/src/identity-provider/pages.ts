import { PERSONAS } from './personas.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem}' +
  'li{margin:.4rem 0}button{font:inherit}textarea{width:100%;height:9rem;font:12px monospace}';

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1>${body}</html>`;

/** The sign-in page of the authorization code flow: no password, because everybody here is invented. */
export function signInPage(uid: string): string {
  const choices = PERSONAS.map(
    ({ key, name, about }) =>
      `<li><button name="persona" value="${key}">${name}</button> ${about}</li>`,
  ).join('');
  return page(
    'Who are you? 选择身份',
    `<form method="post" action="/interaction/${encodeURIComponent(uid)}"><ul>${choices}</ul></form>`,
  );
}

/** Where a person takes a persona's header for the explorer from. */
export function personasPage(): string {
  const choices = PERSONAS.map(
    ({ key, name, about }) =>
      `<li><button data-persona="${key}">${key}</button> ${name}, ${about}</li>`,
  ).join('');
  const script = `document.querySelectorAll('button').forEach((button) => button.addEventListener('click', async () => {
    const answer = await fetch('/token/persona', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona: button.dataset.persona }) });
    const { access_token } = await answer.json();
    const text = document.querySelector('textarea');
    text.value = JSON.stringify({ Authorization: 'Bearer ' + access_token });
    text.select();
  }));`;
  return page(
    'Personas 演示身份',
    `<p>Choose one, then paste the line below into the headers of the explorer.</p><ul>${choices}</ul><textarea readonly></textarea><script>${script}</script>`,
  );
}

/** The personas as text, for a terminal. */
export function personasText(): string {
  return PERSONAS.map(({ key, about }) => `${key.padEnd(10)} ${about}`).join('\n');
}

/** The personas for the explorer's switch. */
export const personasJson = (): string =>
  JSON.stringify(PERSONAS.map(({ key, name, about }) => ({ key, name, about })));
