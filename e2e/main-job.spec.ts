import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { chooseToSave, moderator, savedText } from './support/moderator';
import { firstMail } from './support/thread-mail';

const LINES = [
  '+ #uvc seats @p1,@p2 -- USB Video Class',
  '+ #isp seats @p2,@p3 -- Camera ISPs',
  '+ #nvme seats @p1 -- NVM Express',
  '#uvc',
  '@p1 std -- Webcams follow a standard',
  '@p2 #uvc usr ~std -- Some controls have none // if the layout is published',
  '@p3 #isp usr -- An open userspace is the bar that we use',
];

/** Opens a session from the mail and records what the room says. Stops before the call. */
async function holdTheSession(gavel: RunningApp, mail: string): Promise<void> {
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(mail);
  await mod.addPeople(
    '@p1 UVC maintainer <p1@maintainers.example>\n@p2 Media maintainer <p2@maintainers.example>\n@p3 ISP maintainer',
  );
  for (const line of LINES) await mod.type(line);
}

test('the main job, from the first mail of a thread to a summary that replies to it', async () => {
  const userData = newUserData();
  const mail = firstMail(userData);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await holdTheSession(gavel, mail.file);

  await test.step('positions by matrix digits', async () => {
    await mod.goTo('Matrix');
    await mod.takePosition(/^p1/, 'nvme', '1');
    await expect(mod.cell('p1', 'nvme')).toHaveAccessibleName(/Standard required/i);
    await mod.takePosition(/^p2/, 'isp', '2');
    await expect(mod.cell('p2', 'isp')).toHaveAccessibleName(/Userspace allowed/i);
  });

  await test.step('an objection with its condition, and a call with a statement', async () => {
    await mod.goTo('Live');
    await mod.type('@p3 obj #uvc -- Bug reports become unreadable // unless the layout is in the tree');
    await expect(page.getByRole('list', { name: 'Objections' })).toContainText('Bug reports become unreadable');
    await mod.type(
      'call rough std #uvc -- Extension units need a published layout // because the objection is answered by it',
    );
  });

  await test.step('undo and redo', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect(page.getByRole('log', { name: 'Record' })).toContainText(/struck|undone|Extension units/i);
    await page.keyboard.press('Control+r');
  });

  await test.step('the summary shows it, and is saved as a mail that replies in the thread', async () => {
    await mod.goTo('Summary');
    const text = await mod.summary();
    for (const said of [
      'Bug reports become unreadable',
      'the layout is in the tree',
      'Extension units need a published layout',
      'Webcams follow a standard',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(said);
    }
    const file = path.join(userData, 'summary.eml');
    await chooseToSave(gavel.app, file);
    await page.getByRole('button', { name: /Save .*\.eml/i }).click();
    await inspectMail(await savedText(file), file, mail.messageId);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  await test.step('quit, start again: everything is there', async () => {
    await gavel.close();
    const again = await launchApp({ userData });
    await expectTheSession(again);
    await moderator(again).type('@p1 #isp std -- Said after the restart');
    await moderator(again).expectSaved();
    await again.kill();
  });

  await test.step('SIGKILL right after "Saved": everything is there', async () => {
    const third = await launchApp({ userData });
    await expectTheSession(third);
    await third.page.getByRole('tab', { name: 'Matrix' }).click();
    await expect(moderator(third).cell('p1', 'isp')).toHaveAccessibleName(/Standard required/i);
  });
});

async function expectTheSession(gavel: RunningApp): Promise<void> {
  const mod = moderator(gavel);
  await mod.goTo('Matrix');
  await expect(mod.cell('p1', 'uvc')).toHaveAccessibleName(/Standard required/i);
  await expect(mod.cell('p1', 'nvme')).toHaveAccessibleName(/Standard required/i);
  await expect(mod.cell('p3', 'uvc')).toHaveAccessibleName(/objects/i);
  await mod.goTo('Live');
}

/** Python's strict policy and git read it without a defect; no line is over 72 columns but links. */
async function inspectMail(text: string, file: string, root: string): Promise<void> {
  const body = text.slice(text.indexOf('\n\n') + 2);
  const long = body.split('\n').filter((line) => [...line].length > 72 && !/^\[\d+\] https:\/\//.test(line));
  expect(long).toEqual([]);
  expect(text).toContain(`In-Reply-To: <${root}>`);
  expect(/^References: (.*(?:\n .*)*)/m.exec(text)?.[1]).toContain(`<${root}>`);
  await test.step('Python reads it under its strict policy', () => {
    if (!isThere('python3')) {
      console.log('python3 is not installed: its reading of the mail is left out');
      return;
    }
    const program =
      'import email,email.policy,sys;m=email.message_from_binary_file(open(sys.argv[1],"rb"),policy=email.policy.strict);print(len(m.defects),m.get_content_type())';
    expect(execFileSync('python3', ['-c', program, file], { encoding: 'utf8' }).trim()).toBe('0 text/plain');
  });
  await test.step('git mailsplit reads it', () => {
    if (!isThere('git')) {
      console.log('git is not installed: its reading of the mail is left out');
      return;
    }
    const folder = fs.mkdtempSync(`${file}-split-`);
    expect(execFileSync('git', ['mailsplit', '-b', `-o${folder}`, file], { encoding: 'utf8' }).trim()).toBe('1');
  });
}

function isThere(tool: string): boolean {
  return spawnSync(tool, ['--version']).status === 0;
}
