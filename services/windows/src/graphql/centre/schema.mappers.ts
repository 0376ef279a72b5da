import type { CentreState } from '../../domain/centre.ts';
import type { View } from '../../queries/view.ts';

export type ServiceCentreMapper = View<CentreState>;
