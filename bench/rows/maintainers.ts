import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMaintainers } from '../../shared/maintainers/parse';
import { interleaved, row, type Bench } from '../row';

const REAL = join(process.cwd(), '..', 'shared', 'data', 'maintainers', 'linux-6.12-MAINTAINERS');
/** The kernel's own reader, of a source tree that is named; no package ships it alone. */
const SCRIPT = process.env['GET_MAINTAINER'] ?? '/usr/src/linux/scripts/get_maintainer.pl';
/** Stands in where there is no kernel tree: the same file read into sections, patterns translated, nothing looked up. */
const READER = String.raw`
  my ($title, $open, @sections);
  while (<>) {
    chomp;
    if (/^([A-Z]):\s*(.*)/) {
      my ($tag, $value) = ($1, $2);
      if ($tag eq 'F' || $tag eq 'X') { $value =~ s/\./\\./g; $value =~ s/\*/.*/g; $value =~ s/\?/./g; }
      if (!$open) { push @sections, { title => $title, fields => [] }; $open = 1; }
      push @{ $sections[-1]{fields} }, "$tag:$value";
    } elsif (!/^\s*(?:#|$)/) { $title = $_; $open = 0; }
  }
  print scalar(@sections);
`;

/** Reading all of MAINTAINERS against one look-up of get_maintainer.pl, or against Perl reading the same file. */
export const maintainers: Bench = {
  name: 'maintainers',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gavel-bench-'));
    const text = existsSync(REAL) ? readFileSync(REAL, 'utf8') : synthetic();
    const file = join(folder, 'MAINTAINERS');
    writeFileSync(file, text);
    writeFileSync(join(folder, 'foo.c'), '');
    const script = existsSync(SCRIPT);
    const lookUp = ['--no-tree', '--no-git', '--nogit-fallback', '--no-keywords', '--mpath', file, '-f', 'foo.c'];
    const measured = await interleaved(
      9,
      () => parseMaintainers(text),
      () => execFileSync('perl', script ? [SCRIPT, ...lookUp] : ['-e', READER, file], { cwd: folder }),
    );
    rmSync(folder, { recursive: true });
    const input = `${existsSync(REAL) ? "Linux 6.12's" : 'a made-up'} MAINTAINERS, ${Math.round(text.length / 1024)} KiB`;
    return [
      row({
        row: 'maintainers',
        ...measured,
        goal: script ? 0.1 : 1,
        unit: 'ms',
        note: script
          ? `all of ${input}, into sections; baseline: one look-up of get_maintainer.pl`
          : `all of ${input}, into sections; baseline: a Perl process that reads the same lines into sections and ` +
            'looks nothing up. GET_MAINTAINER=path of get_maintainer.pl measures against that (goal 0.1)',
      }),
    ];
  },
};

/** A file of about the size of Linux's, where that is not there. */
function synthetic(): string {
  return Array.from({ length: 2900 }, (_, i) => {
    const files = Array.from({ length: 6 }, (_unused, n) => `F:\tdrivers/group${i % 90}/part${i}/file${n}*.[ch]`);
    return [
      `SUBSYSTEM NUMBER ${i}`,
      `M:\tMaintainer Number${i} <maintainer${i}@kernel.example>`,
      `L:\tlist${i % 200}@vger.example (moderated for non-subscribers)`,
      'S:\tMaintained',
      ...files,
      '',
    ].join('\n');
  }).join('\n');
}
