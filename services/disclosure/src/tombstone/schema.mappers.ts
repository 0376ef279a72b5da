import type { View } from '@onewindow/service';
import type { Tombstone } from '../entry/domain/disclosure-entry.ts';

export type WithdrawnDisclosureMapper = View<Tombstone>;
