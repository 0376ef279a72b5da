/** A holiday with each of its days, weekends within it too, as `YYYY-MM-DD`. */
export interface Holiday {
  /** In Chinese: it is shown in the ledger. */
  readonly name: string;
  readonly days: readonly string[];
}

/**
 * The notice of one year, taught before the library knows it or corrected. It replaces what the
 * library knows of that year. A notice may reach into the December before (2023's began on
 * 2022-12-31), and such a day goes before what the notice of that year says.
 */
export interface TaughtYear {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  /** Weekend days that are worked (调休上班). */
  readonly makeupWorkdays: readonly string[];
}

/** The days of a calendar, without whose it is. Plain JSON: a version of a rule keeps it, and it is sent as it is. */
export interface CalendarContent {
  /**
   * Statutory holidays of the region beyond the national ones (广西三月三). A region that has any has
   * them every year: a year for which none is listed is not known yet.
   */
  readonly regionalHolidays: readonly Holiday[];
  readonly overrides: readonly TaughtYear[];
}

/** What makes the calendar of a region. Plain JSON, too. */
export interface CalendarSource extends CalendarContent {
  /** The division's code (`450000`), or `CN`, and its name in Chinese. */
  readonly region: { readonly code: string; readonly name: string };
  /** Raised by whoever changes the source: deadlines name it. */
  readonly version: string;
}
