import { inLanguage } from '@onewindow/subgraph';
import type { GraphQLError } from 'graphql';
import { maskErrors } from './operation-errors.ts';
import { subrequestError, type SubrequestCode } from './subrequests/subrequest-error.ts';

const told = (error: GraphQLError, language: 'en' | 'zh') =>
  inLanguage(maskErrors([error]), language)[0];

it.each<SubrequestCode>(['SUBREQUEST_FAILED', 'SUBREQUEST_INVALID', 'SUBREQUEST_TIMEOUT'])(
  'tells of %s in the language of the caller, and of no cause',
  (code) => {
    const error = subrequestError(code, 'cases', new Error('ECONNREFUSED'));
    expect(told(error, 'zh')?.message).toMatch(/^部分服务[一-鿿]+。$/);
    expect(told(error, 'en')?.message).toMatch(/^A part of the service .*\.$/);
    for (const language of ['en', 'zh'] as const)
      expect(told(error, language)?.extensions).toEqual({ code, service: 'cases' });
  },
);
