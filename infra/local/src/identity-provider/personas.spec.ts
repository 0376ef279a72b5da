import { SCOPES } from '@onewindow/identity';
import { stdnum } from 'stdnum';
import { COUNTERS } from '../demo/counters.ts';
import { claimsOf } from './persona-claims.ts';
import { findPersona, PERSONAS } from './personas.ts';

const secret = 'x'.repeat(44);
const claims = (key: string) => {
  const persona = findPersona(key);
  if (persona === undefined) throw new Error(key);
  return claimsOf(persona, secret);
};

describe('every persona', () => {
  it.each(PERSONAS.map(({ key }) => [key]))('%s is marked as invented', (key) => {
    expect(findPersona(key)?.name).toMatch(/（演示）$/);
  });

  it.each(PERSONAS.flatMap(({ identityNumber: number }) => (number ? [[number]] : [])))(
    'whose number is %s is nobody, because there can be no such number',
    (number) => {
      expect(stdnum['CN']?.['ric']?.validate(number).isValid).toBe(false);
      expect(stdnum['CN']?.['uscc']?.validate(number).isValid).toBe(false);
    },
  );

  it('has only scopes that exist', () => {
    const known: readonly string[] = SCOPES;
    expect(PERSONAS.flatMap(({ scopes }) => scopes).filter((it) => !known.includes(it))).toEqual(
      [],
    );
  });
});

describe('what tokens say', () => {
  it('of a citizen is the blind index of the ID number and never the number', () => {
    expect(Object.keys(claims('citizen')).sort()).toEqual([
      'identityIndex',
      'kind',
      'scope',
      'sub',
    ]);
    expect(JSON.stringify(claims('citizen'))).not.toContain(findPersona('citizen')?.identityNumber);
    expect(claims('citizen').identityIndex).not.toBe(claims('neighbour').identityIndex);
  });

  it('of an officer is where he works and who he is there', () => {
    expect(claims('officer')).toMatchObject({
      kind: 'STAFF',
      scope: expect.stringContaining('cases:handle') as string,
    });
    expect(claims('officer').department).toBe(claims('editor').department);
    expect(claims('officer').staffId).not.toBe(claims('chief').staffId);
    expect(claims('officer').centre).toBe(claims('manager').centre);
  });

  it('of the leader is before whom the denials of the officer’s department lie', () => {
    const counter = COUNTERS.find(({ officer }) => officer.key === 'officer');
    expect(findPersona('leader')).toMatchObject(counter?.leader ?? { badge: 'nobody' });
    expect(claims('leader').department).toBe(claims('officer').department);
    expect(claims('leader').scope).toBe('cases:handle');
  });

  it('of the reviewer is another department than the editor’s', () => {
    expect(claims('reviewer').department).not.toBe(claims('editor').department);
  });
});
