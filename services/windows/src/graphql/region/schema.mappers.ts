import type { RegionState } from '../../domain/region.ts';
import type { View } from '../../queries/view.ts';

export type RegionMapper = View<RegionState>;
