import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { say } from '@/lib/words'
import { uploadText } from './api'
import { useUploads } from './uploads-context'

const kinds = '.txt,.md,.html,.htm,.csv,.pdf,.docx,.xlsx'

/** Files are chosen or dropped, as many as there are; a text may be pasted. */
export function NewImport() {
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [, uploads] = useUploads()
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  /** One file alone opens at once; of several the list tells. */
  async function send(list: FileList) {
    const files = [...list]
    if (files.length === 0) return
    const end = await uploads.add(files)
    await client.invalidateQueries({ queryKey: ['imports'] })
    const only = end.files.length === 1 ? end.files[0]!.progress : null
    if (only?.kind === 'read' && here.current) await navigate(`/import/${only.id}`)
  }

  async function sendText() {
    setBusy(true)
    setError(null)
    try {
      const made = await uploadText(say('import.pastedName'), text)
      await navigate(`/import/${made.id}`)
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files)
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('import.new')}</h2>
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={`${id}-file`}>{say('import.file')}</label>{' '}
        <input
          id={`${id}-file`}
          type="file"
          multiple
          accept={kinds}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            if (event.target.files) void send(event.target.files)
            // The same file may be chosen again after it was put right.
            event.target.value = ''
          }}
        />
        <p id={`${id}-hint`} className="hint">
          {say('import.fileHint')}
        </p>
      </div>
      <details>
        <summary>{say('import.paste')}</summary>
        <div className="field">
          <label htmlFor={`${id}-text`}>{say('import.pasteLabel')}</label>
          <textarea id={`${id}-text`} className="input" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <ProblemNote error={error} />
        <div className="panel-foot">
          <Button look="main" sleeping={text.trim() === '' ? say('import.textFirst') : busy ? say('status.working') : null} onClick={() => void sendText()}>
            {say('import.read')}
          </Button>
        </div>
      </details>
    </section>
  )
}
