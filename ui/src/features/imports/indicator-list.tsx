import { useId } from 'react'
import { IndicatorName } from '@/features/indicators/indicator-name'
import { IndicatorPicker } from '@/features/indicators/indicator-picker'
import { say, sayOf } from '@/lib/words'
import type { DraftGoal, DraftIndicator } from './api'
import { useDesk } from './desk'
import { indicatorField } from './fields'

/** Every indicator the targets name, once: the city's indicator it is, to be added, or left open. */
export function IndicatorList() {
  const id = useId()
  const { view } = useDesk()
  const indicators = view.draft.indicators ?? []
  const open = indicators.filter((each) => !each.indicator && !each.create).length
  if (indicators.length === 0) return null
  return (
    <details className="panel" open={open > 0 || undefined}>
      <summary>{say('import.indicators', { count: indicators.length, open })}</summary>
      <p id={id} className="hint">
        {say('import.indicatorsHint')}
      </p>
      <table className="list" aria-describedby={id}>
        <thead>
          <tr>
            <th scope="col">{say('import.printedName')}</th>
            <th scope="col">{say('indicator.unit')}</th>
            <th scope="col">{say('indicator.direction')}</th>
            <th scope="col">{say('import.targetsCount')}</th>
            <th scope="col">{say('indicator.one')}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row">{indicator.name}</th>
              <td>{indicator.unit}</td>
              <td>{sayOf('indicator.direction', indicator.direction)}</td>
              <td>{targetsOf(indicator, view.draft.goals)}</td>
              <td>
                <Match indicator={indicator} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Match({ indicator }: { indicator: DraftIndicator }) {
  const { editable, save } = useDesk()
  const set = (values: Partial<DraftIndicator>) => void save(indicatorField(indicator), { ...indicator, ...values })
  if (!editable) return <>{indicator.indicator ? <IndicatorName id={indicator.indicator} /> : say(indicator.create ? 'import.indicator.create' : 'import.indicator.open')}</>
  if (indicator.indicator) {
    return (
      <>
        <IndicatorName id={indicator.indicator} />
        <button type="button" className="block-tool" aria-label={say('indicator.untie', { of: indicator.name })} onClick={() => set({ indicator: null })}>
          ×
        </button>
      </>
    )
  }
  return (
    <>
      <label className="check check-inline">
        <input type="checkbox" checked={indicator.create} onChange={(event) => set({ create: event.target.checked })} />
        <span>{say('import.indicator.createNamed', { name: indicator.name })}</span>
      </label>
      {!indicator.create && <IndicatorPicker of={indicator.name} onPick={(chosen) => set({ indicator: chosen, create: false })} />}
    </>
  )
}

function targetsOf(indicator: DraftIndicator, goals: DraftGoal[]): number {
  return goals.flatMap((goal) => goal.content.targets ?? []).filter((target) => target.indicator === indicator.id).length
}
