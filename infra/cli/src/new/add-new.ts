import type { Command } from 'commander';
import { folderOf } from '../workspace-folder.ts';
import { changeSet } from './change-set.ts';
import { assertChinese } from './names.ts';
import { nextOfAggregate, planAggregate } from './new-aggregate.ts';
import { nextOfService, planService } from './new-service.ts';

interface AggregateFlags {
  readonly chinese?: string;
}
interface ServiceFlags extends AggregateFlags {
  readonly noun?: string;
  readonly nounInChinese?: string;
}

/** `onewindow new`: a small, green example in the shape of the house, which one then changes. */
export function addNew(
  program: Command,
  { print }: { readonly print: (line: string) => void },
): void {
  const fresh = program
    .command('new')
    .description('Writes a small working example into this checkout, to be changed 生成示例');
  fresh
    .command('aggregate')
    .description('A noun with two mutations, a list, events, words, specs and rights 新增业务对象')
    .argument('<service>', 'the service whose noun it is')
    .argument('<noun>', 'what it is, such as field-inspection')
    .option('--chinese <name>', 'what it is in Chinese; there is no default')
    .action(async (service: string, noun: string, { chinese }: AggregateFlags) => {
      assertChinese(chinese);
      const root = folderOf(process.cwd());
      const changes = changeSet(root, formatted);
      const asked = { root, service, noun, chinese };
      planAggregate(changes, asked);
      tell(await changes.write(), nextOfAggregate(asked));
    });
  fresh
    .command('service')
    .description('A service with its first noun, in all that lists services 新增服务')
    .argument('<name>', 'one word in small letters')
    .option('--chinese <name>', 'what it is in Chinese; there is no default')
    .option('--noun <noun>', 'its first noun; <name>-record when absent')
    .option('--noun-in-chinese <name>', 'what that is in Chinese; there is no default')
    .action(async (name: string, flags: ServiceFlags) => {
      const { chinese, noun = `${name}-record`, nounInChinese } = flags;
      assertChinese(chinese);
      assertChinese(nounInChinese, '--noun-in-chinese');
      const root = folderOf(process.cwd());
      const changes = changeSet(root, formatted);
      planService(changes, { root, name, chinese, noun, nounInChinese });
      const next = nextOfAggregate({ root, service: name, noun, chinese: nounInChinese });
      tell(await changes.write(), [...nextOfService({ name }), ...next]);
    });

  function tell(written: readonly string[], next: readonly string[]): void {
    for (const path of written) print(`  ${path}`);
    for (const line of next) print(line);
  }
}

/** As the checkout's formatter has it; what it does not know stays. An image has no formatter: it is loaded here only. */
async function formatted(path: string, text: string): Promise<string> {
  const prettier = await import('prettier');
  const { inferredParser, ignored } = await prettier.getFileInfo(path);
  if (inferredParser === null || ignored || /(?:package-lock\.json|\.md)$/u.test(path)) return text;
  const options = await prettier.resolveConfig(path, { editorconfig: true });
  return prettier.format(text, { ...options, filepath: path });
}
