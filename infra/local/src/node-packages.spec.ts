import { agrees } from '../setup/node-packages.mjs';
import { demandNode } from '../setup/node-version.mjs';

const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });
const wanted = lock({
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b-darwin': { version: '2.0.0', optional: true },
  'node_modules/@onewindow/kernel': { resolved: 'libs/kernel', link: true },
  'libs/kernel': { version: '0.1.0' },
});

describe('node_modules are taken as they are', () => {
  it('when all that is not optional is there in its version', () => {
    const installed = {
      packages: {
        'node_modules/a': { version: '1.0.0' },
        'node_modules/@onewindow/kernel': { link: true },
      },
    };
    expect(agrees(wanted, installed)).toBe(true);
  });

  it.each([
    ['a version is another', { 'node_modules/a': { version: '1.0.1' } }],
    ['one is missing', {}],
    [
      'one is there that nobody wants',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/z': { version: '1.0.0' } },
    ],
  ])('but not when %s', (_, packages) => {
    const kernel = { 'node_modules/@onewindow/kernel': { link: true } };
    expect(agrees(wanted, { packages: { ...kernel, ...packages } })).toBe(false);
  });
});

it('a Node that is too old is told which one is needed', () => {
  expect(() => {
    demandNode('18.20.0');
  }).toThrow(/needs Node 20\.19 or newer and this is Node 18\.20\.0/);
  expect(() => {
    demandNode('20.18.3');
  }).toThrow(/20\.19/);
  for (const version of ['20.19.0', '22.1.0', '24.0.0']) {
    expect(() => {
      demandNode(version);
    }).not.toThrow();
  }
});
