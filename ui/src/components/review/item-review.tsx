import { createContext, type ReactNode, use } from 'react'
import type { ReviewComment } from '@/contract/views'

/** A remark that goes out with the decision of this reading, not before. */
export interface PendingComment {
  id: string
  item: string
  anchor: string | null
  text: string
}

/** Everything said about one goal or report, and who may say more. */
export interface ItemReview {
  item: string
  comments: ReviewComment[]
  pending: PendingComment[]
  canComment: boolean
  /** A reviewer's comments wait for the decision; everybody else's go at once. */
  waits: boolean
  add: (anchor: string | null, text: string, inReplyTo: string | null) => Promise<void>
  removePending: (id: string) => void
}

const ItemReviewContext = createContext<ItemReview | null>(null)

export function ItemReviewProvider({ review, children }: { review: ItemReview; children: ReactNode }) {
  return <ItemReviewContext value={review}>{children}</ItemReviewContext>
}

export function useItemReview(): ItemReview | null {
  return use(ItemReviewContext)
}
