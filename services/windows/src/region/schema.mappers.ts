import type { View } from '@onewindow/service';
import type { RegionState } from './domain/region.ts';

export type RegionMapper = View<RegionState>;
