/** `base.graphql` as text: written by `node write-base-sdl.mjs`, never by hand. */
export const baseSdl = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.12"
    import: [
      "@key"
      "@shareable"
      "@external"
      "@requires"
      "@provides"
      "@inaccessible"
      "@tag"
      "@authenticated"
      "@requiresScopes"
      "@policy"
      "@cost"
      "@listSize"
      "@composeDirective"
    ]
  )
  @link(url: "https://onewindow.invalid/live/v1.0", import: ["@live", "@liveKey", "@liveMatch"])
  @composeDirective(name: "@live")
  @composeDirective(name: "@liveKey")
  @composeDirective(name: "@liveMatch")
  @link(url: "https://onewindow.invalid/input/v1.0", import: ["@personal", "@constraint"])
  @composeDirective(name: "@personal")
  @composeDirective(name: "@constraint")

"""
This field of Subscription tells of something each time that one of these contract events arrives: types,
in which \`*\` stands for one part of the name. \`subject\` names the field of the answered entity that is
the event's subject. 实时推送
"""
directive @live(events: [String!]!, subject: String!) on FIELD_DEFINITION

"This argument says which one entity is meant: it, or the fields of the input object, are a key of it. 订阅对象"
directive @liveKey on ARGUMENT_DEFINITION

"""
This narrows what is told: to events that hold at \`path\` this value, or one of these. Left out or
null: no matter what they hold. 订阅筛选
"""
directive @liveMatch(path: String!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"""
What stands here may name somebody, or is his secret: it is told in no error, not even to who sent it. 个人信息
"""
directive @personal on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"""
How long a text or a list may be: what is out of bounds is refused, with the field and the bound.
Characters are counted after the text is normalised; in a list of texts they are those of each.
\`format\` says how it is normalised: \`line\` (the default: one line, full-width letters and digits as half
width, nothing that can't be seen), \`text\` (breaks stay), \`phone\` and \`code\` (every way to write a digit or a
dash; a code has no blanks) and \`opaque\` (untouched). \`eachApart\`: what is wrong with one item of the list is
told of that item, and the others are done. 长度与格式
"""
directive @constraint(
  minLength: Int
  maxLength: Int
  minItems: Int
  maxItems: Int
  format: String
  eachApart: Boolean
) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

"A moment: RFC 3339 with offset, stored in UTC. 时刻"
scalar DateTime

"A calendar day in Asia/Shanghai, \`YYYY-MM-DD\`. 日期"
scalar Date

"An exact amount in yuan: decimal text with two places. 金额(元)"
scalar Yuan

"A named refusal: an answer, not an error. Every refusal of the graph can be read through it. 不予办理的答复"
interface Rejection {
  "Stable code for programs: the type's own name. 代码"
  code: String!
  "What it means and what to do, in the caller's language. 说明"
  message: String!
  "The article or source that the refusal applies, null when it is technical. 依据"
  rule: String
}

"Somebody else changed it first: load it again and look. 版本冲突"
type Conflict implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "Null: technical. 依据"
  rule: String
}

"The commandId was used before with other arguments. 幂等冲突"
type IdempotencyMismatch implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "Null: technical. 依据"
  rule: String
}

"Something with this identity is there already. 已存在"
type AlreadyExists implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "The source that wants it to be unique, null when it is technical. 依据"
  rule: String
  "Which fact is taken, by the caller’s name of it: \`badgeNumber\`, \`standingRule\`. 冲突项"
  fact: String!
  "The id of what is there already; null when it isn't for the viewer to see, or nobody looked. 已有记录"
  id: ID
}

"There is no such thing, or not for this viewer. 不存在"
type NotFound implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "Null: technical. 依据"
  rule: String
}

"""
Nothing is known by this id here, or nothing that the viewer may see. Another service may have made it just now and the
news is on its way: ask again after \`retryAfter\` seconds, and some times more. Later the answer is NotFound. 尚未获知
"""
type NotYetKnown implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "Null: technical. 依据"
  rule: String
  "After how many seconds to ask again. 重试间隔（秒）"
  retryAfter: Int!
}

"The input can't be right: which fields, and why. 输入有误"
type InvalidInput implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "The source that demands the form, null when it is technical. 依据"
  rule: String
  "The fields at fault, as paths from the input. 有误字段"
  fields: [InvalidField!]!
}

"One field of an input that can't be right. 有误字段"
type InvalidField @shareable {
  "Path from the input: \`applicant.idNumber\`. 路径"
  path: String!
  "What is wrong with it, in the caller's language. 原因"
  message: String!
}

"The status does not allow this now. 当前状态不允许"
type NotPermittedInStatus implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "The source of the order of steps. 依据"
  rule: String
  "The status that stands in the way, spelled as in the enum of its type. 当前状态"
  status: String!
}

"The viewer lacks a fact that this needs: a post, an authorisation, the custody of a seal. 无权办理"
type NotAuthorized implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "The source of the demand. 依据"
  rule: String
}

