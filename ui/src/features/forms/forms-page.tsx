import { useState } from 'react'
import { Link } from 'react-router'
import { Ask } from '@/components/ui/ask'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { holds, useMe } from '@/features/session/me'
import { dayAndTime } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { type CityForm, formFields, useDeleteForm, useForms, useRenameForm } from './api'
import { NewForm } from './new-form'

/** 市の様式: the forms of the city's own, and what their heads mean. */
export function FormsPage() {
  const forms = useForms()
  const planning = holds(useMe(), 'PLANNING')
  const rows = forms.data?.items ?? []
  return (
    <>
      <div className="page-head">
        <h1>{say('forms.title')}</h1>
        <p className="page-cut">{say('forms.cut')}</p>
        <Link to="/import">{say('menu.import')}</Link>
      </div>
      {planning && <NewForm />}
      <section className="panel" aria-labelledby="forms-list">
        <h2 id="forms-list">{say('forms.list')}</h2>
        <ProblemNote error={forms.error} onRetry={() => void forms.refetch()} />
        {forms.isPending && <Loading />}
        {forms.data && rows.length === 0 && <p className="empty">{say('forms.none')}</p>}
        {rows.length > 0 && (
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say('forms.name')}</th>
                <th scope="col">{say('forms.file')}</th>
                <th scope="col">{say('forms.columns')}</th>
                <th scope="col">{say('forms.savedBy')}</th>
                {planning && <th scope="col">{say('forms.actions')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((form) => (
                <Row key={form.id} form={form} planning={planning} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  )
}

function Row({ form, planning }: { form: CityForm; planning: boolean }) {
  const [name, setName] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const rename = useRenameForm(form)
  const remove = useDeleteForm(form)
  const columns = formFields.filter((field) => form.mapping.heads[field])
  return (
    <tr>
      <th scope="row">
        {name === null ? (
          form.name
        ) : (
          <input className="input" value={name} aria-label={say('forms.newName', { name: form.name })} onChange={(event) => setName(event.target.value)} autoFocus />
        )}
        <ProblemNote error={rename.error ?? remove.error} />
      </th>
      <td>{form.fileName}</td>
      <td>{columns.map((field) => `${form.mapping.heads[field] ?? ''}＝${sayOf('formField', field)}`).join('、')}</td>
      <td>
        {form.createdBy}・{dayAndTime(form.createdAt)}
      </td>
      {planning && (
        <td>
          {name === null ? (
            <Button small aria-label={say('forms.renameOf', { name: form.name })} onClick={() => setName(form.name)}>
              {say('forms.rename')}
            </Button>
          ) : (
            <Button small look="main" sleeping={name.trim() === '' ? say('forms.nameFirst') : null} onClick={() => rename.mutate(name.trim(), { onSuccess: () => setName(null) })}>
              {say('forms.saveName')}
            </Button>
          )}{' '}
          {name === null ? (
            <Button small look="plain" aria-label={say('forms.deleteOf', { name: form.name })} onClick={() => setAsking(true)}>
              {say('forms.delete')}
            </Button>
          ) : (
            <Button small look="plain" onClick={() => setName(null)}>
              {say('button.cancel')}
            </Button>
          )}
          {asking && (
            <Ask title={say('forms.deleteTitle', { name: form.name })} action={say('forms.delete')} danger busy={remove.isPending} onDo={() => remove.mutate(undefined, { onSettled: () => setAsking(false) })} onClose={() => setAsking(false)}>
              <p>{say('forms.deleteText')}</p>
            </Ask>
          )}
        </td>
      )}
    </tr>
  )
}
