/** What a journal, an event or a state may hold: plain JSON, nothing a database would change. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
