import type { Day } from '@onewindow/calendar';
import { inWords } from '@onewindow/subgraph';
import { z } from 'zod';
import type { ContentChange, FeeBasisRank, FeePolicy } from './domain/item-content.ts';

const LONGEST = 20_000;
const name = z.string().trim().min(1).max(500);
const longText = z.string().trim().min(1).max(LONGEST);
/** Empty text tells nothing, like null. */
const told = z
  .string()
  .trim()
  .max(LONGEST)
  .nullish()
  .transform((text) => (text === undefined || text === '' ? null : text));
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);
const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(schema)
    .max(500)
    .nullable()
    .transform((list) => list ?? [])
    .optional();
/** The graph's enums are checked by the graph; here they only pass. */
const given = <Value>() => z.custom<Value>((value) => typeof value === 'string');
type Part<Name extends keyof ContentChange> = NonNullable<ContentChange[Name]>;
type Element<Name extends keyof ContentChange> =
  Part<Name> extends readonly (infer E)[] ? E : never;

/** Whole days; none is said by leaving the limit out, never by 0. */
const limit = z.object({
  value: z.int().min(1).max(3650),
  unit: given<'WORKING_DAYS' | 'CALENDAR_DAYS'>(),
});
const money = z.object({ yuan: z.string() });
const day = given<Day>();

const material = z.object({
  id: z.string().trim().min(1).max(100).nullish(),
  name,
  necessity: given<Element<'requiredMaterials'>['necessity']>(),
  form: orNull(given<NonNullable<Element<'requiredMaterials'>['form']>>()),
  type: orNull(given<NonNullable<Element<'requiredMaterials'>['type']>>()),
  source: orNull(given<NonNullable<Element<'requiredMaterials'>['source']>>()),
  sourceNote: told,
  originals: z.int().min(0).max(1000).default(0),
  copies: z.int().min(0).max(1000).default(0),
  basis: told,
  acceptanceStandard: told,
  remark: told,
});

/** What nobody has told of a fee is left out, as in what was written before there was more to tell. */
const feeStandard = z
  .object({
    name,
    standard: told,
    basis: told,
    amount: orNull(money),
    unit: told,
    min: orNull(money),
    max: orNull(money),
    reduced: orNull(money),
    policy: orNull(given<FeePolicy>()),
    basisRank: orNull(given<FeeBasisRank>()),
    document: told,
    inForceFrom: orNull(day),
    inForceUntil: orNull(day),
    hearingDocument: told,
    hearingHeldOn: orNull(day),
  })
  .transform(({ name: called, standard, basis, amount, ...more }): Element<'fees'> => {
    const said = Object.entries(more).filter(([, value]) => value !== null);
    return { name: called, standard, basis, amount, ...Object.fromEntries(said) };
  });

const materials = z
  .array(material)
  .max(500)
  .nullable()
  .transform((list) =>
    (list ?? []).map((one, index) => ({ ...one, id: one.id ?? `m${(index + 1).toString()}` })),
  )
  .refine(
    (list) => new Set(list.map(({ id }) => id)).size === list.length,
    inWords({ en: 'Two materials have the same id.', zh: '材料标识重复。' }),
  )
  .optional();

export const contentInput = z
  .object({
    name: z.string().trim().min(1).max(300).nullish(),
    kind: given<Part<'kind'>>().nullish(),
    nationalType: orNull(given<Part<'nationalType'>>()).optional(),
    handlingMode: orNull(given<Part<'handlingMode'>>()).optional(),
    authorityLevel: orNull(given<Part<'authorityLevel'>>()).optional(),
    statutoryLimit: orNull(limit).optional(),
    committedLimit: orNull(limit).optional(),
    handlingBody: told.optional(),
    legalBasis: listOf(
      z.object({ title: name, number: told, article: told, issuer: told, text: told }),
    ),
    conditions: told.optional(),
    instructions: told.optional(),
    requiredMaterials: materials,
    procedure: listOf(
      z.object({
        name,
        kind: orNull(given<NonNullable<Element<'procedure'>['kind']>>()),
        responsiblePost: told,
        limit: orNull(limit),
        task: told,
        standard: told,
      }),
    ),
    results: listOf(
      z.object({ name, kind: orNull(given<NonNullable<Element<'results'>['kind']>>()) }),
    ),
    chargesFee: orNull(z.boolean()).optional(),
    fees: listOf(feeStandard),
    specialProcedures: listOf(
      z.object({
        kind: given<Element<'specialProcedures'>['kind']>(),
        limit: orNull(limit),
        body: told,
        basis: told,
      }),
    ),
    supervisionChannels: listOf(name),
    consultationPhone: told.optional(),
    serviceObjects: listOf(given<Element<'serviceObjects'>>()),
    windows: listOf(z.object({ name, phone: told, address: told, hours: told, directions: told })),
    questions: listOf(z.object({ question: longText, answer: longText })),
    remedies: told.optional(),
    leadDepartmentName: told.optional(),
    coHandlingDepartmentNames: listOf(name),
  })
  .transform((content): ContentChange => {
    const { name: newName, kind, ...rest } = content;
    const fields = Object.entries({ ...rest, name: newName ?? undefined, kind: kind ?? undefined });
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  });
