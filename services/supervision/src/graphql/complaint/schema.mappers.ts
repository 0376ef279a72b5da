import type { ComplaintView } from '../../queries/views.ts';

export type EfficiencyComplaintMapper = ComplaintView;
