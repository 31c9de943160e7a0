import { Link } from 'react-router'
import { say } from '@/lib/words'
import { type Indicator, useIndicator } from './api'

/** 参加者数（人）. */
export function nameOfIndicator({ name, unit }: Pick<Indicator, 'name' | 'unit'>): string {
  return unit ? say('indicator.nameAndUnit', { name, unit }) : name
}

/** An indicator that is known by its id only; leads to its page. */
export function IndicatorName({ id }: { id: string }) {
  const indicator = useIndicator(id)
  return <Link to={`/indicators/${id}`}>{indicator.data ? nameOfIndicator(indicator.data) : say('indicator.one')}</Link>
}
