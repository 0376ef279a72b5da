/** Only its key: everything else of a case is told by its owner. */
export interface CaseMapper {
  readonly id: string;
}
