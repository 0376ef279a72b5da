import type { View } from '@onewindow/service';
import type { ComplaintState } from './domain/complaint.ts';

export type EfficiencyComplaintMapper = View<ComplaintState>;
