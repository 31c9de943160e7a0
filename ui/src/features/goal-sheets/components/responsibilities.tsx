import { Comments } from '@/components/review/comments'
import { Added, Struck } from '@/components/review/redline'
import { Button } from '@/components/ui/button'
import { type Responsibility, responsibilityRoles } from '@/contract/content'
import { inTreeOrder, useUnits } from '@/features/directory/catalog'
import { newId } from '@/lib/ids'
import { same } from '@/lib/same'
import { say, sayOf } from '@/lib/words'
import { useRows } from './use-rows'

interface ResponsibilitiesProps {
  fiscalYear: number
  responsibilities: Responsibility[]
  before: Responsibility[] | null
  onChange: ((responsibilities: Responsibility[]) => void) | null
}

/** 主管課・関係課等 in printed order. */
export function Responsibilities({ fiscalYear, responsibilities: written, before, onChange: onWritten }: ResponsibilitiesProps) {
  const [responsibilities, onChange] = useRows(written, (each) => each.name.trim() === '', onWritten)
  const removed = before?.filter((old) => !responsibilities.some((each) => each.id === old.id)) ?? []
  return (
    <div className="form-field" data-field="responsibilities">
      <p className="form-label">{say('goal.responsibilities')}</p>
      {responsibilities.length === 0 && removed.length === 0 && !onChange && <p className="nothing">{say('text.none')}</p>}
      <ul className="responsibilities">
        {responsibilities.map((each) => (
          <li key={each.id}>
            {onChange ? (
              <Editor
                fiscalYear={fiscalYear}
                responsibility={each}
                onChange={(next) => onChange(responsibilities.map((old) => (old.id === each.id ? next : old)))}
                onRemove={() => onChange(responsibilities.filter((old) => old.id !== each.id))}
              />
            ) : before && !before.some((old) => same(old, each)) ? (
              <Added text={textOf(each)} />
            ) : (
              textOf(each)
            )}
          </li>
        ))}
        {removed.map((each) => (
          <li key={each.id}>
            <Struck text={textOf(each)} />
          </li>
        ))}
      </ul>
      {onChange && (
        <Button small look="plain" onClick={() => onChange([...responsibilities, { id: newId(), role: responsibilities.length === 0 ? 'PRIMARY' : 'RELATED', unit: null, name: '', group: false }])}>
          {say('responsibility.add')}
        </Button>
      )}
      <Comments anchor="responsibilities" place={say('goal.responsibilities')} />
    </div>
  )
}

function textOf({ role, name }: Responsibility): string {
  return say('responsibility.text', { role: sayOf('responsibility', role), name })
}

interface EditorProps {
  fiscalYear: number
  responsibility: Responsibility
  onChange: (responsibility: Responsibility) => void
  onRemove: () => void
}

function Editor({ fiscalYear, responsibility, onChange, onRemove }: EditorProps) {
  const units = inTreeOrder(useUnits(fiscalYear).data?.items ?? [])
  const name = responsibility.name || say('goal.responsibilities')

  /** The printed name stays where the unit is only tied to it. */
  function choose(unit: string) {
    const found = units.find((row) => row.unit.id === unit)?.unit
    onChange({ ...responsibility, unit: found?.id ?? null, name: responsibility.name === '' && found ? found.name : responsibility.name })
  }

  return (
    <>
      <select
        className="input"
        aria-label={say('import.roleOf', { name })}
        value={responsibility.role}
        onChange={(event) => onChange({ ...responsibility, role: responsibilityRoles.find((role) => role === event.target.value) ?? responsibility.role })}
      >
        {responsibilityRoles.map((role) => (
          <option key={role} value={role}>
            {sayOf('responsibility', role)}
          </option>
        ))}
      </select>
      <input className="input" aria-label={say('responsibility.name')} value={responsibility.name} onChange={(event) => onChange({ ...responsibility, name: event.target.value })} />
      <select className="input screen-only" aria-label={say('import.unit.of', { name })} value={responsibility.unit ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{say('import.unit.open')}</option>
        {units.map((row) => (
          <option key={row.unit.id} value={row.unit.id}>
            {'　'.repeat(row.depth) + row.unit.name}
          </option>
        ))}
      </select>
      <button type="button" className="block-tool screen-only" aria-label={say('item.remove', { item: name })} onClick={onRemove}>
        ×
      </button>
    </>
  )
}
