/* Runs in the explorer's page, after `oneWindow` was set to its audiences and before GraphiQL is drawn. */
const TEXTS = {
  zh: {
    title: '一窗 · 查询台',
    as: '身份',
    nobody: '未登录',
    words: '语言',
    failed: '身份服务没有应答',
    became: (name) => `现在的身份：${name}。请重新执行查询。`,
  },
  en: {
    title: 'One Window · explorer',
    as: 'As',
    nobody: 'nobody',
    words: 'Language',
    failed: 'The identity provider does not answer.',
    became: (name) => `You are now ${name}. Run the operation again.`,
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

/*
 * What GraphiQL asks for as the last query, variables and headers are those of the tab that was open. It keeps them only
 * when they are edited, and opens an empty tab where they are of none.
 */
const OF_TAB = /^graphiql:(query|variables|headers)$/;
const ofActiveTab = (name) => {
  const [, part] = OF_TAB.exec(name) ?? [];
  const kept = part && localStorage.getItem(storage.key('graphiql:tabState'));
  if (!kept) return undefined;
  const { tabs = [], activeTabIndex = 0 } = JSON.parse(kept);
  const tab = tabs[activeTabIndex];
  return tab && (tab[part] ?? null);
};

/* Each audience has tabs of its own, which it keeps. */
const storage = {
  key: (name) => `${audience.key}:${name}`,
  getItem: (name) => {
    const ofTab = ofActiveTab(name);
    return ofTab === undefined ? localStorage.getItem(storage.key(name)) : ofTab;
  },
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
  const url = new URL(request.url);
  if (url.pathname !== '/graphql') return fetchAsIs(request);
  const headers = new Headers(request.headers);
  const bearer = await token;
  if (bearer && !headers.has('authorization')) headers.set('authorization', `Bearer ${bearer}`);
  if (!new Headers(init.headers).has('accept-language')) headers.set('accept-language', language);
  // Subscriptions alone are asked by GET; they have an address of their own, and are event streams.
  if (request.method === 'GET') {
    url.pathname = '/graphql/stream';
    return fetchAsIs(url, { headers, signal: request.signal });
  }
  const answer = await fetchAsIs(new Request(request, { headers }));
  if (!/IntrospectionQuery/.test(String(init.body ?? ''))) return answer;
  return Response.json(translate(await answer.json()), { status: answer.status });
};

const status = element('span', { role: 'status' });
/* Who one has become: of what stands in the answer's place he has not asked yet. */
const who = element('output', { className: 'who', ariaLive: 'polite' });
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
  who.textContent = '';
  token = become(persona).catch(() => {
    status.textContent = texts.failed;
  });
};
const tellWho = async (name) => {
  await token;
  if (status.textContent === '') who.textContent = texts.became(name);
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
    who,
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
          tellWho(new Map(options).get(value) ?? texts.nobody);
        }),
      );
    })
    .catch(() => {
      status.textContent = texts.failed;
    });
}
