import { DEFAULT_SETTINGS, type Settings } from '../protocol';

/** The settings in what a client sent for the section `verbatim`; what is missing or of another type has its default. */
export function settingsOf(sent: unknown): Settings {
  const corpus = field(sent, 'corpus');
  const enabled = field(field(sent, 'recognise'), 'enabled');
  return {
    recognise: { enabled: typeof enabled === 'boolean' ? enabled : DEFAULT_SETTINGS.recognise.enabled },
    corpus: {
      include: globsOf(field(corpus, 'include')) ?? DEFAULT_SETTINGS.corpus.include,
      exclude: globsOf(field(corpus, 'exclude')) ?? DEFAULT_SETTINGS.corpus.exclude,
    },
  };
}

export function sameCorpus(a: Settings, b: Settings): boolean {
  return JSON.stringify(a.corpus) === JSON.stringify(b.corpus);
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function globsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((glob): glob is string => typeof glob === 'string' && glob !== '') : undefined;
}
