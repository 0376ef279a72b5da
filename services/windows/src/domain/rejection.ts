/** Why a command of this service is refused. `code` is the type's name in the graph. */
export type Rejection =
  | { readonly code: 'NotPermittedInStatus'; readonly status: string }
  | { readonly code: 'RankTooLow'; readonly rank: string }
  | { readonly code: 'DelegateNotOnPost' }
  | { readonly code: 'DepartmentsDoNotFit'; readonly windowType: string }
  | { readonly code: 'ServiceDatesMissing' }
  | { readonly code: 'NotQualified' }
  | {
      readonly code: 'ItemsOfAnotherDepartment';
      readonly items: readonly { readonly id: string }[];
    }
  | { readonly code: 'NotChiefRepresentative' }
  | { readonly code: 'LeaderOfAnotherDepartment' };

export const notPermitted = (status: string) =>
  ({ code: 'NotPermittedInStatus', status }) as const satisfies Rejection;
