import { createCommandLine } from './command-line.ts';

const write = (stream: NodeJS.WriteStream) => (line: string) => stream.write(`${line}\n`);

try {
  await createCommandLine({
    env: process.env,
    tell: write(process.stderr),
    print: write(process.stdout),
  }).parseAsync();
} catch (error) {
  process.stderr.write(`onewindow: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
