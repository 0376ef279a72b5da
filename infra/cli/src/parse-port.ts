import { InvalidArgumentError } from 'commander';

/** A port as an option gives it. Throws what commander tells the caller. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port such as 4000. 请输入端口号，例如 4000。');
}