"What the viewer has the right to do in this status, and why the law refuses it to him now if it does. 可办操作及原因"
type OfferedAction @shareable {
  "As in availableActions. 操作"
  name: String!
  "Whether it would be done, as far as can be known before. 可否办理"
  allowed: Boolean!
  "Stable code of the refusal, null when it is allowed. 代码"
  code: String
  "Why not and what to do, in the caller's language; null when it is allowed. 原因"
  reason: String
  "The article or source that the refusal applies, null when it is allowed. 依据"
  rule: String
}

"Where a page of a list stands in the whole. 分页信息"
type PageInfo @shareable {
  "More behind this page. 有下一页"
  hasNextPage: Boolean!
  "More before this page. 有上一页"
  hasPreviousPage: Boolean!
  "Cursor of the first row, null on an empty page. 首游标"
  startCursor: String
  "Cursor of the last row, null on an empty page. 末游标"
  endCursor: String
}

"An event that a service could not handle in eight tries, kept until it is tried again or dropped. 死信"
type DeadLetter @shareable {
  "Its id. 标识"
  id: ID!
  "The consumer that could not handle it. 消费者"
  durable: String!
  "What happened, by its contract. 事件类型"
  eventType: String!
  "The id of what it happened to. 事件对象"
  subject: ID!
  "The event as JSON text: without personal data, as every event. 事件内容"
  event: String!
  "Why the last try failed. 失败原因"
  reason: String!
  "How often it was tried. 尝试次数"
  attempts: Int!
  "When it failed last. 失败时间"
  failedAt: DateTime!
}

"A page of dead letters, oldest first. 死信列表"
type DeadLetterConnection @shareable {
  "The rows. 记录"
  edges: [DeadLetterEdge!]!
  "Where the page stands. 分页信息"
  pageInfo: PageInfo!
}

"One row of a page of dead letters. 死信记录"
type DeadLetterEdge @shareable {
  "Its cursor. 游标"
  cursor: String!
  "The dead letter. 死信"
  node: DeadLetter!
}

"Which dead letter to try again. 重试死信"
input RetryDeadLetterInput {
  "Its id. 标识"
  id: ID!
}

"It was tried again. 已重试"
type RetryDeadLetterSuccess @shareable {
  "As it failed again or still waits for its consumer; null when it was handled and is gone. 死信"
  deadLetter: DeadLetter
}

"What trying again comes to. 重试结果"
union RetryDeadLetterResult = RetryDeadLetterSuccess | NotFound

"Which dead letter to forget for good. 丢弃死信"
input DropDeadLetterInput {
  "Its id. 标识"
  id: ID!
}

"It is forgotten. 已丢弃"
type DropDeadLetterSuccess @shareable {
  "Its id. 标识"
  id: ID!
}

"What dropping comes to. 丢弃结果"
union DropDeadLetterResult = DropDeadLetterSuccess | NotFound

"Why texts are erased: the five cases of article 47 of the law on personal information. 删除事由"
enum ErasureReason {
  "What they were taken for is reached, can't be reached or needs them no more (47(1)(1)). 处理目的已实现"
  PURPOSE_ENDED
  "They have been kept for as long as they must be (47(1)(2)). 保存期限已届满"
  RETENTION_OVER
  "Who agreed to it has taken that back (47(1)(3)). 撤回同意"
  CONSENT_WITHDRAWN
  "They should never have been taken down, or not so (47(1)(4)). 违法处理"
  UNLAWFUL
  "Another law says so (47(1)(5)). 法律法规规定的其他情形"
  OTHER_BY_LAW
}

"That texts of a record were erased. Where one stood there is now ■■. 文字删除记录"
type Erasure @shareable {
  "When. 删除时间"
  at: DateTime!
  "Why. 删除事由"
  reason: ErasureReason!
  "The article that it rests on, null where none was asked for yet. 依据"
  legalBasis: String
  "The number of the decision, null when the record no longer had to be kept. 决定文号"
  decision: String
  "How many texts. 删除数量"
  texts: Int!
}

"Which texts to erase, and on what ground. 删除文字"
input EraseTextsInput {
  "The record: a case, a complaint, an item. 记录标识"
  id: ID!
  "Why. 删除事由"
  reason: ErasureReason!
  "The law and its article, such as 个人信息保护法 47. It is kept for ever: name nobody. 依据"
  legalBasis: String! @constraint(minLength: 2, maxLength: 60)
  "The number of the decision, such as 示例政决〔2026〕7号, as long as the record must be kept. Kept for ever. 决定文号"
  decision: String @constraint(minLength: 6, maxLength: 60)
}

"They are erased, with their salts. What was erased before stays so. 已删除"
type EraseTextsSuccess @shareable {
  "The record. 记录标识"
  id: ID!
  "How many texts were erased now, 0 when there were none left. 删除数量"
  texts: Int!
}

"The record must be kept still, and no decision was named. 保存期限未满"
type RetentionNotOver implements Rejection @shareable {
  "Stable code. 代码"
  code: String!
  "Explanation in the caller's language. 说明"
  message: String!
  "The source of the period. 依据"
  rule: String
  "The last day on which it must be kept. 保存截止日"
  keptUntil: Date!
}

"What erasing comes to. 删除结果"
union EraseTextsResult =
  | EraseTextsSuccess
  | InvalidInput
  | NotAuthorized
  | NotFound
  | Conflict
  | RetentionNotOver

type Query
type Mutation
type Subscription
`;
