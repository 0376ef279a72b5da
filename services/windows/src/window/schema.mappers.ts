import type { View } from '@onewindow/service';
import type { WindowState } from './domain/window.ts';

export type WindowMapper = View<WindowState>;
