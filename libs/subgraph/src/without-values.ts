const TELLS_VALUE = [
  [/^(Expected value of type "[^"]+"), found .*$/s, '$1.'],
  [
    /^((?:Enum )?"?\w+"? cannot represent (?:an? )?[\w -]*?value): .*?( Did you mean the enum value [\w", ]+\?)?$/s,
    '$1.$2',
  ],
  [/^Value ".*" does not exist in ("\w+" enum\..*)$/s, 'The value does not exist in $1'],
] as const;

/**
 * What graphql-js says of a literal that is none of its type, without the literal: it may be personal, and errors are
 * kept where data is not. The kind of fault, the type and suggestions of names stay.
 */
export function withoutValue(message: string): string {
  const found = TELLS_VALUE.find(([form]) => form.test(message));
  return found === undefined ? message : message.replace(found[0], found[1]);
}
