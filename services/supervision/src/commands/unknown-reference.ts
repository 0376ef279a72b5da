import type { NotKnown } from '@onewindow/service';
import type { Unfit } from './handle-visible.ts';

/** A field that names what another service made: not here yet, by the id alone, else there is no such thing. */
export function unknownReference(
  { notKnown }: { readonly notKnown: (id: string) => NotKnown },
  field: string,
  id: string,
): { readonly ok: false; readonly rejection: Unfit } {
  const answer = notKnown(id);
  return {
    ok: false,
    rejection: answer.code === 'NotYetKnown' ? answer : { code: 'Unknown', field },
  };
}
