import type { AlertView } from '../../queries/views.ts';

export type SupervisionAlertMapper = AlertView;
