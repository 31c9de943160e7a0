import { useQueryClient } from '@tanstack/react-query'
import type { Reviewed } from '@/contract/views'
import type { DraftGateway } from '@/lib/draft'
import { addComment, type ReturnComment, type ReviewedBase, type SetCommand, type SetItem } from '@/lib/review-api'
import { same } from '@/lib/same'
import type { ItemReview, PendingComment } from './item-review'
import { useReading } from './use-reading'
import { may } from './why-not'

interface ReviewOf<C, V extends Reviewed<C>> {
  base: ReviewedBase
  gateway: DraftGateway<C, V>
  /** Whose reading of which sheet: what is not sent yet is kept under this name. */
  place: string
  items: V[]
  /** Puts an item, as the service answered it, into the page. */
  replace: (item: V) => void
  send: (command: SetCommand, items: SetItem<C>[], comments?: ReturnComment[]) => Promise<void>
  labelOf: (item: V) => string
  reload: () => void
}

/** One person's reading of a sheet of goals or reports: corrections, comments, and the steps of the route. */
export function useReview<C extends object, V extends Reviewed<C>>({ base, gateway, place, items, replace, send, labelOf, reload }: ReviewOf<C, V>) {
  const client = useQueryClient()
  const { corrections, pending, correct, comment, removeComment, finish } = useReading<C>(place)
  const changed = new Map([...corrections].filter(([id, content]) => !same(content, items.find((item) => item.id === id)?.content)))

  function reviewOf(item: V): ItemReview {
    const waits = may(item.can.return)
    return {
      item: item.id,
      comments: item.comments,
      pending: pending.filter((each) => each.item === item.id),
      canComment: may(item.can.comment) || waits,
      waits,
      removePending: removeComment,
      add: async (anchor, text, inReplyTo) => {
        if (waits && !inReplyTo) return comment(item.id, anchor, text)
        await addComment(base, item.id, { anchor, text, inReplyTo })
        replace(await gateway.fetch(item.id))
      },
    }
  }

  const bar = {
    items: items.map((item) => ({ ...item, label: labelOf(item) })),
    corrections: changed,
    pending,
    send: async (command: SetCommand, chosen: SetItem<C>[], comments?: ReturnComment[]) => {
      await send(command, chosen, comments)
      finish()
      void client.invalidateQueries({ queryKey: ['todos'] })
    },
    sendComments: async (comments: PendingComment[]) => {
      const revisions = new Map<string, number>()
      for (const each of comments) await addComment(base, each.item, { anchor: each.anchor, text: each.text, inReplyTo: null })
      for (const id of new Set(comments.map((each) => each.item))) revisions.set(id, (await gateway.fetch(id)).revision)
      return revisions
    },
    onStale: reload,
  }

  return {
    bar,
    reviewOf,
    correctionOf: (item: V) => corrections.get(item.id),
    correct,
    compared: items.some((item) => item.comparedRevision !== null && item.comparedRevision < item.revision),
  }
}
