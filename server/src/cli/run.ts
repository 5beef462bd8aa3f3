import { Argument, Command, CommanderError, Option } from 'commander';
import { printAcronyms } from './acronyms';
import { checkFiles } from './check';
import { LABEL_STYLES, type LabelStyle } from '../protocol';
import type { Io } from './io';
import { printOutline } from './outline';
import { FORMATS, parseFiles, type Format } from './parse';
import { printPeople } from './people';

/** The exit code when the command itself was not understood. */
const MISUSED = 2;

/**
 * Runs one command line (without the program's name) and returns its exit code: 0 done, 1 a file could not be read or
 * has an error, 2 the command was not understood. Results go to standard output, all else to standard error.
 */
export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  let code = 0;
  const program = new Command('verbatim')
    .description('Reads transcripts of public meetings: who said what, in which role, with which abbreviations.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.out(text), writeErr: io.err });
  const command = (
    name: string,
    description: string,
    action: (files: readonly string[], options: Record<string, unknown>) => Promise<number>,
  ): Command =>
    program
      .command(name)
      .description(description)
      .addArgument(new Argument('<files...>', 'text files; - reads standard input'))
      .action(async (files: string[], options: Record<string, unknown>) => {
        code = await action(files, options);
      });

  command('parse', 'print each document as data', (files, options) =>
    parseFiles(files, options['format'] as Format, options['labels'] as LabelStyle, io),
  )
    .addOption(
      new Option('--format <format>', 'jsonl: one JSON object a line; json: one list; text: a few lines to read')
        .choices(FORMATS)
        .default('jsonl'),
    )
    .addOption(
      new Option('--labels <style>', 'how the labels are typed, where the documents do not show it')
        .choices(LABEL_STYLES)
        .default('automatic'),
    );
  command('outline', 'print sections, attendees and turns with their lines', (files) => printOutline(files, io));
  command('acronyms', 'print acronyms with their definitions', (files) => printAcronyms(files, io));
  command('people', 'print who speaks and who is named, in all files together', (files) => printPeople(files, io));
  command('check', 'print problems; the exit code is 1 when one of them is an error', (files) => checkFiles(files, io));

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has already said what is wrong, or printed the help that was asked for.
    return error.exitCode === 0 ? 0 : MISUSED;
  }
}
