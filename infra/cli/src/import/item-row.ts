/** A row as `importItems` takes it: `ImportItemInput` of the graph. */
export interface ItemRow {
  readonly code: string;
  readonly aliases: readonly string[];
  readonly departmentCode: string;
  readonly sourceVersion: number | null;
  readonly content: ItemRowContent;
}

export interface RowLimit {
  readonly value: number;
  readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS';
}
export type TextFields<Names extends string> = { readonly [Name in Names]: string | null };

/** What is left out stays as it is in the graph: a bare catalogue row tells only name and kind, one without a type only the name. */
export interface ItemRowContent {
  readonly name: string;
  readonly kind?: string;
  readonly nationalType?: string | null;
  readonly handlingMode?: string | null;
  readonly authorityLevel?: string | null;
  readonly statutoryLimit?: RowLimit | null;
  readonly committedLimit?: RowLimit | null;
  readonly handlingBody?: string | null;
  readonly legalBasis?: readonly ({ readonly title: string } & TextFields<
    'number' | 'article' | 'issuer' | 'text'
  >)[];
  readonly conditions?: string | null;
  readonly requiredMaterials?: readonly RowMaterial[];
  readonly procedure?: readonly ({
    readonly name: string;
    readonly kind: string | null;
    readonly limit: RowLimit | null;
  } & TextFields<'responsiblePost' | 'task' | 'standard'>)[];
  readonly results?: readonly { readonly name: string; readonly kind: string | null }[];
  readonly chargesFee?: boolean | null;
  readonly fees?: readonly ({ readonly name: string } & TextFields<
    'standard' | 'basis' | 'amount'
  >)[];
  readonly specialProcedures?: readonly ({
    readonly kind: string;
    readonly limit: RowLimit | null;
  } & TextFields<'body' | 'basis'>)[];
  readonly supervisionChannels?: readonly string[];
  readonly consultationPhone?: string | null;
  readonly serviceObjects?: readonly string[];
  readonly windows?: readonly ({ readonly name: string } & TextFields<
    'phone' | 'address' | 'hours' | 'directions'
  >)[];
  readonly questions?: readonly { readonly question: string; readonly answer: string }[];
  readonly remedies?: string | null;
  readonly leadDepartmentName?: string | null;
  readonly coHandlingDepartmentNames?: readonly string[];
}

export interface RowMaterial extends TextFields<
  'sourceNote' | 'basis' | 'acceptanceStandard' | 'remark'
> {
  readonly id: string | null;
  readonly name: string;
  readonly necessity: string;
  readonly form: string | null;
  readonly type: string | null;
  readonly source: string | null;
  readonly originals: number;
  readonly copies: number;
}

/** A department as `registerDepartments` takes it. */
export interface DepartmentRow {
  readonly name: string;
  readonly codes: readonly string[];
  readonly regionCode: string;
}
