import type { Circumstances, Finding } from './finding.js';
import { frameFindings } from './frames.js';
import { mark, sightOf, type Sight } from './page.js';
import { policyFindings } from './policy.js';
import { scriptFindings } from './scripts.js';
import { servedFindings } from './served.js';
import { tagFindings } from './tags.js';
import { widgetFindings } from './widgets.js';

/** More widgets than these no page has; a page full of them is not to keep the doctor for hours. */
const most = 200;

/** Everything that is to be said about a page with our widgets, the gravest first. Any text will do; nothing throws. */
export async function diagnose(html: string, circumstances: Circumstances): Promise<readonly Finding[]> {
  const sight = sightOf(html, circumstances);
  if (!sight)
    return [
      {
        level: 'error',
        what: 'The page has more than 1000 elements, each inside the one before: no browser goes so deep.',
        mend: 'Look for a tag that is opened again and again and never closed.',
      },
    ];
  const { knowledge } = circumstances;
  const widgets = sight.widgets.slice(0, most);
  const findings = [
    ...sight.slips,
    ...scriptFindings(sight, knowledge),
    ...(await Promise.all(widgets.map((widget) => widgetFindings(widget, sight, circumstances)))).flat(),
    ...tagFindings(sight, knowledge),
    ...(
      await Promise.all(sight.frames.slice(0, most).map((frame) => frameFindings(frame, sight, circumstances)))
    ).flat(),
    ...(await policyFindings(sight, circumstances)),
    ...(await servedFindings(sight, circumstances)),
    ...emptyFindings(sight),
  ];
  const all = sight.widgets.length + sight.frames.length;
  if (all > most)
    findings.push({
      level: 'warning',
      what: `There are ${all} of our widgets on the page; the first ${most} were looked at.`,
      mend: 'A reader has to find what concerns them: put fewer on a page.',
    });
  if (!findings.some(({ level }) => level !== 'good'))
    findings.push({ level: 'good', what: `${all} of our widgets, and nothing to mend.` });
  const order = ['error', 'warning', 'good'];
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || (a.line ?? 0) - (b.line ?? 0));
}

/** What is to be said where there is no widget. */
function emptyFindings({ scripts, widgets, frames }: Sight): readonly Finding[] {
  if (widgets.length || frames.length) return [];
  return scripts.length
    ? [
        {
          level: 'error',
          what: 'Our script is on the page, but there is no widget: neither a tag such as <contact-card> nor a place for one.',
          mend: `An editor that deletes tags it does not know leaves their words behind. Write <div ${mark}="contact-card" …> instead: it becomes the widget.`,
        },
      ]
    : [
        {
          level: 'error',
          what: 'There is nothing of ours on this page.',
          mend: 'Paste a snippet from the embed builder.',
        },
      ];
}
