import type { Material } from './item-content.ts';

const FILLER =
  '(?:其他|其它|有关|相关|需要|需|应当|应|须|要求|必要|必须|提交|提供|报送|补充|的|申请|申报|审批|证明|辅助|佐证)*';
const NOUN = '(?:材料|资料|文件|证件|手续|要件|证明|附件)';
const OTHER = new RegExp(`(?:其他|其它)${FILLER}${NOUN}$`, 'u');
const RELEVANT = new RegExp(
  `(?:^|[及和与或等]|以及|规定的|要求的|需要的|所需的?|认为的|提供的|提交的)(?:有关|相关)${FILLER}${NOUN}$`,
  'u',
);
const TRAILING = /(?:等|如有|如需|若有)+$/u;

/**
 * A guide asks for no catch-all material ("其他材料", "有关材料"): 在线政务服务若干规定 6. A name is one
 * when it ends in it, so that a definite paper that mentions "有关部门" stays what it is.
 */
export function isCatchAll(name: string): boolean {
  return name.split(/[;；。\n]/u).some((part) => {
    const bare = part
      .replace(/[（(【[][^）)】\]]*[）)】\]]/gu, '')
      .replace(/[\s\p{P}\p{S}]/gu, '')
      .replace(/^\d+/u, '')
      .replace(TRAILING, '');
    return OTHER.test(bare) || RELEVANT.test(bare);
  });
}

export function catchAllMaterials(materials: readonly Material[]): readonly string[] {
  return materials.map(({ name }) => name).filter(isCatchAll);
}
