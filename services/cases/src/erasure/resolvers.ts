import { erasureOf } from '@onewindow/service';

export const { Mutation } = erasureOf('cases');
