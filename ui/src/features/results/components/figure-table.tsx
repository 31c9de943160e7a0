import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { DayField } from '@/components/ui/day-field'
import type { Certainty, Figure } from '@/contract/content'
import { IndicatorName } from '@/features/indicators/indicator-name'
import { fullDay } from '@/lib/calendar'
import { newId } from '@/lib/ids'
import { isComposing } from '@/lib/keys'
import { say, sayOf } from '@/lib/words'
import { IndicatorChoice } from './indicator-choice'

const certainties: Certainty[] = ['FORECAST', 'PROVISIONAL', 'FINAL']

interface FigureTableProps {
  figures: Figure[]
  /** Those the goal's targets are measured by. */
  indicators: string[]
  onChange: ((figures: Figure[]) => void) | null
}

/** Figures as they were written. Enter goes down a column; a column copied from Excel lands in it. */
export function FigureTable({ figures, indicators, onChange }: FigureTableProps) {
  const table = useRef<HTMLTableElement>(null)
  if (!onChange && figures.length === 0) return null
  const tied = indicators.length > 0 || figures.some((figure) => figure.indicator)

  function set(index: number, values: Partial<Figure>) {
    onChange?.(figures.map((figure, i) => (i === index ? { ...figure, ...values } : figure)))
  }
  function add() {
    onChange?.([...figures, newFigure(figures.at(-1)?.asOf ?? null)])
  }
  function down(event: KeyboardEvent<HTMLInputElement>, index: number) {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
    event.preventDefault()
    const name = event.currentTarget.dataset['column']
    table.current?.querySelector<HTMLElement>(`[data-row="${index + 1}"] [data-column="${name}"]`)?.focus()
  }
  function paste(event: ClipboardEvent, index: number, column: 'label' | 'value') {
    const lines = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '').split('\n')
    if (lines.length < 2) return
    event.preventDefault()
    const next = [...figures]
    lines.forEach((line, i) => {
      const cells = line.split('\t')
      const before = next[index + i] ?? newFigure(figures.at(-1)?.asOf ?? null)
      next[index + i] = column === 'label' ? { ...before, label: cells[0] ?? '', value: cells[1] ?? before.value } : { ...before, value: cells[0] ?? '' }
    })
    onChange?.(next)
  }

  return (
    <div className="form-field" data-field="figures">
      <table className="figures" ref={table}>
        <caption className="form-label">{say('report.figures')}</caption>
        {figures.length > 0 && (
          <thead>
            <tr>
              <th scope="col">{say('figure.label')}</th>
              <th scope="col">{say('figure.value')}</th>
              {tied && <th scope="col">{say('indicator.one')}</th>}
              <th scope="col">{say('figure.asOf')}</th>
              <th scope="col">{say('figure.certainty')}</th>
              {onChange && (
                <th scope="col">
                  <span className="visually-hidden">{say('figure.remove')}</span>
                </th>
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {figures.map((figure, index) =>
            onChange ? (
              <tr key={figure.id} data-row={index}>
                <td>
                  <input className="input" data-column="label" aria-label={say('figure.label')} value={figure.label} onChange={(event) => set(index, { label: event.target.value })} onKeyDown={(event) => down(event, index)} onPaste={(event) => paste(event, index, 'label')} />
                </td>
                <td>
                  <input className="input" data-column="value" aria-label={say('figure.valueOf', { label: figure.label })} value={figure.value} onChange={(event) => set(index, { value: event.target.value })} onKeyDown={(event) => down(event, index)} onPaste={(event) => paste(event, index, 'value')} />
                </td>
                {tied && (
                  <td>
                    <IndicatorChoice figure={figure} indicators={indicators} onChoose={(indicator, label) => set(index, { indicator, label: figure.label || label })} />
                  </td>
                )}
                <td>
                  <DayField quiet label={say('figure.asOf')} value={figure.asOf} onChange={(asOf) => set(index, { asOf })} />
                </td>
                <td>
                  <select className="input" aria-label={say('figure.certainty')} value={figure.certainty} onChange={(event) => set(index, { certainty: event.target.value as Certainty })}>
                    {certainties.map((certainty) => (
                      <option key={certainty} value={certainty}>
                        {sayOf('certainty', certainty)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <button type="button" className="block-tool" aria-label={say('figure.removeOne', { label: figure.label })} onClick={() => onChange(figures.filter((_, i) => i !== index))}>
                    ×
                  </button>
                </td>
              </tr>
            ) : (
              <tr key={figure.id}>
                <td>{figure.label}</td>
                <td>{figure.value}</td>
                {tied && <td>{figure.indicator && <IndicatorName id={figure.indicator} />}</td>}
                <td>{figure.asOf && say('figure.asOfDay', { day: fullDay(figure.asOf) })}</td>
                <td>{sayOf('certainty', figure.certainty)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {onChange && (
        <Button small look="plain" onClick={add}>
          {say('figure.add')}
        </Button>
      )}
    </div>
  )
}

function newFigure(asOf: string | null): Figure {
  return { id: newId(), action: null, label: '', value: '', asOf, certainty: 'PROVISIONAL' }
}
