/** Only its key: everything else of an item is told by its owner. */
export interface ServiceItemMapper {
  readonly id: string;
}
