import { DEFAULT_SETTINGS, LABEL_STYLES, type LabelStyle, type Settings } from '../protocol';

/** The settings in what a client sent for the section `verbatim`; what is missing or of another type has its default. */
export function settingsOf(sent: unknown): Settings {
  const corpus = field(sent, 'corpus');
  const remember = field(field(sent, 'index'), 'remember');
  const enabled = field(field(sent, 'recognise'), 'enabled');
  return {
    layout: { labels: stylesOf(field(field(sent, 'layout'), 'labels')) },
    recognise: { enabled: typeof enabled === 'boolean' ? enabled : DEFAULT_SETTINGS.recognise.enabled },
    corpus: {
      include: globsOf(field(corpus, 'include')) ?? DEFAULT_SETTINGS.corpus.include,
      exclude: globsOf(field(corpus, 'exclude')) ?? DEFAULT_SETTINGS.corpus.exclude,
    },
    index: { remember: typeof remember === 'boolean' ? remember : DEFAULT_SETTINGS.index.remember },
  };
}

export function sameCorpus(a: Settings, b: Settings): boolean {
  return JSON.stringify(a.corpus) === JSON.stringify(b.corpus);
}

export function sameLayouts(a: Settings, b: Settings): boolean {
  return JSON.stringify(a.layout) === JSON.stringify(b.layout);
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What is no known style is left to the document. */
function stylesOf(value: unknown): Readonly<Record<string, LabelStyle>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, LabelStyle] => LABEL_STYLES.some((style) => style === entry[1])),
  );
}

function globsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((glob): glob is string => typeof glob === 'string' && glob !== '') : undefined;
}
