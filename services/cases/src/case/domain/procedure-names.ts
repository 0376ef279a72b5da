import type { SpecialProcedure } from './case.ts';

/** What a special procedure is called to whom it is told, in ledgers and in notices (行政许可法 45). */
export const PROCEDURE_NAMES = {
  HEARING: '听证',
  TENDER: '招标',
  AUCTION: '拍卖',
  TEST: '检测',
  INSPECTION: '检验',
  QUARANTINE: '检疫',
  APPRAISAL: '鉴定',
  EXPERT_REVIEW: '专家评审',
} as const satisfies Record<SpecialProcedure, string>;
