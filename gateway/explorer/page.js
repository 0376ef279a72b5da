/* Runs in the explorer's page, after `oneWindow` was set to its audiences and before GraphiQL is drawn. */
const TEXTS = {
  zh: {
    title: '一窗 · 查询台',
    as: '身份',
    nobody: '未登录',
    words: '语言',
    failed: '身份服务没有应答',
  },
  en: {
    title: 'One Window · explorer',
    as: 'As',
    nobody: 'nobody',
    words: 'Language',
    failed: 'The identity provider does not answer.',
  },
};
const { audiences, hasPersonas } = window.oneWindow;
const page = new URL(location.href);
const audience = audiences.find(({ key }) => key === page.searchParams.get('for')) ?? audiences[0];
const remembered = (name) => localStorage.getItem(`one-window:${name}`);
const remember = (name, value) => localStorage.setItem(`one-window:${name}`, value);
const language = remembered('language') ?? (/^zh/i.test(navigator.language) ? 'zh' : 'en');
const texts = TEXTS[language];

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/* Each audience has tabs of its own, which it keeps. */
const storage = {
  key: (name) => `${audience.key}:${name}`,
  getItem: (name) => localStorage.getItem(storage.key(name)),
  setItem: (name, value) => localStorage.setItem(storage.key(name), value),
  removeItem: (name) => localStorage.removeItem(storage.key(name)),
  clear: () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(`${audience.key}:`))
      .forEach((name) => localStorage.removeItem(name)),
  get length() {
    return localStorage.length;
  },
};
window.oneWindow.options = (options) => ({
  ...options,
  storage,
  defaultTabs: audience.queries.map((query) => ({ query })),
  defaultQuery: audience.queries[0],
});

/* A description is English first with the Chinese term behind it: a reader of Chinese sees the term first. */
const TERM = /^([^]*?)\s*((?:[\u3400-\u9fff《（][\u3400-\u9fff0-9，、；：。·（）《》“”\s-]*))$/u;
const described = (text) => {
  const [, english, term] = TERM.exec(text) ?? [];
  return language === 'zh' && english && term ? `**${term}** ${english}` : text;
};
const translate = (value) => {
  if (Array.isArray(value)) value.forEach(translate);
  else if (value && typeof value === 'object') {
    if (typeof value.description === 'string') value.description = described(value.description);
    Object.values(value).forEach(translate);
  }
  return value;
};

/* Requests go in the reader's language and as the chosen persona, unless the headers' editor says otherwise. */
let token = Promise.resolve(undefined);
const fetchAsIs = window.fetch.bind(window);
window.fetch = async (input, init = {}) => {
  const request = new Request(input, init);
  if (new URL(request.url).pathname !== '/graphql') return fetchAsIs(request);
  const headers = new Headers(request.headers);
  const bearer = await token;
  if (bearer && !headers.has('authorization')) headers.set('authorization', `Bearer ${bearer}`);
  if (!new Headers(init.headers).has('accept-language')) headers.set('accept-language', language);
  const answer = await fetchAsIs(new Request(request, { headers }));
  if (!/IntrospectionQuery/.test(String(init.body ?? ''))) return answer;
  return Response.json(translate(await answer.json()), { status: answer.status });
};

const status = element('span', { role: 'status' });
const become = async (persona) => {
  if (!persona) return undefined;
  const answer = await fetchAsIs('/personas', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).access_token;
};
const choose = (persona) => {
  status.textContent = '';
  token = become(persona).catch(() => {
    status.textContent = texts.failed;
  });
};

const select = (label, options, chosen, onChoose) => {
  const made = element(
    'select',
    { onchange: () => onChoose(made.value) },
    ...options.map(([value, text]) =>
      element('option', { value, textContent: text, selected: value === chosen }),
    ),
  );
  return element('label', {}, `${label} `, made);
};
const right = element('span', { className: 'right' }, status);
document.body.prepend(
  element(
    'header',
    { id: 'one-window' },
    element('strong', { textContent: language === 'zh' ? '一窗 One Window' : 'One Window 一窗' }),
    element(
      'nav',
      {},
      ...audiences.map(({ key, title }) => {
        const link = element('a', { href: `?for=${key}`, textContent: title[language] });
        if (key === audience.key) link.setAttribute('aria-current', 'page');
        return link;
      }),
    ),
    right,
  ),
);
document.title = texts.title;
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
right.append(
  select(
    texts.words,
    [
      ['zh', '中文'],
      ['en', 'English'],
    ],
    language,
    (value) => {
      remember('language', value);
      location.reload();
    },
  ),
);
if (hasPersonas) {
  const persona = sessionStorage.getItem('one-window:persona') ?? '';
  choose(persona);
  fetchAsIs('/personas')
    .then((answer) => answer.json())
    .then((personas) => {
      const options = personas.map(({ key, name }) => [key, `${key} · ${name}`]);
      right.prepend(
        select(texts.as, [['', texts.nobody], ...options], persona, (value) => {
          sessionStorage.setItem('one-window:persona', value);
          choose(value);
        }),
      );
    })
    .catch(() => {
      status.textContent = texts.failed;
    });
}
