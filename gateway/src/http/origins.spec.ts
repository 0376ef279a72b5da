import { createOrigins, isOriginForm, isOwnPage } from './origins.ts';

it('knows origins one by one, or a host on any port', () => {
  const mayAsk = createOrigins([
    'https://a.example',
    'http://b.example:8080',
    'http://localhost:*',
  ]);
  const asked = (origins: readonly string[]) => origins.filter(mayAsk);
  const allowed = [
    ...['https://a.example', 'http://b.example:8080'],
    ...['http://localhost', 'http://localhost:1', 'http://localhost:65535'],
  ];
  expect(asked(allowed)).toEqual(allowed);
  const others = [
    ...[
      'http://a.example',
      'https://a.example:444',
      'https://a.example.evil',
      'https://evil-a.example',
    ],
    ...['http://b.example', 'https://localhost:1', 'http://localhost.evil:1', 'http://localhost:*'],
    ...['http://localhost:1:1', 'http://x@localhost:1', 'null', ''],
  ];
  expect(asked(others)).toEqual([]);
});

it('knows nobody by default', () => {
  expect(createOrigins([])('http://localhost:3000')).toBe(false);
});

it('knows its own page by host and port', () => {
  expect(isOwnPage('http://127.0.0.1:4000', '127.0.0.1:4000')).toBe(true);
  expect(isOwnPage('http://127.0.0.1:4001', '127.0.0.1:4000')).toBe(false);
  expect(isOwnPage('null', '127.0.0.1:4000')).toBe(false);
});

it.each([
  '*',
  'portal.example',
  'https://portal.example/',
  'https://*.example',
  'ftp://a',
  'https://a:*:1',
])('takes %j for no origin', (text) => {
  expect(isOriginForm(text)).toBe(false);
});
