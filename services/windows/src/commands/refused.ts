export const notAuthorized = { ok: false, rejection: { code: 'NotAuthorized' } } as const;
export const notFound = (id: string) =>
  ({ ok: false, rejection: { code: 'NotFound', id } }) as const;
