import { useId } from 'react'
import type { DraftUnit } from './api'
import { useDesk } from './desk'
import { UnitMatch } from './unit-match'

import { say } from '@/lib/words'

/** Every section and body the document names, once: the unit it is, to be created, or left open. */
export function OrganisationList() {
  const id = useId()
  const { view } = useDesk()
  const units = view.draft.organisation ?? []
  const open = units.filter((unit) => !unit.unit && !unit.create && !unit.group).length
  if (units.length === 0) return null
  return (
    <details className="panel" open={open > 0 || undefined}>
      <summary>{say('import.organisation', { count: units.length, open })}</summary>
      <p id={id} className="hint">
        {say('import.organisationHint')}
      </p>
      <table className="list" aria-describedby={id}>
        <thead>
          <tr>
            <th scope="col">{say('import.printedName')}</th>
            <th scope="col">{say('import.rowsCount')}</th>
            <th scope="col">{say('import.matchedUnit')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.name}>
              <th scope="row">
                {unit.name}
                {unit.group && <span className="mark">{say('import.group')}</span>}
              </th>
              <td>{rowsNaming(unit, view.draft.goals)}</td>
              <td>
                <UnitMatch unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function rowsNaming(unit: DraftUnit, goals: { content: { responsibilities: { name: string }[] } }[]): number {
  return goals.filter((goal) => goal.content.responsibilities.some((each) => each.name === unit.name)).length
}
