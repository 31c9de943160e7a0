import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type Bilingual, say, sayBoth } from '@/lib/words'
import { inWareki } from './days'
import { occurrenceOf } from './decisions'
import { nothingRead, type Phrases } from './phrases'
import { type ReadingPlace, useReadingPlace } from './reading-context'
import { ScheduleReading } from './schedule-reading'

/** 「読み取り（7/1～3/31）」 under a text; what is not read simply stays text. */
export function Readings({ id, text }: { id: string; text: string }) {
  const place = useReadingPlace()
  return place ? <ReadingsAt place={place} id={id} text={text} /> : null
}

function ReadingsAt({ place, id, text }: { place: ReadingPlace; id: string; text: string }) {
  const { schedules, targets } = usePhrases(place, text)
  if (!schedules.some(isReadable) && !targets.some(isReadable)) return null
  return (
    <div className="readings screen-only">
      {schedules.filter(isReadable).map((schedule) => {
        const occurrence = occurrenceOf(text, schedule.phrase, schedule.span[0])
        return <ScheduleReading key={`${schedule.phrase} ${occurrence}`} place={place} at={{ block: id, phrase: schedule.phrase, occurrence }} schedule={schedule} />
      })}
      {targets.filter(isReadable).map((target) => (
        <span key={target.span.join()} className="reading">
          {say('reading.as', { reading: inWareki(sayBoth(target), place.fiscalYear) })}
        </span>
      ))}
    </div>
  )
}

/** A reading that says nothing is none. */
function isReadable(reading: Bilingual): boolean {
  return sayBoth(reading) !== ''
}

/** While a changed text waits to be read, what was read in it before and still stands there stays. */
function usePhrases({ store }: ReadingPlace, text: string): Phrases {
  const found = useSyncExternalStore(store.subscribe, () => store.get(text))
  const last = useRef<{ text: string; phrases: Phrases } | null>(null)
  useEffect(() => store.want(text), [store, text])
  if (found) {
    last.current = { text, phrases: found }
    return found
  }
  return last.current ? carried(last.current.phrases, last.current.text, text) : nothingRead
}

function carried({ schedules, targets }: Phrases, before: string, text: string): Phrases {
  const move = <T extends { span: [number, number]; phrase: string }>(reading: T): T[] => {
    let at = -1
    for (let left = occurrenceOf(before, reading.phrase, reading.span[0]); left > 0; left--) {
      at = text.indexOf(reading.phrase, at + 1)
      if (at < 0) return []
    }
    return [{ ...reading, span: [at, at + reading.phrase.length] }]
  }
  return { schedules: schedules.flatMap(move), targets: targets.flatMap(move) }
}
