import { say } from './words'

/** A node of a plan's tree, in a document, a sheet or the catalog. */
interface TreeNode {
  id: string
  parent: string | null
  code: string
  title: string | null
}

/** 「1 財政 › ① 歳入の確保」. */
export function pathText(nodes: TreeNode[], node: TreeNode): string {
  const above = nodes.find((each) => each.id === node.parent)
  const own = [node.code, node.title].filter(Boolean).join(' ') || say('plans.untitled')
  return above ? `${pathText(nodes, above)} › ${own}` : own
}

/** The nodes as the plan prints them: each before what stands under it, neighbours in the order they came. */
export function inPlanOrder<N extends TreeNode>(nodes: N[]): N[] {
  const known = new Set(nodes.map((node) => node.id))
  const under = (parent: string | null): N[] =>
    nodes.filter((node) => (node.parent && known.has(node.parent) ? node.parent : null) === parent).flatMap((node) => [node, ...under(node.id)])
  return under(null)
}
