import { eventEnvelope } from '../envelope.ts';
import type { EventContract } from '../define-event.ts';
import { eventContractsIn } from './event-contracts.ts';
import { eventSchemas, schemaNameOf, schemaRef, shortType } from './event-schemas.ts';

const DESCRIPTION = `What happens in a government service centre, told by One Window's services on NATS JetStream.
政务服务中心各服务在 NATS JetStream 上发布的事件。

Each message is a CloudEvents 1.0 event in structured JSON whose data is what happened and the public snapshot of the
aggregate after it; personal data is never in it. 每条消息为 CloudEvents 1.0 事件，携带变更后的公开快照，不含个人信息。

A message may come twice and in any order: the event's id tells a copy, aggregateversion tells which of two is newer.
消息可能重复、乱序：id 识别重复，aggregateversion 判断新旧。`;

/** The AsyncAPI 3 document of all contract events that a module exports. Pure. */
export function asyncApiDocument(module: object) {
  const contracts = eventContractsIn(module);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'One Window 一窗: events',
      version: '1.0.0',
      description: DESCRIPTION,
      tags: [...new Set(contracts.map(({ service }) => service))].map((name) => ({ name })),
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      cluster: {
        host: '{host}',
        protocol: 'nats',
        description: 'The NATS cluster of an installation. 本地区的 NATS 集群',
        variables: { host: { description: 'host:port', default: 'localhost:4222' } },
      },
    },
    channels: perContract(contracts, channelOf),
    operations: perContract(contracts, operationOf),
    components: {
      messages: perContract(contracts, (contract) => messageOf(module, contract)),
      messageTraits: { event: { headers: HEADERS } },
      schemas: eventSchemas({ ...module, eventEnvelope }),
    },
  };
}

const HEADERS = {
  type: 'object',
  required: ['Nats-Msg-Id'],
  properties: {
    'Nats-Msg-Id': {
      type: 'string',
      description:
        '<aggregate id>:<aggregateversion>:v<N>, with :<replay id> behind it in a message that is sent again.',
    },
  },
} as const;

const perContract = <Part>(
  contracts: readonly EventContract[],
  part: (of: EventContract) => Part,
) => Object.fromEntries(contracts.map((contract) => [shortType(contract.type), part(contract)]));

const channelOf = ({ type, service, description }: EventContract) => ({
  address: `${type}.{department}`,
  title: `${description.en} ${description.zh}`,
  description: `In the stream ONEWINDOW_${service.toUpperCase()}.`,
  parameters: {
    department: {
      description:
        'The id of the department that owns the aggregate, or _. 主管部门 id，没有则为 _',
    },
  },
  messages: { event: { $ref: `#/components/messages/${shortType(type)}` } },
});

const operationOf = ({ type, service, description }: EventContract) => ({
  action: 'send',
  summary: description.en,
  tags: [{ name: service }],
  channel: { $ref: `#/channels/${shortType(type)}` },
});

const messageOf = (module: object, { type, schema, description }: EventContract) => ({
  name: type,
  title: description.zh,
  summary: description.en,
  description: `${description.en} ${description.zh}`,
  traits: [{ $ref: '#/components/messageTraits/event' }],
  payload: {
    allOf: [
      schemaRef('eventEnvelope'),
      {
        type: 'object',
        properties: { type: { const: type }, data: schemaRef(schemaNameOf(module, schema)) },
      },
    ],
  },
});
