import { useEffect } from 'react';
import { run } from '../../commands/run';
import { SelectField, type Choice } from '../../components/field';
import type { ListedMail } from '../../store/listed-mail';
import { useStore } from '../../store/store';
import { authorWords } from '../thread/author-words';

/** As many mails are offered; of a longer thread the one that is chosen there is. */
const MOST = 300;

/** Which message the summary answers: the session's thread, none, or one of the imported thread. */
export function Answered() {
  const mails = useStore((state) => state.mails);
  const selected = useStore((state) => state.selection.mail);
  const reply = useStore((state) => state.summary.reply);
  useEffect(() => {
    void run('mail.load');
  }, []);
  const all = (mails?.nodes ?? []).flatMap(({ mail }) => mail ?? []);
  const offered = all.length <= MOST ? all : all.filter(({ id }) => id === selected);
  const now = reply === undefined ? 'thread' : reply === 'nothing' ? 'nothing' : reply.message;
  const choices: readonly Choice<string>[] = [
    { value: 'thread', words: 'The session’s thread' },
    { value: 'nothing', words: 'Nothing: a new mail' },
    ...offered.map((mail) => ({ value: mail.id, words: wordsOf(mail) })),
  ];
  return (
    <SelectField
      name="Answers"
      value={now}
      choices={choices}
      hint={all.length > MOST ? 'The mail that is chosen in Thread is offered here.' : undefined}
      onChange={(value) => {
        if (value === 'thread') void run('summary.choose', { reply: undefined });
        else if (value === 'nothing') void run('summary.choose', { reply: 'nothing' });
        else void run('summary.answer', value);
      }}
    />
  );
}

function wordsOf({ author, date, subject }: ListedMail): string {
  return [date?.slice(0, 10) ?? '', authorWords(author), subject.slice(0, 48)].join(' ');
}
