import { useState } from 'react';
import type { Handle } from '../../../shared/record/ids';
import { slips, type Slip, type SlipStatement } from '../../../shared/summary/slips';
import { run } from '../../commands/run';
import { Act, Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { fullTime } from '../times';
import { useClock } from '../use-clock';
import { close } from './close';
import './slips.css';

const ANSWERS = { confirmed: 'confirmed', corrected: 'reworded', withheld: 'withheld' } as const;

/** "This is what we recorded you as saying": per person, to be sent, and what each answered to it. */
export function SlipsDialog() {
  const all = useSession(slips);
  const [chosen, choose] = useState<Handle>();
  const slip = all.find(({ who }) => who === chosen) ?? all[0];
  return (
    <Dialog name="Slips" title="What we recorded you as saying" wide onClose={close}>
      <div className="dialog__body slips">
        <p className="advice">
          Each gets what is recorded of them before the summary goes out. What they answer is recorded; what somebody
          withholds is in no form of the summary.
        </p>
        {slip === undefined ? (
          <p className="meta">Nobody is recorded as having said anything yet.</p>
        ) : (
          <div className="slips__both">
            <ul className="slips__people" aria-label="Slips">
              {all.map((each) => (
                <li key={each.who}>
                  <button
                    type="button"
                    className="side__item"
                    aria-current={each.who === slip.who || undefined}
                    onClick={() => {
                      choose(each.who);
                    }}
                  >
                    <span className="cut">{each.name}</span>
                    <span className="meta">{answeredWords(each)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <One slip={slip} />
          </div>
        )}
      </div>
      <div className="dialog__foot">
        <Button main disabled={slip === undefined} onPress={() => void run('slips.save-all')}>
          Save all as mails (.mbox)
        </Button>
        <Button onPress={close}>Close</Button>
      </div>
    </Dialog>
  );
}

function answeredWords({ statements }: Slip): string {
  return `${String(statements.filter(({ answer }) => answer !== undefined).length)} of ${String(statements.length)}`;
}

function One({ slip }: { readonly slip: Slip }) {
  const { who, name, address, statements } = slip;
  return (
    <section aria-label={`Slip of ${name}`}>
      <p className="row-of">
        <span className="mono">{address ?? 'no address'}</span>
        <Act disabled={address === undefined} onPress={() => void run('slips.save', who)}>
          save as mail
        </Act>
        <Act disabled={address === undefined} onPress={() => void run('slips.mail', who)}>
          open in mail program
        </Act>
        <Act onPress={() => void run('slips.copy', who)}>copy</Act>
      </p>
      <ol className="slips__said">
        {statements.map((statement) => (
          <Statement key={statement.entry} who={who} statement={statement} />
        ))}
      </ol>
    </section>
  );
}

function Statement({ who, statement }: { readonly who: Handle; readonly statement: SlipStatement }) {
  const { entry, number, what, words, said, answer } = statement;
  const clock = useClock();
  const readOnly = useStore((state) => state.open?.readOnly === true);
  const session = useStore((state) => state.open?.id);
  const key = session === undefined ? '' : draftKey.slip(session, entry);
  const text = useStore((state) => state.drafts[key] ?? '');
  const answered = (how: keyof typeof ANSWERS): void =>
    void run('slips.answer', { who, entry, answer: how, ...(text.trim() === '' ? {} : { text: text.trim() }) });
  return (
    <li>
      <p>
        <b>
          {number}. {what}
        </b>{' '}
        <span className="meta">
          {fullTime(said, clock)}
          {answer === undefined ? '' : `, ${ANSWERS[answer.answer]}`}
        </span>
      </p>
      {words.map((line, at) => (
        <p key={at} className="slips__words">
          {line}
        </p>
      ))}
      <div className="row-of">
        <Act disabled={readOnly} label={`Confirmed: ${what}`} onPress={() => answered('confirmed')}>
          confirmed
        </Act>
        <input
          className="input"
          aria-label={`Right words, or a paraphrase: ${what}`}
          placeholder="the right words, or a paraphrase"
          value={text}
          disabled={readOnly}
          onChange={(event) => void run('draft.keep', { key, text: event.target.value })}
        />
        <Act
          disabled={readOnly || text.trim() === ''}
          label={`Reworded: ${what}`}
          onPress={() => answered('corrected')}
        >
          reworded so
        </Act>
        <Act disabled={readOnly} label={`Withheld: ${what}`} onPress={() => answered('withheld')}>
          withheld
        </Act>
      </div>
    </li>
  );
}
