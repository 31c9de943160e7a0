import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { say, sayOf } from '@/lib/words'
import { abandon, type DraftPlan, type ImportView, useImport } from './api'
import { Arrived } from './arrived'
import { DeskProvider } from './desk'
import { DraftFields } from './draft-fields'
import { DraftRemarks } from './draft-remarks'
import { Leftovers } from './leftovers'
import { goalAt, marksOf, targetsOf } from './marks'
import { PlanDraft } from './plan-draft'
import { PlanRegisterForm } from './plan-register-form'
import { PlanRow } from './plan-row'
import { RegisterForm } from './register-form'
import { ordinalOf } from './remarks'
import { SourceText } from './source-text'
import { WorkbookRegister } from './workbook-register'

/** One import: the source beside the fields, what to decide, and where everything went. */
export function ImportPage() {
  const { importId } = useParams()
  const found = useImport(importId ?? '')
  if (found.isPending) return <Loading />
  if (!found.data) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
  return <Imported key={found.data.id} view={found.data} />
}

function Imported({ view }: { view: ImportView }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [now, setNow] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const marks = useMemo(() => marksOf(view), [view])
  const plan = view.draft.plan ?? null
  const [row, openRow] = useRow(view)

  /** A place outside of the row on the screen opens the row it belongs to. */
  const show = useCallback(
    (target: string | null) => {
      setNow(target)
      const remark = target?.startsWith('remark-') ? view.remarks[Number(target.slice(7))] : undefined
      if (plan && remark) openRow(goalAt(view, remark.span)?.id ?? null)
    },
    [view, plan, openRow],
  )
  useRemarkOfAddress(view, show)
  // A row that opens is shown in the source, unless a place inside of it was asked for.
  useEffect(() => {
    if (row) setNow((before) => (before && (before.startsWith('remark-') || targetsOf(row).has(before)) ? before : `${row.id}/title`))
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [row?.id])

  function pickFromSource(target: string) {
    setNow(target)
    if (plan) {
      const goal = view.draft.goals.find((each) => targetsOf(each).has(target))
      if (goal) openRow(goal.id)
    }
    requestAnimationFrame(() => document.getElementById(`field-${target}`)?.scrollIntoView?.({ block: 'center' }))
  }

  async function giveUp() {
    try {
      await abandon(view)
      await client.invalidateQueries({ queryKey: ['imports'] })
      await navigate('/import')
    } catch (refused) {
      setError(refused)
    }
  }

  const reload = () => void client.invalidateQueries({ queryKey: ['import', view.id] })
  return (
    <DeskProvider view={view} now={now} onShow={show}>
      <div className="page-head">
        <h1>{view.name}</h1>
        <p className="page-cut">
          {layoutOf(view)}・{sayOf('import.state', view.state)}
        </p>
        <Link to="/import">{say('import.back')}</Link>
        {view.state === 'READ' && (
          <Button look="plain" small onClick={() => void giveUp()}>
            {say('import.abandon')}
          </Button>
        )}
      </div>
      <ProblemNote error={error} />
      {view.state !== 'READ' && <Arrived view={view} />}
      {view.state === 'READ' && !row && <Registration view={view} plan={plan} onShow={show} onDone={reload} />}
      {!row && <DraftRemarks />}
      <div className="import-columns">
        <SourceText source={view.source} marks={marks} now={now} onPick={pickFromSource} label={say('import.source')} />
        {row && plan ? <PlanRow goal={row} plan={plan} /> : plan ? <PlanDraft plan={plan} /> : <DraftFields />}
      </div>
      {!row && <Leftovers />}
    </DeskProvider>
  )
}

function layoutOf({ layout, family }: ImportView): string {
  if (!layout) return sayOf('family', family)
  return layout.kind === 'FORM' ? say('import.layout.form', { name: layout.name }) : say('import.layout.workbook')
}

/** Where it is registered; a plan's document by the planning division only. */
function Registration({ view, plan, onShow, onDone }: { view: ImportView; plan: DraftPlan | null; onShow: (target: string) => void; onDone: () => void }) {
  if (view.family === 'UNKNOWN') return null
  if (view.comparison) return <WorkbookRegister view={view} comparison={view.comparison} onDone={onDone} />
  if (view.can?.register?.allowed === false) return <p className="why-not">{say('import.notYours')}</p>
  return plan ? <PlanRegisterForm plan={plan} onDone={onDone} /> : <RegisterForm view={view} onShow={onShow} onDone={onDone} />
}

/** The row that is open stands in the address, so that 「戻る」 and a link lead to it. */
function useRow(view: ImportView) {
  const [params, setParams] = useSearchParams()
  const row = view.draft.goals.find((goal) => goal.id === params.get('row')) ?? null
  const open = useCallback((id: string | null) => setParams(id ? { row: id } : {}, { preventScrollReset: true }), [setParams])
  return [row, open] as const
}

/** `#remark-3`: a line of the list over all imports leads to the very place. */
function useRemarkOfAddress(view: ImportView, show: (target: string) => void): void {
  const { hash } = useLocation()
  useEffect(() => {
    const ordinal = /^#remark-(\d+)$/.exec(hash)?.[1]
    const index = ordinal === undefined ? -1 : view.remarks.findIndex((remark, i) => ordinalOf(remark, i) === Number(ordinal))
    if (index >= 0) show(`remark-${index}`)
    // Once, when the page opens at it: `show` changes with every correction.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hash])
}
