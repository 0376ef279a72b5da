import type { RefusalWords } from '@onewindow/subgraph';

/** What is refused of a fee bill, as a clerk would say it, with the source that it applies. */
export const WORDS = {
  FeeOpen: {
    en: 'The fee of this case is not paid yet. Have it billed, invoiced and paid in the hall first.',
    zh: '该办件费用尚未缴清，请先在大厅开单、开票、缴费后再发证。',
    rule: '002:105',
  },
  CaseNotBillable: {
    en: 'Only a case that is accepted and not over is charged for.',
    zh: '仅已受理且尚未发证、办结的办件可以开单收费。',
    rule: '002:105',
  },
  FeeStandardUnknown: {
    en: 'The item had no such fee standard in force when the case was accepted; they are named here.',
    zh: '受理时该事项没有所列收费标准，不得收取。',
    rule: '行政许可法 58',
  },
  FeeForbidden: {
    en: 'These fees must not be charged; leave them out.',
    zh: '所列费用属于禁止收取的项目，请删除。',
    rule: '003:10',
  },
  NotOnOneTicket: {
    en: 'All fees of a matter stand on one ticket; what is left out is named here.',
    zh: '同一办件的费用须一票收缴，遗漏的收费项目已列出。',
    rule: '002:48',
  },
  NotTheLowerLimit: {
    en: 'The lower limit of the standard is charged, no more and no less; leave the amount out to have it computed.',
    zh: '收费须按标准下限执行，不得高收或低收；金额可不填，由系统计算。',
    rule: '003:10',
  },
  FeeStepNeedsAnotherPerson: {
    en: 'You have taken part in this bill already: billing, relief, invoicing, collecting, depositing, voiding and refunding are done by different people.',
    zh: '您已办理过本缴费单的其他环节，开单、减免、开票、收款、缴存、作废、退费须由不同人员办理。',
    rule: '002:105',
  },
  AmountNotAsInvoiced: {
    en: 'What is paid is what the invoice says, to the fen.',
    zh: '收款金额须与票据金额一致。',
    rule: '002:105',
  },
  NoSpecialAccount: {
    en: 'No special account is named for this centre yet. Have the centre name it first.',
    zh: '本中心尚未确定缴存专户，请先由中心确定。',
    rule: '002:105',
  },
  PayeeNotSpecialAccount: {
    en: 'Fees are paid to the special account of this centre and to no other.',
    zh: '费用须缴存本中心专户，不得缴入其他账户。',
    rule: '002:15',
  },
  ReliefDecided: {
    en: 'Relief was asked for once already; it is not asked for or looked at again.',
    zh: '本缴费单的减免申请已经提出或办理，不再重复办理。',
    rule: '002:105',
  },
  ChiefReviewMissing: {
    en: 'The chief of the unit looks at it first; then it goes to the executive meeting.',
    zh: '须先经窗口单位局长审核，再提请县政府常务会议研究。',
    rule: '002:105',
  },
  'NotAuthorized.NotFinanceWindow': {
    en: 'Only the finance window does this.',
    zh: '仅财政服务窗口人员可以办理。',
    rule: '002:105',
  },
  'NotAuthorized.NotBankWindow': {
    en: 'Only the bank window does this.',
    zh: '仅银行服务窗口人员可以办理。',
    rule: '002:105',
  },
  'NotAuthorized.NotTheChief': {
    en: 'Only the leader of the unit that charges does this.',
    zh: '仅执收单位负责人可以审核减免。',
    rule: '002:105',
  },
  'AlreadyExists.openBill': {
    en: 'The case has a bill already: all its fees stand on that one ticket.',
    zh: '该办件已有缴费单，费用须一票收缴，不得重复开单。',
    rule: '002:48',
  },
  'AlreadyExists.invoiceNumber': {
    en: 'Another bill has this invoice number.',
    zh: '该票据号码已用于其他缴费单。',
  },
  'AlreadyExists.bankReference': {
    en: 'This reference of the bank stands for another payment or refund already.',
    zh: '该银行流水号已用于其他缴款或退费。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
