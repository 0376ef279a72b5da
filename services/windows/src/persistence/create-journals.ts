import type { Foundation } from '@onewindow/service';
import { centreType } from './centre-type.ts';
import { departmentType } from './department-type.ts';
import { letterType } from './letter-type.ts';
import { regionType } from './region-type.ts';
import { sealType } from './seal-type.ts';
import { sealUseType } from './seal-use-type.ts';
import { staffType } from './staff-type.ts';
import { windowType } from './window-type.ts';

/** The journals of this service, by what they hold. */
export function createJournals({ journal }: Foundation) {
  return {
    regions: journal(regionType),
    centres: journal(centreType),
    departments: journal(departmentType),
    windows: journal(windowType),
    staff: journal(staffType),
    letters: journal(letterType),
    seals: journal(sealType),
    sealUses: journal(sealUseType),
  };
}

export type Journals = ReturnType<typeof createJournals>;
