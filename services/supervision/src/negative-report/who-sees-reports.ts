import { isKnownStaff, isPerson, personOf, staffScope, type Viewer } from '@onewindow/identity';
import type { Sight, View } from '@onewindow/service';
import { supervises, within } from '../sight.ts';
import type { ReportState } from './domain/negative-report.ts';

type ReportView = View<ReportState>;

/** A superior who has no scope for cases sees what lies before him. */
export function reportSight(viewer: Viewer): Sight<'centre' | 'department' | 'superior'> | null {
  const { staffId } = personOf(viewer);
  return staffScope(viewer) ?? within('superior', staffId ?? undefined);
}

/** The superior before whom a report lies, also where his lists are those of a department or a centre. */
export const isSuperior = (viewer: Viewer, { superior }: ReportView): boolean =>
  isPerson(viewer, superior);

/** Situation and reasons are for who reports, for the superior it lies before and for who supervises the centre. */
export function mayReadGrounds(viewer: Viewer, report: ReportView): boolean {
  return (
    isPerson(viewer, report.reporter) ||
    isSuperior(viewer, report) ||
    supervises(viewer, report.centre)
  );
}

/** Staff of the department that denied, or who supervises its centre. */
export function keepsReports(viewer: Viewer, view: ReportView): boolean {
  const ofDepartment =
    viewer.department === view.department &&
    (viewer.scopes.has('cases:handle') || viewer.scopes.has('cases:decide'));
  return isKnownStaff(viewer) && (ofDepartment || supervises(viewer, view.centre));
}
