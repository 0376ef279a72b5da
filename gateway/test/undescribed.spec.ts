import { readFileSync } from 'node:fs';
import { undescribed } from './undescribed.ts';

const supergraph = readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8');

describe('the graph is described in English first, then in Chinese', () => {
  it('in each type, field, argument and value of it', () => {
    expect(undescribed(supergraph)).toEqual([]);
  });

  it('and one that is described in one language alone, the other way round or not at all is named', () => {
    const planted = `
      "A thing. 事物"
      type Thing {
        "Its id. 标识"
        id: ID!
        "名称"
        name("How long at most. 长度" most: Int, "Which language." language: String): String
        "状态 Where it stands."
        status: Status
        note: String
      }
      enum Status {
        "公开"
        OPEN
        "It is over. 结束"
        OVER
      }
      input ThingFilter {
        "By name"
        name: String
      }
    `;
    expect(undescribed(planted)).toEqual([
      'Thing.name',
      'Thing.name.language',
      'Thing.status',
      'Thing.note',
      'Status',
      'Status.OPEN',
      'ThingFilter',
      'ThingFilter.name',
    ]);
  });
});
