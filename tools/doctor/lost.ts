import { end, isSilence, type Answer, type Silence } from './answer.js';
import type { Circumstances, Finding } from './finding.js';
import { isOwnComputer } from './scripts.js';

type Kind = 'script' | 'frame';

const files: Readonly<Record<Kind, string>> = {
  script: 'all of dist/alliance-elements*.js',
  frame: 'dist/frame and all of dist/alliance-elements*.js',
};

/** What a status says that is none of those that bring a file, the first that fits, and how to mend it. */
const statuses: readonly (readonly [fits: RegExp, why: string, mend: (kind: Kind) => string])[] = [
  [/404/, 'is not there', (kind) => `Copy ${files[kind]} into that folder, or correct the address; capitals count.`],
  [
    /410/,
    'was taken away for good',
    () =>
      'A version that could harm is withdrawn so (docs/deprecation.md): move to the newest one, with its own integrity.',
  ],
  [/401|403/, 'is kept from readers', () => 'Let everybody read that folder, without signing in.'],
  [/3\d\d/, 'is sent on too often, or to nowhere', () => 'Write the address where it ends.'],
  [/\d/, 'is not given out', () => 'Look at the server: it fails before it sends the file.'],
];

/** What is to be said where a file did not come at all; nothing if it came. */
export function lostFinding(
  said: Answer | Silence,
  address: URL,
  line: number | undefined,
  kind: Kind,
  { online }: Circumstances,
): readonly [Finding] | undefined {
  if (isSilence(said)) {
    // Where even the page came from disk, it may be this computer that reaches nobody.
    const level = online || isOwnComputer(address) ? 'error' : 'warning';
    return [
      {
        level,
        line,
        what: `The ${kind} did not come: ${address.href} ${said.silence}.`,
        mend: 'Correct its address. If a browser on this computer opens it, something holds the doctor back, such as a proxy: --offline leaves this out.',
      },
    ];
  }
  const last = end(said);
  if (last.status >= 200 && last.status < 300) return undefined;
  const [, why = '', mend] = statuses.find(([fits]) => fits.test(`${last.status}`)) ?? [];
  const what = `The ${kind} ${why}: ${last.address.href} answers ${last.status}.`;
  return [{ level: 'error', line, what, mend: mend?.(kind) }];
}
