import type { LetterState } from '../../domain/authorization-letter.ts';
import type { View } from '../../queries/view.ts';

export type AuthorizationLetterMapper = View<LetterState>;
