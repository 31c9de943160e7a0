import { say } from '@/lib/words'
import { useForms } from './api'

/** A sheet on the city's own forms: further lines of the list of files. */
export function FormExports({ path }: { path: string }) {
  const forms = useForms()
  return (
    <>
      {forms.data?.items.map((form) => (
        <li key={form.id}>
          <a href={`${path}?form=${form.id}`} download>
            {say('export.form', { name: form.name })}
          </a>
        </li>
      ))}
    </>
  )
}
