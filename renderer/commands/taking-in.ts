import { addedInWords } from '../store/added-words';
import { importPlanned, latestOf, type planImport, type planRead } from '../store/import';
import type { ImportPlan } from '../store/import-plan';
import { noticeIfRefused, openOverlay, say, showNotice } from '../store/screen';

/** Goes on with what a file was found to be: taken in, shown, or asked about. */
export async function goOnWith(
  name: string,
  plan: Awaited<ReturnType<typeof planImport> | ReturnType<typeof planRead>>,
): Promise<void> {
  if (!noticeIfRefused(plan)) return;
  if (plan.value === undefined) {
    say(`${name}: cancelled. Nothing of it was taken in.`);
    return;
  }
  if ('elsewhere' in plan.value) {
    showNotice({
      tone: 'info',
      text: `${name} is of the session “${plan.value.elsewhere.title}”, which is not open. What you are at stays on the screen.`,
      action: { title: 'Open that session', command: 'file.read', input: plan.value.elsewhere },
    });
    return;
  }
  if ('taken' in plan.value) {
    const { taken, session, isShown } = plan.value;
    if (isShown) say(`Opened ${name}: ${entries(taken)}.`);
    else {
      showNotice({
        tone: 'info',
        text: `${name} is taken in: ${entries(taken)}. What you are at stays on the screen.`,
        action: { title: 'Show it', command: 'session.show-taken', input: session },
      });
    }
    return;
  }
  const { into, added, known, ahead } = plan.value;
  if (added.length === 0) {
    say(allHere(name, known));
  } else if (ahead.length > 0) {
    openOverlay({
      kind: 'confirm',
      title: 'Entries from the future',
      text: `${String(ahead.length)} entries of ${name} are more than a day ahead of this clock, the latest at ${latestOf(ahead)}. Taking them in moves the clock of the session there.`,
      yes: 'Take them in',
      command: 'file.take-in',
      input: plan.value,
    });
  } else if (into !== undefined) {
    openOverlay({ kind: 'merge', plan: plan.value });
  } else {
    await takeIn(plan.value);
  }
}

/** Takes in what was planned, and says what came of it. */
export async function takeIn(plan: ImportPlan): Promise<void> {
  const done = await importPlanned(plan);
  if (!noticeIfRefused(done)) return;
  const { name } = plan;
  const added = done.value;
  if (added === undefined) {
    say(`${name}: cancelled. Nothing of it was merged.`);
    return;
  }
  const known = plan.known + plan.added.length - added.length;
  if (plan.into === undefined) say(`Opened ${name}: ${entries(added.length)}.`);
  else if (added.length === 0) say(allHere(name, known));
  else
    showNotice({
      tone: 'info',
      text: `Merged ${name}: ${entries(added.length)} added, ${String(known)} were here.`,
      detail: addedInWords(added),
      action: { title: 'Undo the merge', command: 'file.undo-merge' },
      passes: true,
    });
}

function allHere(name: string, known: number): string {
  return known === 1 ? `The entry of ${name} is here already.` : `All ${entries(known)} of ${name} are here already.`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${String(count)} entries`;
}
