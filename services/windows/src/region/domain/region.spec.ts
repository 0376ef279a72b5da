import { given } from '@onewindow/testing';
import { region } from './region.ts';

const facts = { id: 'region-1', code: '511602', name: '示例区', parent: null } as const;
const registered = { type: 'RegionRegistered', ...facts } as const;

it('registers a region once', () => {
  given(region)
    .when({ type: 'RegisterRegion', ...facts })
    .then(registered);
  given(region, registered)
    .when({ type: 'RegisterRegion', ...facts })
    .refuses({ code: 'NotPermittedInStatus', command: 'RegisterRegion', status: 'REGISTERED' });
});
