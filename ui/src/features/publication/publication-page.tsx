import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { YearChoice } from '@/components/ui/year-choice'
import { useChosenYear, inTreeOrder, useUnits } from '@/features/directory/catalog'
import { usePlanSheets } from '@/features/plan-sheets/api'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'
import type { ReleaseOwner } from './api'
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
  const plans = usePlanSheets(year).data?.items ?? []
  const owners: ReleaseOwner[] = [
    ...tree.map((row) => ({ id: row.unit.id, name: row.unit.name, ofPlan: false })),
    ...plans.map((plan) => ({ id: plan.edition, name: `${plan.planName} ${plan.name}`.trim(), ofPlan: true })),
  ]
  const chosen = owners.find((owner) => owner.id === unit)

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
            {plans.length > 0 && (
              <optgroup label={say('menu.planSheets')}>
                {owners
                  .filter((owner) => owner.ofPlan)
                  .map((plan) => (
                    <option key={plan.id} value={plan.id}>
                      {plan.name}
                    </option>
                  ))}
              </optgroup>
            )}
          </select>
        </div>
      </div>
      {chosen && <PublishForm key={`${year}${chosen.id}${version}`} fiscalYear={year} owner={chosen} onDone={() => void reload()} />}
      <ReleaseList fiscalYear={year} onChanged={() => void reload()} />
    </>
  )
}
