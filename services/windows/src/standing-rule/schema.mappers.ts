import type { View } from '@onewindow/service';
import type { Version } from '@onewindow/kernel';
import type { RuleContent, RuleContents, RuleState } from './domain/standing-rule.ts';
import type { WorkingCalendarOf } from './working-calendar.ts';

export type StandingRuleMapper = View<RuleState>;
export type StandingRuleVersionMapper = Version<RuleContent>;
export type CalendarContentMapper = RuleContents['CALENDAR'] & { readonly kind: 'CALENDAR' };
export type WorkingCalendarMapper = WorkingCalendarOf;
