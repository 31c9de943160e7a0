import { say, sayOf } from '@/lib/words'
import { useDesk } from './desk'

/** What is in no field, by kind. */
export function Leftovers() {
  const { view, show } = useDesk()
  const kinds = [...new Set(view.leftovers.map((rest) => rest.kind))]
  return (
    <details className="panel">
      <summary>{say('import.leftovers', { count: view.leftovers.length })}</summary>
      <p className="hint">{say('import.leftoversHint')}</p>
      {kinds.map((kind) => (
        <section key={kind} aria-label={sayOf('leftover', kind)}>
          <h3>{sayOf('leftover', kind)}</h3>
          <p className="leftover-list">
            {view.leftovers.map((rest, index) =>
              rest.kind === kind ? (
                <button key={index} type="button" className="import-jump span-leftover" onClick={() => show(`rest-${index}`)}>
                  {rest.text}
                </button>
              ) : null,
            )}
          </p>
        </section>
      ))}
    </details>
  )
}
