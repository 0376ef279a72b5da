import type { Words } from '@onewindow/subgraph';

// What is said of a value that can't be told: what it is, and where it should be. Names of the schema stay as they are.

/** A place by the field that it is. */
export const fieldPlace = (field: string): Words => ({
  en: `field ${field}`,
  zh: `字段“${field}”`,
});

export const elementPlace = (type: string, index: number): Words => ({
  en: `array element of type ${type} at index ${index}`,
  zh: `列表的第 ${index + 1} 项（${type}）`,
});

export const invalidType = ({ en, zh }: Words): Words => ({
  en: `Invalid __typename found for object at ${en}.`,
  zh: `${zh}的对象类型无效。`,
});

export const invalidValue = ({ en, zh }: Words): Words => ({
  en: `Invalid value found for ${en}.`,
  zh: `${zh}的值无效。`,
});

export const nullHere = ({ en, zh }: Words): Words => ({
  en: `Cannot return null for non-nullable ${en}.`,
  zh: `${zh}不应为空，但没有给出值。`,
});

export const untold = (field: string): Words => ({
  en: `No subgraph tells ${field}.`,
  zh: `没有服务给出“${field}”。`,
});

export const unknownType = (type: string): Words => ({
  en: `No subgraph tells which ${type} this is.`,
  zh: `无法确定此处是哪一种“${type}”。`,
});

export const noObject = (type: string): Words => ({
  en: `An object of ${type} was expected.`,
  zh: `此处应为“${type}”类型的对象。`,
});

export const noList = (type: string): Words => ({
  en: `A list of ${type} was expected.`,
  zh: `此处应为“${type}”的列表。`,
});
