import { badUserInput } from '../graphql-errors.ts';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

/** `first` and `after` of a list as asked for: 20 rows by default, more than 100 refused and never clipped. */
export function pageRequest(args: {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}): { readonly first: number; readonly after?: string } {
  const first = args.first ?? DEFAULT_PAGE;
  if (first < 1 || first > LARGEST_PAGE) {
    throw badUserInput({
      en: `\`first\` is 1 to ${LARGEST_PAGE}.`,
      zh: `每页条数（first）为 1 至 ${LARGEST_PAGE}。`,
    });
  }
  return { first, ...(args.after != null && { after: args.after }) };
}
