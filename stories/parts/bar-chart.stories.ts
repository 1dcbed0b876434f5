import { html } from 'lit';
import { barChart } from '../../src/parts/bar-chart.js';
import { meta, story } from './part.js';

export default {
  title: 'Parts/Bar chart',
  ...meta(
    'Bars from zero, longest first, one colour. Labels and values are text, and the same data is in a table behind one button.',
  ),
};

const labels = { table: 'Show the figures as a table', label: 'Cause', value: 'Of 100 cancers' };

export const Shares = story(
  'Parts of a whole: a full bar would be all 100.',
  () =>
    html`${barChart({
      caption: 'Of every 100 cancers in the UK in 2015',
      max: 100,
      bars: [
        { label: 'Weight', value: 6, said: 'about 6' },
        { label: 'Tobacco', value: 15, said: 'about 15' },
      ],
      labels,
    })}`,
);

export const LongLabels = story(
  'Words that take several lines, and a value that finds no room after its bar.',
  () =>
    html`${barChart({
      caption: 'Where people went first',
      bars: [
        {
          label: 'A GP surgery near where they live or work, or one that they had to look for',
          value: 90,
          said: '90 of every 100 people asked',
        },
        { label: 'Somewhere else', value: 10, said: '10' },
      ],
      labels,
    })}`,
);

export const NothingToDraw = story(
  'A value that is no length is told in words, and has no bar.',
  () =>
    html`${barChart({
      caption: 'Answers',
      bars: [
        { label: 'Known', value: 3, said: '3' },
        { label: 'Not known', value: Number.NaN, said: 'not known' },
      ],
      labels,
    })}`,
);
