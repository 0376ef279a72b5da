import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { HELP, parseOptions } from '../setup/options.mjs';
import { portPlan } from '../setup/ports.mjs';
import { adminListeners } from './admin-ports.ts';

describe('what npm start is asked for', () => {
  it('is the usual port and the data that is there', () => {
    expect(parseOptions([])).toEqual({ port: 4000, fresh: false });
  });

  it('takes a port in both spellings, and empty data', () => {
    expect(parseOptions(['--port', '5000', '--fresh'])).toEqual({ port: 5000, fresh: true });
    expect(parseOptions(['--port=5000'])).toEqual({ port: 5000, fresh: false });
  });

  it.each(['--help', '-h'])('is told by %s, and nothing is started', (flag) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(__dirname, '../start.mjs'), '--port', '5000', flag],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([0, `${HELP}\n`]);
    expect(HELP).toMatch(/--port .*--fresh .*--help/su);
  });

  it.each([
    [['--port'], 'not nothing'],
    [['--port', '80'], 'not 80'],
    [['--port', '65530'], 'not 65530'],
    [['--port', 'x'], 'not x'],
    [['--prot', '5000'], 'Unknown option --prot'],
    [['--fresh=yes'], 'Unknown option --fresh'],
  ])('refuses %j with a sentence', (args, words) => {
    expect(() => parseOptions(args)).toThrow(words);
    expect(() => parseOptions(args)).toThrow(
      expect.objectContaining({ name: 'Sentence' }) as Error,
    );
  });
});

it('two gateways a hundred ports apart share no port', () => {
  const all = (port: number) => {
    const plan = portPlan(port, ['items', 'windows', 'cases']);
    const { services, ...others } = plan;
    return [others, services, adminListeners(plan)].flatMap((ports) => Object.values(ports));
  };
  expect(new Set([...all(4000), ...all(4100)]).size).toBe(22);
});
