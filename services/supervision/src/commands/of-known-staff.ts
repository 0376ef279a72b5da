import { isKnownStaff } from '@onewindow/identity';
import type { Caller } from '@onewindow/service';
import type { Unfit } from './handle-visible.ts';

type Refused = { readonly ok: false; readonly rejection: Unfit };

/**
 * A supervisor's command. Of who brings no staff id nobody can say that he is neither target nor handler: he is
 * answered NotAuthorized by his token alone, before anything is looked up, so that it tells of no row.
 */
export const ofKnownStaff =
  <Input, Answer>(handle: (caller: Caller, input: Input) => Promise<Answer>) =>
  (caller: Caller, input: Input): Promise<Answer | Refused> =>
    isKnownStaff(caller.viewer)
      ? handle(caller, input)
      : Promise.resolve({
          ok: false,
          rejection: { code: 'NotAuthorized', because: 'NotKnownStaff' },
        });
