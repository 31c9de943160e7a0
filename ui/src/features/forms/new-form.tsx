import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { say, sayOf } from '@/lib/words'
import { type FormField, formFields, type FormInspection, type FormMapping, inspectForm, useSaveForm } from './api'

/** A template is chosen, its heads are tied to fields, and it is saved under a name. */
export function NewForm() {
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [found, setFound] = useState<FormInspection | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function choose(chosen: File | undefined) {
    setFile(chosen ?? null)
    setFound(null)
    setError(null)
    if (!chosen) return
    try {
      setFound(await inspectForm(chosen))
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('forms.new')}</h2>
      <div className="field">
        <label htmlFor={`${id}-file`}>{say('forms.template')}</label>
        <input id={`${id}-file`} type="file" accept=".xlsx,.docx" aria-describedby={`${id}-hint`} onChange={(event) => void choose(event.target.files?.[0])} />
      </div>
      <p id={`${id}-hint`} className="hint">
        {say('forms.templateHint')}
      </p>
      <ProblemNote error={error} />
      {file && found && found.tables.length === 0 && <p className="empty">{say('forms.noTable')}</p>}
      {file && found && found.tables.length > 0 && <Mapping key={file.name + file.lastModified} file={file} found={found} onDone={() => void choose(undefined)} />}
    </section>
  )
}

function Mapping({ file, found, onDone }: { file: File; found: FormInspection; onDone: () => void }) {
  const id = useId()
  const save = useSaveForm()
  const proposed = found.proposal?.tables[0]
  const [name, setName] = useState(file.name.replace(/\.[^.]*$/, ''))
  const [table, setTable] = useState(proposed?.name ?? found.tables[0]!.name)
  const rows = found.tables.find((each) => each.name === table)?.rows ?? []
  const [rowChosen, setRow] = useState<number | null>(proposed?.headRow ?? null)
  const row = rows.find((each) => each.number === rowChosen) ?? rows[0]
  const [heads, setHeads] = useState<FormMapping['heads']>(found.proposal?.heads ?? {})
  const cells = [...new Set(row?.cells ?? [])]
  const tied = Object.fromEntries(Object.entries(heads).filter(([, head]) => cells.includes(head)))
  const sleeping = name.trim() === '' ? say('forms.nameFirst') : !tied['TITLE'] || Object.keys(tied).length < 2 ? say('forms.titleFirst') : null

  function tie(head: string, field: FormField | '') {
    const others = Object.entries(heads).filter(([key, value]) => value !== head && key !== field)
    setHeads(Object.fromEntries(field ? [...others, [field, head]] : others))
  }

  return (
    <>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-name`}>{say('forms.name')}</label>
          <input id={`${id}-name`} className="input" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-table`}>{say('forms.table')}</label>
          <select id={`${id}-table`} className="input" value={table} onChange={(event) => setTable(event.target.value)}>
            {found.tables.map((each) => (
              <option key={each.name} value={each.name}>
                {found.kind === 'DOCX' ? say('forms.tableNumber', { number: each.name }) : each.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-row`}>{say('forms.headRow')}</label>
          <select id={`${id}-row`} className="input" value={row?.number ?? ''} onChange={(event) => setRow(Number(event.target.value))}>
            {rows.map((each) => (
              <option key={each.number} value={each.number}>
                {say('forms.rowOf', { number: each.number, cells: each.cells.join('・').slice(0, 40) })}
              </option>
            ))}
          </select>
        </div>
      </div>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('forms.head')}</th>
            <th scope="col">{say('forms.field')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((head) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td>
                <select
                  className="input"
                  aria-label={say('forms.fieldOf', { head })}
                  value={formFields.find((field) => heads[field] === head) ?? ''}
                  onChange={(event) => tie(head, event.target.value as FormField | '')}
                >
                  <option value="">{say('forms.notRead')}</option>
                  {formFields.map((field) => (
                    <option key={field} value={field}>
                      {sayOf('formField', field)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNote error={save.error} />
      <div className="panel-foot">
        {sleeping && <p className="hint">{sleeping}</p>}
        <Button
          look="main"
          sleeping={save.isPending ? say('status.working') : sleeping}
          onClick={() => row && save.mutate({ file, name: name.trim(), mapping: { tables: [{ name: table, headRow: row.number }], heads: tied } }, { onSuccess: onDone })}
        >
          {say('forms.save')}
        </Button>
      </div>
    </>
  )
}
