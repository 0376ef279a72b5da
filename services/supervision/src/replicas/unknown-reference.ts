import type { NotKnown } from '@onewindow/service';

/** A field that names what another service made: not here yet, by the id alone, else there is no such thing. */
export function unknownReference(
  { notKnown }: { readonly notKnown: (id: string) => NotKnown },
  field: string,
  id: string,
) {
  const answer = notKnown(id);
  return answer.code === 'NotYetKnown' ? answer : ({ code: 'Unknown', field } as const);
}
