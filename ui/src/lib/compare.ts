import type { Block, PlanLink } from '@/contract/content'

/** How a text of blocks changed between two revisions; blocks keep their ids. */
export interface BlockChange {
  kind: 'same' | 'changed' | 'added' | 'removed'
  before: Block | null
  after: Block | null
}

export function compareBlocks(before: Block[], after: Block[]): BlockChange[] {
  const old = new Map(before.map((block) => [block.id, block]))
  const kept = new Set(after.map((block) => block.id))
  const changes: BlockChange[] = []
  const removedAt = new Map<string | null, Block[]>()
  let anchor: string | null = null
  for (const block of before) {
    if (kept.has(block.id)) anchor = block.id
    else removedAt.set(anchor, [...(removedAt.get(anchor) ?? []), block])
  }
  const addRemoved = (at: string | null) => {
    for (const block of removedAt.get(at) ?? []) changes.push({ kind: 'removed', before: block, after: null })
  }
  addRemoved(null)
  for (const block of after) {
    const earlier = old.get(block.id) ?? null
    changes.push({ kind: kindOf(earlier, block), before: earlier, after: block })
    addRemoved(block.id)
  }
  return changes
}

function kindOf(before: Block | null, after: Block): BlockChange['kind'] {
  if (!before) return 'added'
  const unchanged =
    before.text === after.text &&
    before.marker === after.marker &&
    before.level === after.level &&
    before.tags.join() === after.tags.join()
  return unchanged ? 'same' : 'changed'
}

/** A list entry that is empty says nothing; it is not sent. */
export function withoutEmpty(blocks: Block[]): Block[] {
  return blocks.filter((block) => block.text.trim() !== '')
}

export function linkText(link: PlanLink): string {
  return [link.code, link.title].filter(Boolean).join(' ')
}
