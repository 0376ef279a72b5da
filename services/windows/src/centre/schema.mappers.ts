import type { View } from '@onewindow/service';
import type { CentreState } from './domain/centre.ts';

export type ServiceCentreMapper = View<CentreState>;
