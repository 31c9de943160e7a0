import { diffWords } from 'diff'
import { say } from '@/lib/words'

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** 見え消し: what was struck out and what was put in, readable without colours and by ear. */
export function Redline({ before, after }: { before: string; after: string }) {
  if (before === after) return <>{after}</>
  return (
    <>
      {diffWords(before, after, { intlSegmenter: segmenter }).map((part, index) => {
        if (part.removed) return <Struck key={index} text={part.value} />
        if (part.added) return <Added key={index} text={part.value} />
        return <span key={index}>{part.value}</span>
      })}
    </>
  )
}

export function Struck({ text }: { text: string }) {
  return (
    <del>
      <span className="visually-hidden">{say('redline.struck')}</span>
      {text}
    </del>
  )
}

export function Added({ text }: { text: string }) {
  return (
    <ins>
      <span className="visually-hidden">{say('redline.added')}</span>
      {text}
    </ins>
  )
}
