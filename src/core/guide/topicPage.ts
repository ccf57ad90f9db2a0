import type { PageContext } from './pageText';
import { bullets, cell, modelLink, pageLink, richMarkdown, section, sourceLine } from './pageText';
import type { Topic } from './types';

/** A recipe, trend or direction: what it is, its facts, and who follows it. */
export function topicPage(topic: Topic, context: PageContext): string[] {
  const { words, guide } = context;
  const benchmarks = (topic.benchmarks ?? []).map((id) =>
    pageLink(`benchmark/${id}`, guide.benchmark(id)?.name ?? id, context),
  );
  const chains = (topic.chains ?? []).map((chain) => chain.map((id) => modelLink(id, context)).join(' → '));
  return [
    richMarkdown(topic.text, context),
    bullets((topic.facts ?? []).map(({ text }) => richMarkdown(text, context))),
    ...section(words.development, bullets(chains)),
    ...section(
      topic.facts ? words.followedBy : words.examples,
      bullets([...(topic.models ?? []).map((id) => modelLink(id, context)), ...benchmarks]),
      topic.alsoNamed === undefined ? '' : cell(`${words.alsoNamed}: ${topic.alsoNamed.join(', ')}`),
    ),
    topic.titleFirst === undefined ? '' : cell(`${words.titleFirst}: ${topic.titleFirst}`),
    sourceLine(topic.source + (topic.versions === undefined ? '' : `, ${topic.versions}`), context),
  ];
}
