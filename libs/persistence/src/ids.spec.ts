import { idFromCode, idFromCommand, idFromEvent, newId } from './ids.ts';

describe('ids', () => {
  it('are ordered by the time of their making', () => {
    const ids = Array.from({ length: 50 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('of the same command, code or event are the same', () => {
    expect(idFromCommand('m', 'caller', 'c')).toBe(idFromCommand('m', 'caller', 'c'));
    expect(idFromCode('item', '001')).toBe(idFromCode('item', '001'));
    expect(idFromEvent('e', 'p')).toBe(idFromEvent('e', 'p'));
  });

  it('stay what they are from one release to the next', () => {
    expect(idFromCode('region', '370000')).toBe('bec06a51-97c7-5881-ad6a-35673354626c');
  });

  it('tell apart what only looks alike when joined', () => {
    expect(idFromCommand('m', 'ab', 'c')).not.toBe(idFromCommand('m', 'a', 'bc'));
    expect(idFromCode('a', 'b')).not.toBe(idFromEvent('a', 'b'));
  });
});
