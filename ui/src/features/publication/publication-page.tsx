import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { YearChoice } from '@/components/ui/year-choice'
import { useChosenYear, inTreeOrder, useUnits } from '@/features/directory/catalog'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'
import { PublishForm } from './publish-form'
import { ReleaseList } from './release-list'

/** 公表: check, preview, decision date and number, publish; what is published already. */
export function PublicationPage() {
  const client = useQueryClient()
  const id = useId()
  const [year, chooseYear, years] = useChosenYear()
  const [params, setParams] = useSearchParams()
  const units = useUnits(year)
  const unit = params.get('unit')
  const [version, setVersion] = useState(0)
  const tree = inTreeOrder(units.data?.items ?? [])
  const chosen = tree.find((row) => row.unit.id === unit)?.unit

  async function reload() {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['releases', year] }),
      client.invalidateQueries({ queryKey: ['release-check', year] }),
    ])
    setVersion(version + 1)
  }

  return (
    <>
      <div className="page-head">
        <h1>{say('menu.publication')}</h1>
        <p className="page-cut">{fiscalYearLabel(year)}</p>
        <YearChoice years={years} value={year} onChange={chooseYear} />
        <div className="field field-row">
          <label htmlFor={id}>{say('sheet.unit')}</label>
          <select
            id={id}
            className="input"
            value={unit ?? ''}
            onChange={(event) =>
              setParams((before) => {
                before.set('unit', event.target.value)
                return before
              })
            }
          >
            <option value="">{say('publish.chooseUnit')}</option>
            {tree.map((row) => (
              <option key={row.unit.id} value={row.unit.id}>
                {'　'.repeat(row.depth) + row.unit.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {chosen && <PublishForm key={`${year}${chosen.id}${version}`} fiscalYear={year} unit={chosen} onDone={() => void reload()} />}
      <ReleaseList fiscalYear={year} onChanged={() => void reload()} />
    </>
  )
}
