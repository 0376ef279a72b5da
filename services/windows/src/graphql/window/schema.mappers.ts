import type { WindowState } from '../../domain/window.ts';
import type { View } from '../../queries/view.ts';

export type WindowMapper = View<WindowState>;
