import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/ipc';
import { run } from '../../commands/run';
import { Act, Button } from '../../components/button';
import { CheckField, NumberField, SelectField } from '../../components/field';
import { useStore } from '../../store/store';
import type { SettingsChange } from '../../store/settings';

/** The sections of the page, in its order. */
export const SETTING_SECTIONS = ['Appearance', 'Room', 'Projector', 'Summary', 'Files'] as const;

/** Something that can be chosen: where it stands, what it is found by, and its control. */
export interface Setting {
  readonly section: (typeof SETTING_SECTIONS)[number];
  readonly words: string;
  readonly control: ReactNode;
}

const THEMES = [
  { value: 'system', words: 'The system’s' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;
const TEXTS = [
  { value: '', words: 'As wide as the window lets it' },
  ...[12, 13, 14, 15, 16].map((size) => ({ value: String(size), words: `${String(size)} px` })),
];
const DENSITIES = [
  { value: 'usual', words: 'Usual' },
  { value: 'compact', words: 'Compact' },
] as const;
const BEAMER_THEMES = [
  { value: 'light', words: 'Light: a washed-out picture keeps its contrast' },
  { value: 'dark', words: 'Dark' },
] as const;
const SHOWN = [
  ['names', 'Names of who holds what'],
  ['objections', 'Open objections'],
  ['queue', 'The queue and its clock'],
] as const;

function change(changes: SettingsChange): void {
  void run('settings.change', changes);
}

/** All that can be chosen but keys. */
export function useSettingsList(): readonly Setting[] {
  const settings = useStore((state) => state.settings);
  const folder = useStore((state) => state.hello?.dataFolder ?? '');
  return [...appearance(settings), ...room(settings), ...projector(settings), ...summary(settings), ...files(folder)];
}

function appearance({ theme = 'system', text, density = 'usual', sidebar, rail }: Settings): readonly Setting[] {
  const section = 'Appearance';
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      'Colours theme light dark',
      <SelectField name="Colours" value={theme} choices={THEMES} onChange={(to) => change({ theme: to })} />,
    ],
    [
      'Size of text px',
      <SelectField
        name="Size of text"
        value={text === undefined ? '' : String(text)}
        choices={TEXTS}
        onChange={(to) => change({ text: to === '' ? undefined : Number(to) })}
      />,
    ],
    [
      'Height of rows density compact',
      <SelectField
        name="Height of rows"
        value={density}
        choices={DENSITIES}
        onChange={(to) => change({ density: to })}
      />,
    ],
    [
      'Zoom usual size',
      <p className="row-of">
        Zoom
        <Act onPress={() => void run('view.zoom-out')}>smaller</Act>
        <Act onPress={() => void run('view.zoom-in')}>larger</Act>
        <Act onPress={() => void run('view.zoom-reset')}>usual size</Act>
      </p>,
    ],
    ['Sidebar', <CheckField name="Sidebar" checked={sidebar !== false} onChange={(on) => change({ sidebar: on })} />],
    ['Rail', <CheckField name="Rail" checked={rail !== false} onChange={(on) => change({ rail: on })} />],
  ];
  return rows.map(([words, control]) => ({ section, words, control }));
}

function room({ speakerMinutes = 3 }: Settings): readonly Setting[] {
  return [
    {
      section: 'Room',
      words: 'Minutes for a speaker clock',
      control: (
        <NumberField
          name="Minutes for a speaker"
          value={speakerMinutes}
          from={1}
          to={120}
          onChange={(to) => change({ speakerMinutes: to })}
        />
      ),
    },
  ];
}

function projector({ projector: chosen = {} }: Settings): readonly Setting[] {
  const choose = (choices: NonNullable<Settings['projector']>): void => {
    change({ projector: { ...chosen, ...choices } });
  };
  return [
    ...SHOWN.map(([what, words]): Setting => ({
      section: 'Projector',
      words,
      control: <CheckField name={words} checked={chosen[what] !== false} onChange={(on) => choose({ [what]: on })} />,
    })),
    {
      section: 'Projector',
      words: 'Projector colours theme light dark',
      control: (
        <SelectField
          name="Projector’s colours"
          value={chosen.theme ?? 'light'}
          choices={BEAMER_THEMES}
          onChange={(theme) => choose({ theme })}
        />
      ),
    },
    {
      section: 'Projector',
      words: 'Projector size scale',
      control: (
        <NumberField
          name="Projector’s size in per cent"
          value={Math.round((chosen.scale ?? 1) * 100)}
          from={50}
          to={200}
          onChange={(to) => choose({ scale: to / 100 })}
        />
      ),
    },
  ];
}

function summary({ summary: chosen = {} }: Settings): readonly Setting[] {
  const { rationales = true, ascii = false } = chosen;
  const rows = [
    ['rationales', 'Rationales in the summary', rationales],
    ['ascii', 'ASCII only in the summary', ascii],
  ] as const;
  return rows.map(([what, words, checked]) => ({
    section: 'Summary',
    words,
    control: (
      <CheckField name={words} checked={checked} onChange={(on) => change({ summary: { ...chosen, [what]: on } })} />
    ),
  }));
}

function files(folder: string): readonly Setting[] {
  return ['', 'settings.json', 'keys.json'].map((name) => {
    const path = name === '' ? folder : `${folder}/${name}`;
    return {
      section: 'Files',
      words: `Data folder ${path}`,
      control: (
        <p className="row-of">
          <span className="mono settings__path">{path}</span>
          <Button onPress={() => void run('help.copy-facts', path)}>Copy</Button>
        </p>
      ),
    };
  });
}
