import type { ItemView } from '../../queries/item-view.ts';

export type ServiceItemMapper = ItemView;
