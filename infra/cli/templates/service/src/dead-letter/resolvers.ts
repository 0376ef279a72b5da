import { deadLettersOf } from '@onewindow/subgraph';

export const { Query, Mutation } = deadLettersOf('sampleservice');
