import { useQueries } from '@tanstack/react-query'
import type { Figure } from '@/contract/content'
import type { IndicatorView } from '@/features/indicators/api'
import { nameOfIndicator } from '@/features/indicators/indicator-name'
import { get } from '@/lib/api'
import { say } from '@/lib/words'

interface IndicatorChoiceProps {
  figure: Figure
  indicators: string[]
  onChoose: (indicator: string | null, label: string) => void
}

/** Which of the goal's indicators a figure is the actual value of; its name becomes that of a figure without one. */
export function IndicatorChoice({ figure, indicators, onChoose }: IndicatorChoiceProps) {
  const offered = figure.indicator && !indicators.includes(figure.indicator) ? [...indicators, figure.indicator] : indicators
  const known = useQueries({ queries: offered.map((id) => ({ queryKey: ['indicator', id], queryFn: () => get<IndicatorView>(`/api/goals/indicators/${id}`), staleTime: 30_000 })) })
  return (
    <select
      className="input"
      aria-label={say('figure.indicatorOf', { label: figure.label })}
      value={figure.indicator ?? ''}
      onChange={(event) => onChoose(event.target.value || null, known.find((each) => each.data?.id === event.target.value)?.data?.name ?? '')}
    >
      <option value="">{say('text.none')}</option>
      {offered.map((id, index) => (
        <option key={id} value={id}>
          {known[index]?.data ? nameOfIndicator(known[index].data) : say('indicator.one')}
        </option>
      ))}
    </select>
  )
}
