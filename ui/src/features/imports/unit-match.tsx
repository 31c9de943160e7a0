import { inTreeOrder, useUnits } from '@/features/directory/catalog'
import { say, sayOf } from '@/lib/words'
import type { DraftUnit } from './api'
import { useDesk } from './desk'
import { unitField } from './fields'

/** What a document's section may be created as. */
const kinds = ['SECTION', 'DEPARTMENT', 'WARD_OFFICE', 'BRANCH_OFFICE', 'FIELD_OFFICE', 'EXTERNAL_BODY', 'SECTION_GROUP']

/** Which unit of the city office a printed name is. */
export function UnitMatch({ unit }: { unit: DraftUnit }) {
  const { view, editable, save } = useDesk()
  const units = useUnits(view.proposedFiscalYear.value ?? view.fiscalYear ?? new Date().getFullYear())
  const tree = inTreeOrder(units.data?.items ?? [])
  const chosen = unit.create ? `new ${unit.kind}` : (unit.unit ?? '')
  if (!editable) {
    const known = tree.find((row) => row.unit.id === unit.unit)
    return <>{unit.create ? say('import.unit.createAs', { kind: sayOf('unitKind', unit.kind) }) : (known?.unit.name ?? say('import.unit.open'))}</>
  }

  function choose(value: string) {
    const create = value.startsWith('new ')
    void save(unitField(unit.name), { ...unit, create, kind: create ? value.slice(4) : unit.kind, unit: create || value === '' ? null : value })
  }

  return (
    <select className="input" aria-label={say('import.unit.of', { name: unit.name })} value={chosen} onChange={(event) => choose(event.target.value)}>
      <option value="">{say('import.unit.open')}</option>
      <optgroup label={say('import.unit.create')}>
        {kinds.map((kind) => (
          <option key={kind} value={`new ${kind}`}>
            {say('import.unit.createAs', { kind: sayOf('unitKind', kind) })}
          </option>
        ))}
      </optgroup>
      <optgroup label={say('import.unit.known')}>
        {tree.map((row) => (
          <option key={row.unit.id} value={row.unit.id}>
            {'　'.repeat(row.depth) + row.unit.name}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
