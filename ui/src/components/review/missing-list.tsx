import type { FieldError } from '@/lib/api'
import { say, sayBoth } from '@/lib/words'

export interface MissingPlace extends FieldError {
  item: string
  itemLabel: string
  elementId: string
}

/** What still blocks the submission; each line jumps there. */
export function MissingList({ places }: { places: MissingPlace[] }) {
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title" className="side-title">
        {places.length === 0 ? say('missing.none') : say('missing.count', { count: places.length })}
      </h2>
      <ul>
        {places.map((place, index) => (
          <li key={`${place.item}${place.pointer}${index}`}>
            <button type="button" className="missing-jump" onClick={() => jumpTo(place)}>
              <span className="missing-where">{place.itemLabel}</span>
              {sayBoth(place)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The field named by the pointer, from its last part to its first; the whole item where none is found. */
export function jumpTo(place: MissingPlace): void {
  const item = document.getElementById(place.elementId)
  if (!item) return
  const names = place.pointer.split('/').filter(Boolean).reverse()
  const field = names.map((name) => item.querySelector(`[data-field="${CSS.escape(name)}"]`)).find(Boolean)
  // Of several cells of a field, the one that is empty.
  const cell = field?.querySelector('[data-missing]') ?? field ?? item
  const target = cell.querySelector<HTMLElement>('textarea, input, select, button, a[href]')
  const shown = field ?? item
  shown.scrollIntoView?.({ block: 'center' })
  target?.focus({ preventScroll: true })
}
