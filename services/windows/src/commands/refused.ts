import type { Caller } from '@onewindow/service';

/** Why somebody may not do it: each cause has words of its own. */
type Because =
  | 'NoCentre'
  | 'DepartmentOfAnotherCentre'
  | 'PostedElsewhere'
  | 'WindowOfAnotherCentre'
  | 'WindowOfAnotherDepartment';

/** Who belongs to no centre is told that instead. */
export const notAuthorized = ({ viewer }: Caller, because: Because) =>
  ({
    ok: false,
    rejection: {
      code: 'NotAuthorized',
      because: viewer.centre === undefined ? 'NoCentre' : because,
    },
  }) as const;
export const notFound = (id: string) =>
  ({ ok: false, rejection: { code: 'NotFound', id } }) as const;
