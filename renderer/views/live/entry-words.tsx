import type { Token } from '../../../shared/capture/reading';
import { stanceOf } from '../../../shared/capture/stances';
import { STANCE_LOOK } from '../../components/stance';

/** The typed line as it is drawn under the transparent input: the same characters, each token with its looks. */
export function EntryWords({ text, tokens }: { readonly text: string; readonly tokens: readonly Token[] }) {
  if (tokens.length === 0) return text;
  return tokens.map((token) => (
    <span key={token.from} className={LOOKS[token.is]} data-stance={lookOf(token, text)}>
      {text.slice(token.from, token.to)}
    </span>
  ));
}

function lookOf({ is, from, to }: Token, text: string): string | undefined {
  const stance = is === 'stance' ? stanceOf(text.slice(from, to).replace(/^~/, '')) : undefined;
  return stance === undefined ? undefined : STANCE_LOOK[stance].code;
}

const LOOKS: Readonly<Record<Token['is'], string | undefined>> = {
  command: 't-key',
  who: 't-key',
  subsystem: 't-key',
  stance: 't-stance',
  number: 't-key',
  time: 't-key',
  evidence: 't-quiet',
  keyword: 't-quiet',
  separator: 't-quiet',
  condition: 't-key',
  text: undefined,
  space: undefined,
  bad: 't-bad',
};
