import type { View } from '@onewindow/service';
import type { SampleMatterState } from './domain/sample-matter.ts';

export type SampleMatterMapper = View<SampleMatterState>;
