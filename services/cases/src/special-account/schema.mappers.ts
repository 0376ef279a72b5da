import type { View } from '@onewindow/service';
import type { SpecialAccountState } from './domain/special-account.ts';

export type SpecialAccountMapper = View<SpecialAccountState>;
