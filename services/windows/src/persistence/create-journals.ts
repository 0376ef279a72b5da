import { createJournal, journalIndexes, type JournalDependencies } from '@onewindow/persistence';
import { centreType } from './centre-type.ts';
import { departmentType } from './department-type.ts';
import { letterType } from './letter-type.ts';
import { regionType } from './region-type.ts';
import { sealType } from './seal-type.ts';
import { sealUseType } from './seal-use-type.ts';
import { staffType } from './staff-type.ts';
import { windowType } from './window-type.ts';

/** The journals of this service, by what they hold. */
export function createJournals(dependencies: JournalDependencies) {
  return {
    regions: createJournal(regionType, dependencies),
    centres: createJournal(centreType, dependencies),
    departments: createJournal(departmentType, dependencies),
    windows: createJournal(windowType, dependencies),
    staff: createJournal(staffType, dependencies),
    letters: createJournal(letterType, dependencies),
    seals: createJournal(sealType, dependencies),
    sealUses: createJournal(sealUseType, dependencies),
  };
}

export type Journals = ReturnType<typeof createJournals>;

export const indexes = [
  journalIndexes(regionType),
  journalIndexes(centreType),
  journalIndexes(departmentType),
  journalIndexes(windowType),
  journalIndexes(staffType),
  journalIndexes(letterType),
  journalIndexes(sealType),
  journalIndexes(sealUseType),
];
