import { say } from '@/lib/words'
import { IndicatorName } from './indicator-name'
import { IndicatorPicker } from './indicator-picker'

interface TargetIndicatorProps {
  /** The target, to be heard. */
  of: string
  indicator: string | null
  onChange: ((indicator: string | null) => void) | null
}

/** The indicator a target is measured by; several goals may share it. */
export function TargetIndicator({ of, indicator, onChange }: TargetIndicatorProps) {
  if (!indicator) return onChange && <IndicatorPicker of={of} onPick={onChange} />
  return (
    <p className="target-indicator">
      <span className="hint">{say('indicator.one')}</span> <IndicatorName id={indicator} />
      {onChange && (
        <button type="button" className="block-tool screen-only" aria-label={say('indicator.untie', { of })} onClick={() => onChange(null)}>
          ×
        </button>
      )}
    </p>
  )
}
