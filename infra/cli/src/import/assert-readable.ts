import { open } from 'node:fs/promises';
import { NotACatalogue } from './not-a-catalogue.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. 文件不存在。',
  ENOTDIR: 'There is no such file. 文件不存在。',
  EACCES: 'The file may not be read. 无权读取该文件。',
  EPERM: 'The file may not be read. 无权读取该文件。',
};

/** Throws `NotACatalogue` with a sentence where the file can't even be opened. */
export async function assertReadable(path: string): Promise<void> {
  try {
    const file = await open(path);
    const stat = await file.stat().finally(() => file.close());
    if (stat.isFile()) return;
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new NotACatalogue(`${path}: ${WHY[code] ?? message}`, { cause });
  }
  throw new NotACatalogue(`${path}: This is a folder, not a file. 这是文件夹，不是文件。`);
}
