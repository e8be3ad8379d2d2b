import type { Command } from 'commander';
import { chronological, eras } from '../select/chronology.ts';
import { addDataOption, addExamples, type DataOptions, loadData, type Run } from './command.ts';
export function addExport(program: Command, run: Run): void {
  const command = program.command('export').argument('<kind>');
  addDataOption(command);
  addExamples(command, []);
  command.action((_kind: string, options: DataOptions) =>
    run(async (io) => {
      const { renderPage } = await import('../render/html/page.ts');
      const { pageData } = await import('../page/page-data.ts');
      const claimSet = await loadData(options, io);
      const e = eras(chronological(claimSet.claims));
      return { stdout: renderPage(claimSet, e, pageData(claimSet, e)), notes: [], code: 0 };
    }),
  );
}
