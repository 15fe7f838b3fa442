import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Outcome } from './outcome';
import { misused } from './outcome';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** What stands behind a subcommand: options by name, and the rest in order. What is not known is misuse. */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
  usage: string,
): { readonly ok: true; readonly value: Parsed<O> } | { readonly ok: false; readonly error: Outcome } {
  try {
    return { ok: true, value: parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) };
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    return { ok: false, error: misused(firstSentence(error.message), usage) };
  }
}

/** Node goes on with advice that is of no use here. */
function firstSentence(message: string): string {
  return message.split(/(?<=[.])\s/)[0] ?? message;
}
