import { instant } from '@onewindow/kernel';
import { idFromCode } from '@onewindow/persistence';
import { startOnRealServers } from '@onewindow/service/testing';
import { readEnvironment } from '../src/environment.ts';
import { createWindowsService } from '../src/service.ts';

export const regionId = idFromCode('region', '511602');

/** The service on real servers, with items and cases beside it. */
export const startWindows = () =>
  startOnRealServers({
    service: 'windows',
    parse: readEnvironment,
    create: createWindowsService,
    neighbours: ['items', 'cases'],
    region: regionId,
    at: instant('2026-09-18T09:30:00+08:00'),
  });
