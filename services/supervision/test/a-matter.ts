import { nationalCalendar } from '@onewindow/calendar';
import { instant } from '@onewindow/kernel';
import type { AlertFacts } from '../src/alert/domain/alert.ts';
import { createComplaintLifecycle } from '../src/complaint/domain/complaint-lifecycle.ts';
import {
  ACKNOWLEDGE_WITHIN,
  createReportLifecycle,
} from '../src/negative-report/domain/negative-report-lifecycle.ts';
import type { ReportFacts } from '../src/negative-report/domain/negative-report.ts';
import { REPLY_PERIODS } from '../src/complaint/domain/reply-deadline.ts';

export const calendar = nationalCalendar;
export const complaints = createComplaintLifecycle(REPLY_PERIODS);
export const reports = createReportLifecycle(ACKNOWLEDGE_WITHIN);

export const ids = {
  region: '0192b000-0000-7000-8000-000000000001',
  centre: '0192b000-0000-7000-8000-000000000002',
  department: '0192b000-0000-7000-8000-000000000003',
  window: '0192b000-0000-7000-8000-000000000004',
  item: '0192b000-0000-7000-8000-000000000005',
  case: '0192b000-0000-7000-8000-000000000006',
  handler: '0192b000-0000-7000-8000-000000000007',
  supervisor: '0192b000-0000-7000-8000-000000000008',
  superior: '0192b000-0000-7000-8000-000000000009',
  investigator: '0192b000-0000-7000-8000-00000000000a',
  elsewhere: '0192b000-0000-7000-8000-00000000000b',
  report: '0192b000-0000-7000-8000-00000000000c',
} as const;

/** Friday 18 September 2026, 09:30 in Asia/Shanghai; the Sunday after it is a working day (调休). */
export const friday = instant('2026-09-18T09:30:00+08:00');
export const later = (day: string, time = '10:00') => instant(`2026-${day}T${time}:00+08:00`);

export function anOverdue(changes: Partial<AlertFacts> = {}): AlertFacts {
  return {
    kind: 'OVERDUE',
    case: ids.case,
    region: ids.region,
    centre: ids.centre,
    department: ids.department,
    window: ids.window,
    clock: 'COMMITTED',
    dueAt: friday,
    report: null,
    materials: [],
    occurredAt: friday,
    concerned: [ids.handler],
    ...changes,
  };
}

export function aDenial(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    denial: 'REJECTED',
    case: ids.case,
    item: ids.item,
    region: ids.region,
    centre: ids.centre,
    department: ids.department,
    window: ids.window,
    rule: '行政许可法 38',
    reporter: ids.handler,
    superior: ids.superior,
    deniedAt: friday,
    ...changes,
  };
}
