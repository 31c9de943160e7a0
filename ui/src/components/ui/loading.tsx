import { say } from '@/lib/words'

export function Loading() {
  return (
    <p className="loading" role="status">
      {say('status.loading')}
    </p>
  )
}
