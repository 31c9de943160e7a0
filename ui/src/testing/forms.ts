import { File as NodeFile } from 'node:buffer'

/**
 * Forms of jsdom mean nothing to Node's `fetch`: they are turned into Node's own on their way. Of a file its name
 * and kind arrive, not its bytes.
 */
export async function sendFormsOfPages(): Promise<void> {
  const NodeForm = (await new Response('', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }).formData()).constructor as typeof FormData
  const send = globalThis.fetch
  globalThis.fetch = (input, init) => send(input, init?.body instanceof FormData ? { ...init, body: nodeForm(init.body) } : init)

  function nodeForm(form: FormData): FormData {
    const made = new NodeForm()
    for (const [name, value] of form) made.append(name, typeof value === 'string' ? value : (new NodeFile([value.name], value.name, { type: value.type }) as unknown as Blob))
    return made
  }
}
