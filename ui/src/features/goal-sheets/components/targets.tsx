import { Comments } from '@/components/review/comments'
import { Redline, Struck } from '@/components/review/redline'
import { Readings } from '@/components/readings/readings'
import { AutoText } from '@/components/ui/auto-text'
import { Button } from '@/components/ui/button'
import type { GoalTarget } from '@/contract/content'
import { TargetIndicator } from '@/features/indicators/target-indicator'
import { newId } from '@/lib/ids'
import { say } from '@/lib/words'
import { useRows } from './use-rows'

interface TargetsProps {
  targets: GoalTarget[]
  before: GoalTarget[] | null
  onChange: ((targets: GoalTarget[]) => void) | null
}

/** 目標・達成目標 as words; how their figures were read stands under them. */
export function Targets({ targets: written, before, onChange: onWritten }: TargetsProps) {
  const [targets, onChange] = useRows(written, (target) => target.text.trim() === '', onWritten)
  const removed = before?.filter((old) => !targets.some((target) => target.id === old.id)) ?? []
  return (
    <div className="form-field" data-field="targets">
      <p className="form-label">{say('goal.targets')}</p>
      {targets.length === 0 && removed.length === 0 && !onChange && <p className="nothing">{say('text.none')}</p>}
      <ul>
        {targets.map((target, index) => (
          <li key={target.id} id={`block-${target.id}`}>
            {onChange ? (
              <TargetEditor
                target={target}
                number={index + 1}
                onChange={(next) => onChange(targets.map((each) => (each.id === target.id ? next : each)))}
                onRemove={() => onChange(targets.filter((each) => each.id !== target.id))}
              />
            ) : (
              <p className="block-line">
                {target.key && <span className="block-marker">{target.key}</span>}
                <span className="block-text">{before ? <Redline before={before.find((old) => old.id === target.id)?.text ?? ''} after={target.text} /> : target.text}</span>
              </p>
            )}
            <TargetIndicator
              of={say('block.name', { field: say('goal.targets'), number: index + 1 })}
              indicator={target.indicator ?? null}
              onChange={onChange && ((indicator) => onChange(targets.map((each) => (each.id === target.id ? { ...each, indicator } : each))))}
            />
            <Readings id={target.id} text={target.text} />
          </li>
        ))}
        {removed.map((target) => (
          <li key={target.id}>
            <Struck text={target.text} />
          </li>
        ))}
      </ul>
      {onChange && (
        <Button small look="plain" aria-label={say('block.addTo', { field: say('goal.targets') })} onClick={() => onChange([...targets, { id: newId(), key: '', cites: null, text: '' }])}>
          {say('block.add')}
        </Button>
      )}
      <Comments anchor="targets" place={say('goal.targets')} />
    </div>
  )
}

function TargetEditor({ target, number, onChange, onRemove }: { target: GoalTarget; number: number; onChange: (target: GoalTarget) => void; onRemove: () => void }) {
  const name = say('block.name', { field: say('goal.targets'), number })
  return (
    <div className="block-row-line">
      <input className="block-marker-input" aria-label={say('block.marker', { entry: name })} value={target.key} onChange={(event) => onChange({ ...target, key: event.target.value, cites: null })} />
      <AutoText label={name} value={target.text} onChange={(text) => onChange({ ...target, text })} />
      <button type="button" className="block-tool screen-only" aria-label={say('item.remove', { item: name })} onClick={onRemove}>
        ×
      </button>
    </div>
  )
}
