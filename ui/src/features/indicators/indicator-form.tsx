import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { say, sayOf } from '@/lib/words'
import { directions, type IndicatorWords } from './api'

interface IndicatorFormProps {
  words: IndicatorWords
  action: string
  error: unknown
  onSave: (words: IndicatorWords) => void
  onClose: () => void
}

/** Name, unit and direction of an indicator. It stands inside other forms: no form element of its own. */
export function IndicatorForm({ words, action, error, onSave, onClose }: IndicatorFormProps) {
  const id = useId()
  const [written, setWritten] = useState(words)
  const sleeping = written.name.trim() === '' ? say('indicator.nameFirst') : null
  return (
    <div className="indicator-form" role="group" aria-label={action}>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-name`}>{say('indicator.name')}</label>
          <input id={`${id}-name`} className="input" value={written.name} onChange={(event) => setWritten({ ...written, name: event.target.value })} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-unit`}>{say('indicator.unit')}</label>
          <input id={`${id}-unit`} className="input" value={written.unit} placeholder={say('indicator.unitHint')} onChange={(event) => setWritten({ ...written, unit: event.target.value })} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-direction`}>{say('indicator.direction')}</label>
          <select id={`${id}-direction`} className="input" value={written.direction} onChange={(event) => setWritten({ ...written, direction: event.target.value as IndicatorWords['direction'] })}>
            {directions.map((direction) => (
              <option key={direction} value={direction}>
                {sayOf('indicator.direction', direction)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ProblemNote error={error} />
      <Button small look="main" sleeping={sleeping} onClick={() => !sleeping && onSave(written)}>
        {action}
      </Button>{' '}
      <Button small look="plain" onClick={onClose}>
        {say('button.close')}
      </Button>
    </div>
  )
}
