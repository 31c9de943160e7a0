const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** What a person counts as one character: variation selectors and surrogates belong to theirs. */
export function countCharacters(text: string): number {
  return [...segmenter.segment(text)].length
}
