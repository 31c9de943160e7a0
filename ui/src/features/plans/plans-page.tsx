import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { YearChoice } from '@/components/ui/year-choice'
import type { GoalKind } from '@/contract/content'
import type { Page, PlanEdition, PlanNode } from '@/contract/views'
import { useChosenYear } from '@/features/directory/catalog'
import { usePlans } from '@/features/goal-sheets/api/plan-nodes'
import { holds, useMe } from '@/features/session/me'
import { get, query } from '@/lib/api'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'

/** 計画・施策: the trees that goals are linked to. */
export function PlansPage() {
  const me = useMe()
  const [year, chooseYear, years] = useChosenYear()
  const [search, setSearch] = useState('')
  const plans = usePlans(year)
  if (plans.isPending) return <Loading />
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.plans')}</h1>
        <p className="page-cut">{say('plans.cut', { year: fiscalYearLabel(year) })}</p>
        <YearChoice years={years} value={year} onChange={chooseYear} />
        <div className="field field-row">
          <label htmlFor="plan-search">{say('plans.search')}</label>
          <input id="plan-search" className="input" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
      </div>
      <ProblemNote error={plans.error} onRetry={() => void plans.refetch()} />
      {plans.data?.items.length === 0 && <p className="empty">{say('plans.none')}</p>}
      {plans.data?.items.map((edition) => <Edition key={edition.id} edition={edition} search={search.normalize('NFKC').trim()} />)}
      {holds(me, 'PLANNING') && <Unresolved fiscalYear={year} />}
    </>
  )
}

function Edition({ edition, search }: { edition: PlanEdition; search: string }) {
  const matches = (node: PlanNode) => search === '' || `${node.code} ${node.title ?? ''}`.normalize('NFKC').includes(search)
  const kept = (node: PlanNode): boolean => matches(node) || childrenOf(edition, node.id).some(kept)
  return (
    <section className="panel" aria-labelledby={`edition-${edition.id}`}>
      <h2 id={`edition-${edition.id}`}>
        {edition.planName} {edition.name}
        <span className="hint"> {say('plans.years', { first: fiscalYearLabel(edition.firstYear), last: fiscalYearLabel(edition.lastYear) })}</span>
      </h2>
      <Branch edition={edition} parent={null} kept={kept} />
    </section>
  )
}

function Branch({ edition, parent, kept }: { edition: PlanEdition; parent: string | null; kept: (node: PlanNode) => boolean }) {
  const nodes = childrenOf(edition, parent).filter(kept)
  if (nodes.length === 0) return null
  return (
    <ul className="plan-tree">
      {nodes.map((node) => (
        <li key={node.id}>
          <span className="plan-code">{node.code}</span> {node.title ?? <span className="nothing">{say('plans.untitled')}</span>}
          <Branch edition={edition} parent={node.id} kept={kept} />
        </li>
      ))}
    </ul>
  )
}

function childrenOf(edition: PlanEdition, parent: string | null): PlanNode[] {
  return edition.nodes.filter((node) => (node.parent ?? null) === parent).sort((a, b) => a.ordinal - b.ordinal)
}

interface UnresolvedLink {
  goal: string
  unit: string
  unitName: string
  kind: GoalKind
  number: number
  goalTitle: string
  link: string
  code: string
  title: string
  reason: 'AS_PRINTED' | 'NODE_GONE'
}

/** Codes kept as printed because no edition valid in the year knows them. */
function Unresolved({ fiscalYear }: { fiscalYear: number }) {
  const links = useQuery({
    queryKey: ['unresolved', fiscalYear],
    queryFn: () => get<Page<UnresolvedLink>>(`/api/goals/plan-links/unresolved${query({ fiscalYear })}`),
  })
  return (
    <section className="panel" aria-labelledby="unresolved">
      <h2 id="unresolved">{say('plans.unresolved')}</h2>
      <ProblemNote error={links.error} />
      {links.data && links.data.items.length === 0 && <p className="empty">{say('plans.noneUnresolved')}</p>}
      {links.data && links.data.items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('plans.printed')}</th>
              <th scope="col">{say('plans.usedIn')}</th>
            </tr>
          </thead>
          <tbody>
            {links.data.items.map((link) => (
              <tr key={link.link}>
                <td>
                  {link.code} {link.title}
                </td>
                <td>
                  <Link to={`/sheets/${fiscalYear}/${link.unit}#goal-${link.goal}`}>{`${link.unitName} ${say('goal.name', { kind: say(`kind.${link.kind}`), number: link.number, title: link.goalTitle })}`}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
