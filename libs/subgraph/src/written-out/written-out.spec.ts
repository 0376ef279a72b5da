import { parse, print } from 'graphql';
import { baseSdl } from '../base-sdl.ts';
import { writtenOut } from './written-out.ts';

const stubs = `"A department. 部门" type Department @key(fields: "id", resolvable: false) { "Its id. 标识" id: ID! }
  "A window. 窗口" type Window @key(fields: "id", resolvable: false) { "Its id. 标识" id: ID! }`;
const write = (...modules: readonly string[]) =>
  writtenOut({
    documents: modules.map((text) => parse(text)),
    base: parse(baseSdl),
    stubs: parse(stubs),
  })
    .map((document) => print(document))
    .join('\n\n');

describe('a page', () => {
  const pages = write(`
    "A notice. 通知" type Notice { "Its id. 标识" id: ID! }
    "A page of notices. 通知列表" type NoticeConnection
    extend type Query {
      "The notices. 通知列表" notices("Which. 筛选" filter: Int): NoticeConnection! @authenticated
    }`);

  it('has its fields and the type of its rows', () => {
    expect(pages).toContain('edges: [NoticeEdge!]!');
    expect(pages).toContain('totalCount: Int! @cost(weight: 20)');
    expect(pages).toMatch(/"One row of a page of notices. 通知列表的一行"\s+type NoticeEdge \{/u);
    expect(pages).toContain('node: Notice!');
  });

  it('is asked for with first and after, and priced by first', () => {
    expect(pages).toMatch(/notices\([^)]*filter: Int[^)]*first: Int = 20[^)]*after: String/su);
    expect(pages).toContain('@authenticated @listSize(slicingArguments: ["first"]');
  });

  it('that is written by hand stays as it is', () => {
    const own = 'type HitConnection { edges: [HitEdge!]! } type HitEdge { score: Int! }';
    const field = 'extend type Query { hits(first: Int = 5): HitConnection! }';
    expect(write(own, field)).toBe(
      `${[own, field].map((text) => print(parse(text))).join('\n\n')}\n\n`,
    );
  });
});

describe('a refusal', () => {
  it('has what every refusal promises, before its own', () => {
    const refusal = write('type Late implements Rejection { "Since when. 起始" since: Int! }');
    expect(refusal.match(/^ {2}\w+/gmu)?.map((name) => name.trim())).toEqual([
      ...['code', 'message', 'rule', 'since'],
    ]);
  });

  it('may say of itself what it rests on', () => {
    const refusal = write('type Late implements Rejection { "002:36. 依据" rule: String }');
    expect(refusal).toContain('002:36. 依据');
    expect(refusal.match(/rule: String/gu)).toHaveLength(1);
  });

  it('is no other type', () => {
    expect(write('type Late { since: Int! }')).not.toContain('code: String!');
  });
});

describe('the parts of a mutation', () => {
  const alert = '"An alert. 预警" type Alert { "Its id. 标识" id: ID! }';
  const acknowledge = write(
    alert,
    `extend type Mutation {
      "Verifies it. 核实预警，须说明"
      acknowledgeAlert(input: AcknowledgeAlertInput!): AcknowledgeAlertResult!
        @command(answers: "alert: Alert!") @authenticated
    }
    input AcknowledgeAlertInput { "The alert. 预警" alertId: ID! }
    union AcknowledgeAlertResult = NotAuthorized`,
  );

  it('of a command: commandId and version, success, and what every command is refused for', () => {
    expect(acknowledge).toMatch(/alertId: ID!.*commandId: ID\n.*expectedVersion: Int\n/su);
    expect(acknowledge).toContain(
      'union AcknowledgeAlertResult = AcknowledgeAlertSuccess | NotFound | Conflict | IdempotencyMismatch | NotPermittedInStatus | NotAuthorized',
    );
    expect(acknowledge).toMatch(/type AcknowledgeAlertSuccess \{[^}]*alert: Alert!/su);
    expect(acknowledge).not.toContain('@command');
    expect(acknowledge).toContain('AcknowledgeAlertResult! @authenticated');
  });

  it('are described in both languages', () => {
    for (const words of [
      'What acknowledgeAlert is asked. 核实预警的输入',
      'What acknowledgeAlert answers. 核实预警的结果',
      'acknowledgeAlert was done. 核实预警成功',
      'The alert as it is now. 预警',
      'What is asked. 输入',
    ]) {
      expect(acknowledge).toContain(words);
    }
  });

  it('of a creation: no version, and nothing of what is there already', () => {
    const raise = write(
      alert,
      `extend type Mutation { raiseAlert(input: RaiseAlertInput!): RaiseAlertResult! @creation(answers: "alert: Alert!") }
       input RaiseAlertInput { about: String! }`,
    );
    expect(raise).toContain('union RaiseAlertResult = RaiseAlertSuccess | IdempotencyMismatch');
    expect(raise).toContain('commandId: ID');
    expect(raise).not.toContain('expectedVersion');
  });

  it('that are written by hand stay', () => {
    const closed = write(
      `extend type Mutation { close(input: CloseInput!): CloseResult! @command }
       "Which. 输入" input CloseInput { id: ID! "Mine. 版本" expectedVersion: Int }
       "It is closed. 已关闭" type CloseSuccess { done: Boolean! }
       "Closed, or why not. 关闭结果" union CloseResult = NotFound`,
    );
    expect(closed).toContain('"Mine. 版本"');
    expect(closed.match(/expectedVersion/gu)).toHaveLength(1);
    expect(closed.match(/\bNotFound\b/gu)).toHaveLength(1);
    expect(closed).toContain('"It is closed. 已关闭"');
    expect(closed).toContain('"Closed, or why not. 关闭结果"');
  });

  it('of a mutation without a mark are its own affair', () => {
    const text =
      'extend type Mutation { import(input: ImportInput!): ImportResult! } input ImportInput { rows: Int }';
    expect(write(text)).not.toContain('commandId');
  });

  it('need a field of the success, and an input', () => {
    expect(() =>
      write('extend type Mutation { close(input: CloseInput!): CloseResult! @command }'),
    ).toThrow('close: @command(answers: "field: Type!"), or define CloseSuccess.');
    expect(() => write('extend type Mutation { close: CloseResult! @command }')).toThrow(
      'close: @command is for close(input: …): …Result!',
    );
  });
});

describe('what the viewer may do', () => {
  it('stands beside availableActions with its reason', () => {
    const alert = write('enum Act { CLOSE } type Alert { availableActions: [Act!]! last: Int }');
    expect(alert).toMatch(/availableActions: .*actions: \[OfferedAction!\]!\n.*last/su);
    expect(write('type Alert { last: Int }')).not.toContain('OfferedAction');
  });
});

describe('entities of other services', () => {
  it('are there when they are referred to', () => {
    const sdl = write('type Notice { department: Department! }');
    expect(sdl).toContain('type Department @key(fields: "id", resolvable: false)');
    expect(sdl).not.toContain('type Window');
  });

  it('are the service’s own where it defines them', () => {
    const sdl = write(
      'type Notice { department: Department! } type Department { id: ID! name: String! }',
    );
    expect(sdl.match(/type Department/gu)).toHaveLength(1);
  });
});
