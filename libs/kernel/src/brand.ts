declare const brand: unique symbol;

/** A string that can't be confused with another: made at the edge by a `parse…` function. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
