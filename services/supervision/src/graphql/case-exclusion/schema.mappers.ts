export type { ExclusionView as CaseExclusionMapper } from '../../queries/views.ts';
