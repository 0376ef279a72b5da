import type { View } from '@onewindow/service';
import type { NoticeState } from './domain/notice.ts';

export type NoticeMapper = View<NoticeState>;
