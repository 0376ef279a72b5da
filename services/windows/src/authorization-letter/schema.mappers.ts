import type { View } from '@onewindow/service';
import type { LetterState } from './domain/authorization-letter.ts';

export type AuthorizationLetterMapper = View<LetterState>;
